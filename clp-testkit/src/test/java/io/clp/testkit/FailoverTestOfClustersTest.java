package io.clp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.failover.Fencer;
import io.clp.resource.ServiceResource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

class FailoverTestOfClustersTest {
    private static final FailoverGroup QUEUE = FailoverGroup.builder("queue")
            .nodes("SV1", "SV2", "SV3")
            .resource(ServiceResource.builder("mq").service("Queue").build())
            .build();

    @FailoverTest(
            nodes = {"SV1", "SV2", "SV3"},
            seeds = 20)
    void theClusterAndItsNodes(FakeCluster cluster, FakeNode sv1, FakeNode sv2) {
        assertThat(cluster.nodes()).hasSize(3).startsWith(sv1, sv2);
        assertThat(cluster.start(QUEUE).node()).isEqualTo(NodeId.of("SV1"));
        sv1.powerOff();
        cluster.settle();
        assertThat(cluster.ownerOf(QUEUE)).contains(NodeId.of("SV2"));
        assertThat(sv2.member().ownerOf(QUEUE)).contains(NodeId.of("SV2"));
        assertThat(sv2.controller().group(QUEUE.id())).contains(QUEUE);
    }

    @FailoverTest(nodes = {"SV1", "SV2"})
    void aClusterOfTheTestsOwnMaking(FakeCluster.Builder builder) {
        FakeCluster cluster = builder.latencies(Latencies.windowsServer())
                .install("Spooler")
                .iisVersion("8.5")
                .windowsVersion("6.3.9600")
                .elevated(false)
                .networkInterface("LAN", "10.9.0.0/16")
                .invariants(true)
                .fencer(Fencer.none())
                .members((node, member) -> member.patience(Duration.ofSeconds(40)))
                .build();
        FakeNode sv1 = cluster.node("sv1");
        assertThat(sv1.info().iisVersion()).contains("8.5");
        assertThat(sv1.info().windowsVersion()).isEqualTo("6.3.9600");
        assertThat(sv1.info().elevated()).isFalse();
        assertThat(sv1.service("Spooler").acts()).isEmpty();
        assertThat(sv1.addresses().add("10.9.0.1/16", "LAN").holds()).isTrue();
        sv1.addresses().remove("10.9.0.1");
        cluster.start(QUEUE);
        sv1.powerOff();
        cluster.settle();
        assertThat(cluster.ownerOf(QUEUE)).as("nobody could fence SV1").contains(NodeId.of("SV1"));
        assertThat(cluster.fencer().asked()).isEmpty();
    }

    @Test
    void aTestThatTakesTwoKindsIsRefused() {
        assertThat(failureOf(Mixed.class)).hasMessageContaining("a test takes one of four");
        assertThat(failureOf(TooMany.class))
                .hasMessageContaining("@FailoverTest names 1 node(s), and the method takes 2 of type FakeNode");
        assertThat(failureOf(OtherNodes.class)).hasMessageContaining("the nodes are those of @FailoverTest");
        assertThat(failureOf(OtherSeed.class)).hasMessageContaining("the seed is that of @FailoverTest");
    }

    @Test
    void aFailureTellsTheSeedAndWhatHadHappened() {
        Throwable failure = failureOf(Failing.class);
        assertThat(failure).hasMessage("expected by nobody");
        assertThat(failure.getSuppressed()).singleElement().satisfies(it -> assertThat(it)
                .hasMessageContaining("seed 5; to run it again: @FailoverTest(nodes = {\"SV1\"}, seed = 5)")
                .hasMessageContaining("claim of queue: Acquired[epoch=1]"));
    }

    private static Throwable failureOf(Class<?> test) {
        List<TestExecutionResult> results =
                EngineTestKit.engine("junit-jupiter")
                        .selectors(selectClass(test))
                        .execute()
                        .testEvents()
                        .finished()
                        .stream()
                        .map(it -> it.getRequiredPayload(TestExecutionResult.class))
                        .toList();
        assertThat(results).hasSize(1);
        return results.get(0).getThrowable().orElseThrow();
    }

    static class Mixed {
        @FailoverTest(nodes = "SV1")
        void runs(FakeCluster cluster, FakePlatform platform) {}
    }

    static class TooMany {
        @FailoverTest(nodes = "SV1")
        void runs(FakeNode one, FakeNode two) {}
    }

    static class OtherNodes {
        @FailoverTest(nodes = "SV1")
        void runs(FakeCluster.Builder builder) {
            builder.nodes("SV2");
        }
    }

    static class OtherSeed {
        @FailoverTest(nodes = "SV1")
        void runs(FakeCluster.Builder builder) {
            builder.seed(2);
        }
    }

    static class Failing {
        @FailoverTest(nodes = "SV1", seed = 5)
        void runs(FakeCluster cluster) {
            cluster.start(QUEUE);
            throw new IllegalStateException("expected by nobody");
        }
    }

    @Test
    void aBuilderTakesACoordination() {
        try (FakeCluster cluster = FakeCluster.builder()
                .nodes("SV1", "SV2")
                .coordination(OneRegister.shared())
                .build()) {
            assertThat(cluster.start(QUEUE).node()).isEqualTo(NodeId.of("SV1"));
            assertThat(cluster.ownerOf(QUEUE)).contains(NodeId.of("SV1"));
            cluster.move(QUEUE, "SV2");
            assertThat(cluster.ownerOf(QUEUE)).contains(NodeId.of("SV2"));
            cluster.partition("SV2");
            cluster.settle();
            assertThat(cluster.node("SV2").reachesQuorum()).isFalse();
            assertThat(cluster.ownerOf(QUEUE)).contains(NodeId.of("SV1"));
            assertThat(cluster.trace()).contains("coordination: group queue acquired, epoch 3");
        }
    }
}
