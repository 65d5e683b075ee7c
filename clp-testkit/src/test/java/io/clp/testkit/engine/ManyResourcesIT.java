package io.clp.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.Operation;
import io.clp.Outcome;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.StopReport;
import io.clp.resource.Probe;
import io.clp.resource.ResourcePolicy;
import io.clp.testkit.FakePlatform;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Needs real time: more resources than threads, on the library's own threads, where a probe begins as soon as its resource went offline. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ManyResourcesIT {
    private static final int MANY = 1_000;
    private static final int ROUNDS = 30;

    private final FakePlatform machine = FakePlatform.builder("SV1").realTime().build();
    private final List<Piece> pieces = new ArrayList<>();

    @AfterEach
    void close() {
        machine.close();
    }

    private FailoverGroup group() {
        ResourcePolicy policy = ResourcePolicy.builder()
                .probe(Duration.ofSeconds(2)) // nothing but the hang may take so long
                .build();
        FailoverGroup.Builder builder = FailoverGroup.builder("many").nodes("SV1");
        for (int i = 0; i < MANY; i++) {
            pieces.add(new Piece("r" + i));
            builder.resource(pieces.get(i), it -> it.policy(policy));
        }
        return builder.build();
    }

    private GroupController node(FailoverGroup group) {
        return GroupController.builder(new Over(machine, Timeline.system()))
                .groups(group)
                .build();
    }

    @Test
    void probesEachResourceOnceAfterEachTimeItWentOffline() {
        FailoverGroup many = group();
        AtomicInteger probes = new AtomicInteger();
        AtomicInteger early = new AtomicInteger();
        for (Piece piece : pieces) {
            piece.probe(context -> {
                probes.incrementAndGet();
                early.addAndGet(piece.up() ? 1 : 0);
                context.log("looked");
                return piece.up() ? Probe.online() : Probe.offline();
            });
            piece.offline(context -> context.log("went"));
        }
        GroupController node = node(many);
        node.stop(many, StopCause.GROUP_STOP);
        for (int round = 0; round < ROUNDS; round++) {
            node.start(many, StartCause.START);
            probes.set(0);
            StopReport stop = node.stop(many, StopCause.GROUP_STOP);
            assertThat(stop.outcome()).isEqualTo(Outcome.DONE);
            assertThat(probes).hasValue(MANY);
            Map<String, List<String>> logs = new HashMap<>();
            for (Operation operation : stop.operations()) {
                assertThat(operation.outcome()).isEqualTo(Outcome.DONE);
                logs.computeIfAbsent(operation.resource().value(), it -> new ArrayList<>())
                        .add(operation.kind() + " " + operation.log());
            }
            assertThat(logs).hasSize(MANY);
            assertThat(logs.values()).allMatch(List.of("OFFLINE [went]", "PROBE [looked]")::equals);
        }
        assertThat(early).as("probes of what was still online").hasValue(0);
        node.close();
    }

    @Test
    void givesUpAProbeThatHangsThoughItBeganBeforeItWasAskedFor() {
        FailoverGroup many = group();
        GroupController node = node(many);
        node.start(many, StartCause.START);
        CountDownLatch never = new CountDownLatch(1);
        Piece stuck = pieces.get(MANY / 2);
        stuck.probe(context -> {
            never.await();
            return Probe.offline();
        });

        GroupOperationException stop =
                catchThrowableOfType(GroupOperationException.class, () -> node.stop(many, StopCause.GROUP_STOP));

        assertThat(stop.report().outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(stop.report().failures()).singleElement().satisfies(it -> assertThat(it.resource())
                .contains(stuck.id()));
        assertThat(node.view(many).state()).isEqualTo(GroupState.OFFLINE_FAILURE);
        stuck.probe(context -> Probe.offline());
        assertThat(node.stop(many, StopCause.GROUP_STOP).outcome()).isNotEqualTo(Outcome.FAILED);
        assertThat(node.view(many).state()).isEqualTo(GroupState.OFFLINE);
        node.close();
    }
}
