package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.ServiceInterrupted;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.testkit.FakePlatform;
import org.junit.jupiter.api.Test;

/** The two definitions run. */
class StandbyTest {
    @Test
    void oneWay() {
        FailoverGroup web = OneWayStandby.web();
        try (FakePlatform platform = FakePlatform.builder("SV3").provide(web).build();
                GroupController node =
                        GroupController.builder(platform).groups(web).build()) {
            StartReport report = node.start(web, StartCause.START);

            assertThat(report.operations()).flatExtracting(it -> it.log()).contains("ARMLOAD WWWService /S W3SVC");
            node.stop(web, StopCause.GROUP_STOP);
        }
    }

    @Test
    void twoWay() {
        try (FakePlatform platform = FakePlatform.builder("SV1")
                        .provide(TwoWayStandby.SALES, TwoWayStandby.HR)
                        .build();
                GroupController node = GroupController.builder(platform)
                        .groups(TwoWayStandby.SALES, TwoWayStandby.HR)
                        .build()) {
            node.start(TwoWayStandby.SALES, StartCause.START);
            StartReport report = node.start(TwoWayStandby.HR, StartCause.FAILOVER);

            assertThat(report.interruptions())
                    .extracting(ServiceInterrupted::interrupted)
                    .containsOnly(TwoWayStandby.SALES.id());
        }
    }
}
