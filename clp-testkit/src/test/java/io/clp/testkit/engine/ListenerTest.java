package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupChanged;
import io.clp.GroupEvent;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.ResourceChanged;
import io.clp.StartCause;
import io.clp.Subscription;
import io.clp.resource.ResourceState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Listeners hear everything in order, the present state first, and disturb nobody. */
class ListenerTest {
    private final Piece app = new Piece("app").takes(SECOND);
    private final FailoverGroup web = Lab.group("web", app);
    private final Lab lab = Lab.of(web);
    private final List<GroupEvent> heard = new ArrayList<>();

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void tellsEveryChangeInOrderWithAGrowingNumber() {
        lab.start(web);
        lab.stop(web);
        assertThat(lab.heard(GroupChanged.class))
                .extracting(it -> it.from() + " " + it.to())
                .containsExactly(
                        "UNKNOWN UNKNOWN",
                        "UNKNOWN ONLINE_PENDING",
                        "ONLINE_PENDING ONLINE",
                        "ONLINE OFFLINE_PENDING",
                        "OFFLINE_PENDING OFFLINE");
        assertThat(lab.heard(ResourceChanged.class))
                .extracting(ResourceChanged::to)
                .containsExactly(
                        ResourceState.UNKNOWN,
                        ResourceState.OFFLINE,
                        ResourceState.ONLINE_PENDING,
                        ResourceState.ONLINE,
                        ResourceState.OFFLINE_PENDING,
                        ResourceState.OFFLINE);
        List<Long> numbers = lab.events.stream().map(GroupEvent::sequence).toList();
        assertThat(numbers.subList(2, numbers.size())).isSorted().doesNotHaveDuplicates(); // two of the present state
    }

    @Test
    void tellsANewListenerThePresentStateFirst() {
        lab.node.start(web, StartCause.START, 5);
        lab.node.subscribe(heard::add);
        lab.stop(web);
        lab.platform.settle();
        assertThat(heard.get(0)).isInstanceOfSatisfying(GroupChanged.class, it -> {
            assertThat(it.from()).isEqualTo(GroupState.ONLINE);
            assertThat(it.to()).isEqualTo(GroupState.ONLINE);
            assertThat(it.epoch()).isEqualTo(5);
        });
        assertThat(heard.get(1)).isInstanceOfSatisfying(ResourceChanged.class, it -> assertThat(it.to())
                .isEqualTo(ResourceState.ONLINE));
        assertThat(heard.get(2)).isInstanceOfSatisfying(GroupChanged.class, it -> assertThat(it.to())
                .isEqualTo(GroupState.OFFLINE_PENDING));
        assertThat(heard.get(2).sequence()).isGreaterThan(heard.get(0).sequence());
    }

    @Test
    void aListenerThatThrowsDisturbsNobody() {
        lab.node.subscribe(event -> {
            heard.add(event);
            throw new AssertionError("a listener's fault");
        });
        assertThat(lab.start(web).outcome()).isEqualTo(Outcome.DONE);
        lab.platform.settle();
        assertThat(heard).hasSameSizeAs(lab.events); // it goes on hearing, and so does the other one
    }

    @Test
    void aSlowListenerDelaysOnlyItself() {
        Subscription slow = lab.node.subscribe(event -> {
            heard.add(event);
            nap(Duration.ofMinutes(1));
        });
        assertThat(lab.took(() -> lab.start(web))).isEqualTo(SECOND);
        assertThat(lab.took(() -> lab.stop(web))).isEqualTo(SECOND);
        assertThat(heard).hasSize(1);
        lab.platform.settle();
        assertThat(heard).hasSameSizeAs(lab.events);
        assertThat(slow.leftOut()).isZero();
    }

    @Test
    void aListenerThatIsFarBehindHearsTheNewestStateAndEveryEpoch() {
        Queue<Runnable> later = new ArrayDeque<>();
        app.online(context -> {}).offline(context -> {});
        Subscription behind = lab.node.subscribe(heard::add, later::add);
        int moves = 400;
        for (int epoch = 1; epoch <= moves; epoch++) {
            lab.node.start(web, StartCause.START, epoch);
            lab.stop(web);
        }
        assertThat(later).hasSize(1);
        later.remove().run();

        assertThat(behind.leftOut()).isPositive();
        assertThat(heard).hasSizeLessThan(lab.events.size());
        assertThat(heard.stream().map(GroupEvent::epoch).distinct())
                .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(0, moves)
                        .boxed()
                        .toList());
        assertThat(heard.stream().map(GroupEvent::sequence)).isSorted();
        assertThat(heard.stream().filter(GroupChanged.class::isInstance).reduce((one, next) -> next))
                .hasValueSatisfying(it -> assertThat(((GroupChanged) it).to()).isEqualTo(GroupState.OFFLINE));
    }

    @Test
    void anExecutorThatRefusesLosesItsEventsAndNothingElse() {
        boolean[] refuses = {true};
        Subscription lossy = lab.node.subscribe(heard::add, work -> {
            if (refuses[0]) {
                throw new RejectedExecutionException("full");
            }
            work.run();
        });
        assertThat(lab.start(web).outcome()).isEqualTo(Outcome.DONE);
        assertThat(heard).isEmpty();
        assertThat(lossy.leftOut()).isPositive();
        refuses[0] = false;
        lab.stop(web);
        assertThat(heard).isNotEmpty();
    }

    @Test
    void hearsNothingAfterItsSubscriptionWasClosed() {
        Subscription subscription = lab.node.subscribe(heard::add);
        lab.start(web);
        lab.platform.settle();
        int before = heard.size();
        subscription.close();
        subscription.close();
        lab.stop(web);
        lab.platform.settle();
        assertThat(heard).hasSize(before).hasSizeGreaterThan(2);
    }

    @Test
    void hearsOnlyTheKindItAskedFor() {
        lab.node.on(ResourceChanged.class, heard::add);
        lab.start(web);
        lab.platform.settle();
        assertThat(heard).isNotEmpty().allSatisfy(it -> assertThat(it).isInstanceOf(ResourceChanged.class));
    }

    private void nap(Duration time) {
        try {
            lab.platform.timeline().sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
