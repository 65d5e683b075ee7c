package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.NodeId;
import io.clp.failover.Fencer;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.FakePlatform;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The daemon's own wiring: two of them on fake machines, with a fake quorum and a power switch that works. */
class HaDaemonTest {
    private final FakeMachines machines = FakeMachines.builder()
            .nodes("SV1", "SV2")
            .provide(TwoWayStandby.SALES, TwoWayStandby.HR)
            .build();
    private final SharedQuorum quorum = new SharedQuorum();

    private HaDaemon daemonOn(String name) {
        FakePlatform machine = machines.node(name);
        return new HaDaemon(
                machine,
                new QuorumCoordination(quorum.seenFrom(name, machine.timeline(), machine::poweredOn), NodeId.of(name)),
                this::powerOff);
    }

    private Fencer.Result powerOff(NodeId node) {
        machines.node(node.value()).powerOff();
        return Fencer.Result.DEAD_FOR_SURE;
    }

    @AfterEach
    void close() {
        machines.close();
    }

    @Test
    void bothSitesAreServedMovedAndTakenOver() throws Exception {
        HaDaemon one = daemonOn("SV1");
        HaDaemon two = daemonOn("SV2");
        one.join();
        two.join();
        machines.advance(Duration.ofMinutes(1));
        assertThat(machines.node("SV1").receives("10.0.0.21")).isTrue();
        assertThat(machines.node("SV2").receives("10.0.0.22")).isTrue();

        CompletableFuture<String> moved = one.move("sales", "SV2");
        machines.advance(Duration.ofMinutes(1));
        assertThat(moved).isCompletedWithValue("200 on SV2");
        assertThat(machines.node("SV2").receives("10.0.0.21")).isTrue();
        assertThat(one.move("payroll", "SV2")).isCompletedWithValue("404 no such group");
        CompletableFuture<String> refused = one.move("sales", "SV2");
        machines.settle();
        assertThat(refused.get()).startsWith("409").contains("SV2 has the group");

        machines.node("SV2").powerOff();
        machines.advance(Duration.ofMinutes(1));
        assertThat(machines.node("SV1").receives("10.0.0.21")).isTrue();
        assertThat(machines.node("SV1").receives("10.0.0.22")).isTrue();
    }

    @Test
    void whatLeavesMovesItsGroups() {
        HaDaemon one = daemonOn("SV1");
        daemonOn("SV2").join();
        one.join();
        machines.advance(Duration.ofMinutes(1));

        one.close();

        assertThat(machines.node("SV2").receives("10.0.0.21")).isTrue();
        assertThat(machines.node("SV2").receives("10.0.0.22")).isTrue();
    }
}
