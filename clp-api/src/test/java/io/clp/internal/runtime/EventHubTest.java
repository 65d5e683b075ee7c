package io.clp.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupChanged;
import io.clp.GroupEvent;
import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.ResourceChanged;
import io.clp.ResourceId;
import io.clp.Subscription;
import io.clp.resource.NodeLocal;
import io.clp.resource.ResourceState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** Design section 4, rule 10: events, in order, to each listener on its executor. */
class EventHubTest {
    private static final NodeId NODE = NodeId.of("SV1");

    private final EventHub hub = new EventHub(Optional.empty());
    private final List<GroupEvent> heard = new ArrayList<>();
    /** An executor that runs when told. */
    private final Queue<Runnable> slow = new ArrayDeque<>();

    @Test
    void numbersEventsAndDeliversThemInOrder() {
        listen(Runnable::run);
        tell("g", 1);
        tell("h", 1);
        tell("g", 2);
        assertThat(heard).extracting(GroupEvent::sequence).containsExactly(1L, 2L, 3L);
        assertThat(heard).extracting(it -> it.group().value()).containsExactly("g", "h", "g");
    }

    @Test
    void tellsThePresentStateFirst() {
        tell("g", 1);
        hub.subscribe(heard::add, slow::add, number -> List.of(changed("g", 7, number.getAsLong())));
        tell("g", 8);
        slow.remove().run();
        assertThat(heard).extracting(GroupEvent::epoch).containsExactly(7L, 8L);
        assertThat(heard).extracting(GroupEvent::sequence).containsExactly(1L, 2L);
    }

    @Test
    void goesOnAfterAListenerThatThrows() {
        hub.subscribe(
                event -> {
                    if (event.sequence() == 1) {
                        throw new AssertionError("on purpose");
                    }
                    throw new IllegalStateException("on purpose");
                },
                Runnable::run,
                number -> List.of());
        listen(Runnable::run);
        tell("g", 1);
        tell("g", 1);
        assertThat(heard).hasSize(2);
    }

    @Test
    void leavesOutForASlowListenerWhatANewerEventMakesNeedless() {
        Subscription subscription = listen(slow::add);
        tell("quiet", 3);
        tellResource("h", "disk");
        for (int i = 0; i < 5_000; i++) {
            tell("g", 1 + i / 2_500);
        }
        assertThat(slow).hasSize(1);
        slow.remove().run();
        assertThat(heard.size()).isLessThan(3 * ListenerQueue.BOUND);
        assertThat(heard).extracting(GroupEvent::sequence).isSorted().contains(1L, 2L, 3L, 2_503L, 5_002L);
        assertThat(subscription.leftOut()).isEqualTo(5_002 - heard.size());
    }

    @Test
    void neverDropsTheFirstEventOfAnEpoch() {
        listen(slow::add);
        for (int epoch = 1; epoch <= 3_000; epoch++) {
            tell("g", epoch);
            tell("g", epoch);
            tell("g", epoch);
        }
        slow.remove().run();
        assertThat(heard.stream().map(GroupEvent::epoch).distinct()).hasSize(3_000);
    }

    @Test
    void leavesNothingOutWithinTheBound() {
        Subscription subscription = listen(slow::add);
        for (int i = 0; i < ListenerQueue.BOUND; i++) {
            tell("g", 1);
        }
        slow.remove().run();
        assertThat(heard).hasSize(ListenerQueue.BOUND);
        assertThat(subscription.leftOut()).isZero();
    }

    @Test
    void countsWhatAnExecutorRefusesAndGoesOn() {
        Subscription refused = listen(task -> {
            throw new RejectedExecutionException("on purpose");
        });
        Subscription broken = listen(task -> {
            throw new IllegalStateException("on purpose");
        });
        Subscription starved = listen(task -> {
            throw new InternalError("on purpose");
        });
        tell("g", 1);
        tell("g", 1);
        assertThat(heard).isEmpty();
        assertThat(refused.leftOut()).isEqualTo(2);
        assertThat(broken.leftOut()).isEqualTo(2);
        assertThat(starved.leftOut()).isEqualTo(2);
    }

    @Test
    void deliversNothingAfterTheClose() {
        Subscription subscription = listen(slow::add);
        tell("g", 1);
        subscription.close();
        subscription.close();
        slow.remove().run();
        tell("g", 2);
        assertThat(heard).isEmpty();
        assertThat(slow).isEmpty();
        assertThat(hub.wanted()).isFalse();
    }

    @Test
    void letsTheObserverHearFirstAndWithin() {
        EventHub observed = new EventHub(Optional.of(heard::add));
        assertThat(observed.wanted()).isTrue();
        observed.tell(sequence -> changed("g", 1, sequence));
        assertThat(heard).hasSize(1);
    }

    @Test
    void keepsWhatAResourceKeepsByPlaceAndNotByName() {
        NodeStore store = new NodeStore();
        NodeLocal<String> one = NodeLocal.named("session");
        NodeLocal<String> same = NodeLocal.named("session");
        store.put(one, "first");
        store.put(one, "second");
        assertThat(store.get(one)).contains("second");
        assertThat(store.get(same)).isEmpty();
        assertThat(store.remove(one)).contains("second");
        assertThat(store.get(one)).isEmpty();
        assertThat(store.remove(one)).isEmpty();
    }

    private Subscription listen(Executor executor) {
        return hub.subscribe(heard::add, executor, number -> List.of());
    }

    private void tell(String group, long epoch) {
        hub.tell(sequence -> changed(group, epoch, sequence));
    }

    private void tellResource(String group, String resource) {
        hub.tell(sequence -> new ResourceChanged(
                NODE,
                GroupId.of(group),
                1,
                sequence,
                ResourceId.of(resource),
                ResourceState.OFFLINE,
                ResourceState.ONLINE));
    }

    private static GroupChanged changed(String group, long epoch, long sequence) {
        return new GroupChanged(
                NODE, GroupId.of(group), epoch, sequence, GroupState.ONLINE, GroupState.ONLINE, "a test");
    }
}
