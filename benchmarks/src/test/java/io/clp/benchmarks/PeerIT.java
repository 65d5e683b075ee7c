package io.clp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeerIT {
    private static final Set<Job> WITHOUT_ORDER = EnumSet.of(Job.HUNDRED_SLEEPS, Job.THOUSAND_NO_OPS);

    @ParameterizedTest
    @EnumSource
    void startsAndStopsEveryStepOfEveryJobItCanDo(Peer peer) throws Exception {
        for (Job job : peer == Peer.GUAVA ? WITHOUT_ORDER : EnumSet.allOf(Job.class)) {
            Workload workload = Workload.of(job);
            try (Orchestrator orchestrator = peer.open(workload, PoolKind.CACHED.open(job))) {
                for (int round = 0; round < 2; round++) {
                    orchestrator.start();
                    assertThat(workload.online()).as("%s online", job).isEqualTo(job.depth() * job.width());
                    orchestrator.stop();
                    assertThat(workload.online()).as("%s offline", job).isZero();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CHAIN_OF_5", "FOUR_TIERS_OF_SLEEPS"})
    void saysWhyGuavaCannotDoJobsWithOrder(Job job) {
        ExecutorService pool = PoolKind.CACHED.open(job);
        try {
            assertThatThrownBy(() -> Peer.GUAVA.open(Workload.of(job), pool))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("order");
        } finally {
            pool.shutdownNow();
        }
    }
}
