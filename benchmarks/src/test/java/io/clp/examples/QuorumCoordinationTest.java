package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.platform.ServiceState;
import io.clp.testkit.FailoverTest;
import io.clp.testkit.FakeCluster;
import java.time.Duration;

/** The coordination over one's own quorum, under members on fake machines. */
class QuorumCoordinationTest {
    private final FailoverGroup web = OneWayStandby.web();

    private static FakeCluster cluster(FakeCluster.Builder builder) {
        SharedQuorum quorum = new SharedQuorum(); // one for all nodes; a partition cuts nodes off from it
        return builder.coordination(node -> {
                    NodeId id = NodeId.of(node.info().computerName());
                    return new QuorumCoordination(
                            quorum.seenFrom(id.value(), node.timeline(), node::reachesQuorum), id);
                })
                .build();
    }

    @FailoverTest(
            nodes = {"SV1", "SV2", "SV3", "SV4"},
            seeds = 5)
    void losesTheGroupWithTheQuorum(FakeCluster.Builder builder) {
        try (FakeCluster cluster = cluster(builder)) {
            cluster.start(web);
            cluster.partition("SV1"); // SV1 takes its group offline, the fencer confirms, SV2 takes over
            cluster.advance(Duration.ofMinutes(1));

            assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV2"));
            assertThat(cluster.node("SV2").services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
            assertThat(cluster.fencer().asked()).containsOnly(NodeId.of("SV1"));
        }
    }

    @FailoverTest(nodes = {"SV1", "SV2", "SV3", "SV4"})
    void withoutFencingTheGroupIsOfflineAndStays(FakeCluster.Builder builder) {
        try (FakeCluster cluster = cluster(builder)) {
            cluster.start(web);
            cluster.fencer().fails();
            cluster.partition("SV1");
            cluster.advance(Duration.ofMinutes(1));
            assertThat(cluster.node("SV1").services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);
            assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV1"));

            cluster.heal();
            cluster.advance(Duration.ofMinutes(1));
            assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV1"));
            assertThat(cluster.node("SV1").services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
        }
    }

    @FailoverTest(
            nodes = {"SV1", "SV2", "SV3", "SV4"},
            seeds = 5)
    void movesAndReturns(FakeCluster.Builder builder) {
        try (FakeCluster cluster = cluster(builder)) {
            cluster.start(web);
            cluster.move(web, "SV3");
            assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV3"));
            cluster.node("SV3").killProcess();
            cluster.node("SV3").startProcess();
            cluster.advance(Duration.ofMinutes(1));
            assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV3"));
            assertThat(cluster.node("SV3").member().failback(web).to()).isEqualTo(NodeId.of("SV1"));
        }
    }
}
