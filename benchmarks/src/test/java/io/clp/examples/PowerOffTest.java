package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupState;
import io.clp.StaleEpochException;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.testkit.FailoverTest;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.Latencies;
import java.time.Duration;

/** Two nodes; the test plays the cluster manager. */
class PowerOffTest {
    private final FailoverGroup web = OneWayStandby.web();

    @FailoverTest(
            nodes = {"SV1", "SV2"},
            seeds = 20)
    void theNextNodeTakesOverWithinTenSeconds(FakeMachines.Builder builder) {
        try (FakeMachines machines = builder.provide(web)
                        .latencies(Latencies.windowsServer())
                        .build();
                GroupController sv2 = GroupController.builder(machines.node("SV2"))
                        .groups(web)
                        .build()) {
            GroupController sv1 =
                    GroupController.builder(machines.node("SV1")).groups(web).build();
            sv1.start(web, StartCause.START, 1);

            machines.node("SV1").powerOff();
            StartReport report = sv2.start(web, StartCause.FAILOVER, 2); // your code decides when and where

            assertThat(sv2.view(web).state()).isEqualTo(GroupState.ONLINE);
            assertThat(report.duration()).isLessThan(Duration.ofSeconds(10)); // in virtual time
            assertThat(machines.node("SV2").receives("10.0.0.10")).isTrue();
            assertThatThrownBy(() -> sv2.start(web, StartCause.FAILOVER, 1)).isInstanceOf(StaleEpochException.class);
        }
    }
}
