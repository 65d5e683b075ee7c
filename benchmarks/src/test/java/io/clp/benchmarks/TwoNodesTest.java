package io.clp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.Operation;
import io.clp.StartReport;
import org.junit.jupiter.api.Test;

class TwoNodesTest {
    @Test
    void everyFailoverBringsTheWholeGroupUpOnTheOtherNodeUnderTheNextEpoch() {
        try (TwoNodes nodes = TwoNodes.inVirtualTime(7)) {
            for (int i = 0; i < 4; i++) {
                StartReport report = nodes.failOver();

                assertThat(report.node().value()).isEqualTo(i % 2 == 0 ? "SV2" : "SV1");
                assertThat(report.epoch()).isEqualTo(i + 2);
                assertThat(report.operations().stream().filter(it -> it.kind() == Operation.Kind.ONLINE))
                        .hasSize(TwoNodes.WEB.resources().size());
            }
        }
    }

    @Test
    void aSwitchoverStopsTheGroupBeforeItStartsOnTheOtherNode() {
        try (TwoNodes nodes = TwoNodes.inVirtualTime(7)) {
            assertThat(nodes.switchOver().node().value()).isEqualTo("SV2");
            assertThat(nodes.switchOver().node().value()).isEqualTo("SV1");
            assertThat(nodes.machines().trace()).contains("GROUP_MOVE").doesNotContain("power off");
        }
    }

    @Test
    void aVirtualHourIsAnHour() {
        VirtualHour hours = new VirtualHour();
        assertThat(hours.hour()).isEqualTo(3_600_000_000_000L);
        hours.close();
    }
}
