package io.clp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.resource.ServiceResource;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FakeClusterRealTimeIT {
    private static final int LOOKS = 300;
    private static final NodeId SV2 = NodeId.of("SV2");

    private final FailoverGroup queue = FailoverGroup.builder("queue")
            .nodes("SV1", "SV2")
            .resource(ServiceResource.builder("mq").service("Queue").build())
            .build();

    private boolean isOnline(FakeCluster cluster) {
        return cluster.ownerOf(queue).equals(Optional.of(SV2))
                && cluster.view(queue).state() == GroupState.ONLINE;
    }

    @Test
    void movesAndFailsOverOnTheSystemsClock() {
        try (FakeCluster cluster = FakeCluster.builder()
                .nodes("SV1", "SV2")
                .latencies(Latencies.none()
                        .serviceStart(Latency.fixed(Duration.ofMillis(50)))
                        .failureDetection(Latency.fixed(Duration.ofSeconds(1))))
                .realTime()
                .build()) {
            cluster.start(queue);
            MoveReport move = cluster.move(queue, "SV2");
            assertThat(move.downtime()).isBetween(Duration.ofMillis(50), Duration.ofSeconds(5));
            assertThat(move.start()).isPresent();
            assertThat(cluster.ownerOf(queue)).contains(SV2);
            cluster.move(queue, "SV1");
            cluster.node("SV1").powerOff();
            for (int i = 0; i < LOOKS && !isOnline(cluster); i++) {
                cluster.advance(Duration.ofMillis(100));
            }
            assertThat(isOnline(cluster)).isTrue();
            assertThatThrownBy(() -> cluster.node("SV2").pause()).hasMessageContaining("only in virtual time");
            assertThatThrownBy(() -> cluster.node("SV2").driftClock(2)).hasMessageContaining("only in virtual time");
            assertThatThrownBy(() -> cluster.node("SV2").stepClock(Duration.ofHours(1)))
                    .hasMessageContaining("only in virtual time");
        }
    }
}
