package io.clp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.failover.FailoverPolicy;
import io.clp.resource.ServiceResource;
import io.clp.resource.SwitchablePartition;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Where no failover can be safe, the simulator tells that two nodes hold a group; where it can be, it is. */
class ImpossibleSafetyTest {
    private static final String VOLUME = "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-100000000000}\\";

    private final FailoverGroup queue = FailoverGroup.builder("queue")
            .nodes("SV1", "SV2")
            .failover(FailoverPolicy.builder().within(Duration.ofSeconds(1)).build())
            .resource(SwitchablePartition.builder("data")
                    .volume(VOLUME)
                    .mountAt("E:\\")
                    .build())
            .resource(ServiceResource.builder("mq").service("Queue").build())
            .build();

    @Test
    void aFencerThatLies() {
        reports(FakeCluster.builder(), both("partition data", "partition data"), cluster -> {
            cluster.fencer().lies();
            cluster.node("SV1").killProcess();
        });
    }

    @Test
    void aServiceThatSaysItHasStoppedAndRuns() {
        reports(FakeCluster.builder(), both("service Queue", "partition data"), cluster -> {
            cluster.node("SV1").service("Queue").lieStopped();
            cluster.move(queue, "SV2");
        });
    }

    @Test
    void aTakeoverWithoutFencingThatTheCallerAccepts() {
        reports(FakeCluster.builder().acceptUnfenced(), both("partition data", "partition data"), cluster -> {
            cluster.fencer().fails();
            cluster.node("SV1").killProcess();
        });
    }

    @Test
    void whatIsNotCheckedIsInTheTrace() {
        try (FakeCluster cluster = FakeCluster.builder()
                .nodes("SV1", "SV2")
                .acceptUnfenced()
                .invariants(false)
                .build()) {
            cluster.start(queue);
            cluster.fencer().fails();
            cluster.node("SV1").killProcess();
            cluster.settle();
            assertThat(cluster.ownerOf(queue)).contains(NodeId.of("SV2"));
            assertThat(cluster.trace()).contains("RULE BROKEN");
        }
    }

    @Test
    void theSameFaultsWithoutALie() {
        try (FakeCluster cluster =
                FakeCluster.builder().nodes("SV1", "SV2").acceptUnfenced().build()) {
            cluster.start(queue);
            cluster.node("SV1").killProcess();
            cluster.settle();
            assertThat(cluster.ownerOf(queue)).contains(NodeId.of("SV2"));
            cluster.fencer().doubts();
            cluster.node("SV1").boot();
            cluster.settle();
            cluster.node("SV2").killProcess();
            cluster.settle();
            assertThat(cluster.ownerOf(queue)).contains(NodeId.of("SV1"));
        }
    }

    private static String both(String first, String second) {
        return "two machines hold resources of group queue: SV1 (" + first + ") and SV2 (" + second + ")";
    }

    private void reports(FakeCluster.Builder builder, String rule, Consumer<FakeCluster> disturbance) {
        FakeCluster cluster = builder.nodes("SV1", "SV2").seed(4).build();
        cluster.start(queue);
        assertThatThrownBy(() -> {
                    disturbance.accept(cluster);
                    cluster.settle();
                })
                .isInstanceOfSatisfying(InvariantViolation.class, it -> {
                    assertThat(it.rule()).isEqualTo(rule);
                    assertThat(it.seed()).isEqualTo(4);
                })
                .hasMessageContaining("claim of queue: Acquired[epoch=1]");
        cluster.close();
    }
}
