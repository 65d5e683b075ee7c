package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.MoveKind;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.StartCause;
import io.clp.failover.Plan;
import io.clp.platform.ServiceState;
import io.clp.testkit.FailoverTest;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.Latencies;
import java.time.Duration;

/** The active node loses its power. */
class CrashTest {
    private final FailoverGroup web = OneWayStandby.web();

    @FailoverTest(
            nodes = {"SV1", "SV2", "SV3", "SV4"},
            seeds = 20)
    void survivesTheLossOfTheActiveNode(FakeCluster.Builder builder) {
        try (FakeCluster cluster = builder.latencies(Latencies.windowsServer()).build()) {
            cluster.start(web);

            cluster.node("SV1").powerOff();
            cluster.settle();

            assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV2"));
            assertThat(cluster.node("SV2").services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
            assertThat(cluster.node("SV2").receives("10.0.0.10")).isTrue();
            MoveReport failover = cluster.lastMove(web).orElseThrow();
            assertThat(failover.kind()).isEqualTo(MoveKind.FAILOVER);
            assertThat(failover.start().orElseThrow().cause()).isEqualTo(StartCause.FAILOVER);
            assertThat(failover.downtime()).isLessThan(Duration.ofSeconds(30)); // from the last good moment
            assertThat(failover.duration()).isLessThan(Duration.ofSeconds(15)); // from the decision
        }
    }

    @FailoverTest(nodes = {"SV1", "SV2"})
    void theOtherGroupsSiteIsInterruptedOnce(FakeCluster.Builder builder) {
        try (FakeCluster cluster = builder.latencies(Latencies.windowsServer()).build()) {
            cluster.start(TwoWayStandby.SALES);
            cluster.start(TwoWayStandby.HR);

            cluster.node("SV1").powerOff();
            cluster.settle();

            assertThat(cluster.ownerOf(TwoWayStandby.SALES)).contains(NodeId.of("SV2"));
            assertThat(cluster.ownerOf(TwoWayStandby.HR)).contains(NodeId.of("SV2"));
            assertThat(cluster.lastMove(TwoWayStandby.SALES).orElseThrow().interruptions())
                    .hasSize(2) // W3SVC and ftpsvc, each once
                    .allSatisfy(it -> {
                        assertThat(it.interrupted()).isEqualTo(TwoWayStandby.HR.id());
                        assertThat(it.duration()).isPositive();
                    });
        }
    }

    @FailoverTest(nodes = {"SV1", "SV2"})
    void withoutProofOfDeathNobodyTakesOver(FakeCluster cluster) {
        cluster.start(web);
        cluster.fencer().fails();
        cluster.node("SV1").killProcess(); // IIS, the disk and the address live on
        cluster.settle();

        assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV1"));
        assertThat(cluster.node("SV2").services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);

        cluster.fence("SV1"); // somebody pulls the plug, and says so by the fencer
        cluster.fencer().heal();
        cluster.advance(Duration.ofMinutes(1));
        cluster.settle();
        assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV2"));
    }

    @FailoverTest(
            nodes = {"SV1", "SV2", "SV3"},
            seeds = 5)
    void aNodeThatIsCutOffGivesItsGroupUp(FakeCluster cluster) {
        cluster.start(web);
        cluster.partition("SV1");
        cluster.settle();

        assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV2"));
        cluster.heal();
        cluster.node("SV1").boot();
        cluster.settle();
        assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV2")); // it returns when somebody asks
    }

    @FailoverTest(nodes = {"SV1", "SV2", "SV3", "SV4"})
    void aPlanSaysWhatWouldBeDone(FakeCluster cluster) {
        cluster.start(web);
        cluster.settle();

        Plan plan = cluster.node("SV2").member().plan(web); // any node's member knows all of it

        assertThat(plan.actions()).isEmpty();
        assertThat(plan.placementOf(web.id()).node()).contains(NodeId.of("SV1"));
        assertThat(plan.toString())
                .contains("web on SV1: it is online there")
                .contains("not on SV2: it comes after SV1 in the group's list");
    }
}
