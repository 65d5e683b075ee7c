package io.clp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupState;
import io.clp.NodeId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the benchmarks of clusters measure is what they say. */
class ClusterOfTwoTest {
    @Test
    void everyFaultMovesTheGroupToTheOtherNode() {
        try (ClusterOfTwo cluster = new ClusterOfTwo(7)) {
            for (int i = 0; i < 20; i++) {
                NodeId expected = NodeId.of(i % 2 == 0 ? "SV2" : "SV1");

                assertThat(cluster.failOver()).isEqualTo(expected);
            }
            assertThat(cluster.cluster().trace())
                    .contains("power off", "process killed", "link: cut", "process paused", "frozen")
                    .contains("requests meet something", "an answer takes", "DEAD_FOR_SURE");
        }
    }

    @Test
    void theSameSeedIsTheSameRun() {
        assertThat(trace(3)).isEqualTo(trace(3)).isNotEqualTo(trace(4));
    }

    private static String trace(long seed) {
        try (ClusterOfTwo cluster = new ClusterOfTwo(seed)) {
            cluster.failOver();
            return cluster.cluster().trace();
        }
    }

    @Test
    void anIdleClusterStaysOnline() {
        IdleClusterHour idle = new IdleClusterHour();
        assertThat(idle.hour()).isEqualTo(GroupState.ONLINE);
        idle.close();
    }

    @Test
    void aFailoverTakesDetectionAndCriticalPathAndHardlyMore() {
        FailureToOnline most = FailureToOnline.measure(100);

        assertThat(most.seeds()).isEqualTo(100);
        assertThat(most.largest()).isBetween(Duration.ZERO, Duration.ofMillis(5));
    }

    @Test
    void timesAreReadFromTheTrace() {
        String trace = "0:00:01.000002 SV1 machine: off\n1:02:03.000004 SV1 machine: off again";

        assertThat(FailureToOnline.timeOf(trace, "SV1 machine: off"))
                .isEqualTo(Duration.ofHours(1).plusMinutes(2).plusSeconds(3).plusNanos(4_000));
    }
}
