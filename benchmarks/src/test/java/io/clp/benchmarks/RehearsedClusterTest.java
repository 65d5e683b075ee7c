package io.clp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.NodeId;
import io.clp.config.ClusterDefinition;
import io.clp.platform.ServiceState;
import io.clp.rehearse.script.ScriptRehearsed;
import io.clp.testkit.FakeServices;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the benchmarks of configurations and scripts measure is what they say. */
class RehearsedClusterTest {
    @Test
    void everyFailoverRunsTheScriptOnTheOtherNode() {
        try (RehearsedCluster cluster = new RehearsedCluster(7)) {
            for (int i = 1; i <= 4; i++) {
                NodeId expected = NodeId.of(i % 2 == 1 ? "SV2" : "SV1");

                assertThat(cluster.failOver()).isEqualTo(expected);

                List<ScriptRehearsed> started = cluster.scriptsRun().stream()
                        .filter(it -> "FAILOVER".equals(it.environment().get("CLP_EVENT")))
                        .toList();
                assertThat(started).hasSize(i).last().satisfies(it -> {
                    assertThat(it.node()).isEqualTo(expected.value());
                    assertThat(it.run().commands()).hasSize(3);
                });
            }
            assertThat(cluster.notRehearsed()).isEmpty();
            FakeServices services = cluster.cluster().node("SV1").services();
            assertThat(List.of(services.state("W3SVC"), services.state("ftpsvc")))
                    .containsOnly(ServiceState.RUNNING);
        }
    }

    @Test
    void everyGroupOfTheConfigurationIsReadAndItsIisRecognised() throws IOException {
        try (ConfigurationOfGroups files = new ConfigurationOfGroups(300)) {
            ClusterDefinition read = files.read();

            assertThat(read.groups()).hasSize(300);
            assertThat(read.scripts()).hasSize(300);
            assertThat(read.offers()).hasSize(300).allSatisfy(it -> assertThat(
                            it.offer().what())
                    .isEqualTo("IIS in one-way standby, by ARMLOAD, with WWW and FTP"));
        }
    }
}
