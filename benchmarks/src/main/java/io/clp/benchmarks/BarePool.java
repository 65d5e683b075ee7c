package io.clp.benchmarks;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** The least there can be: a pool, and a latch a tier on which the caller waits. */
final class BarePool implements Orchestrator {
    private final Workload workload;
    private final ExecutorService pool;

    BarePool(Workload workload, ExecutorService pool) {
        this.workload = workload;
        this.pool = pool;
    }

    @Override
    public void start() throws InterruptedException {
        run(workload.tiers(), Step::start);
    }

    @Override
    public void stop() throws InterruptedException {
        run(workload.backwards(), Step::stop);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private void run(List<List<Step>> tiers, Consumer<Step> operation) throws InterruptedException {
        for (List<Step> tier : tiers) {
            CountDownLatch latch = new CountDownLatch(tier.size());
            for (Step step : tier) {
                pool.execute(() -> {
                    operation.accept(step);
                    latch.countDown();
                });
            }
            latch.await();
        }
    }
}
