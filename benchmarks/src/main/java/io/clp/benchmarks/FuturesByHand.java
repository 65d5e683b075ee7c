package io.clp.benchmarks;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/** What one would write without a library: one {@code thenRunAsync} a resource on a pool, {@code allOf} where tiers meet. */
final class FuturesByHand implements Orchestrator {
    private final Workload workload;
    private final ExecutorService pool;

    FuturesByHand(Workload workload, ExecutorService pool) {
        this.workload = workload;
        this.pool = pool;
    }

    @Override
    public void start() {
        run(workload.tiers(), Step::start);
    }

    @Override
    public void stop() {
        run(workload.backwards(), Step::stop);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private void run(List<List<Step>> tiers, Consumer<Step> operation) {
        CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
        for (List<Step> tier : tiers) {
            before = then(before, tier, operation);
        }
        before.join();
    }

    private CompletableFuture<Void> then(CompletableFuture<Void> before, List<Step> tier, Consumer<Step> operation) {
        if (tier.size() == 1) {
            Step only = tier.get(0);
            return before.thenRunAsync(() -> operation.accept(only), pool);
        }
        CompletableFuture<?>[] all = new CompletableFuture<?>[tier.size()];
        for (int i = 0; i < all.length; i++) {
            Step step = tier.get(i);
            all[i] = before.thenRunAsync(() -> operation.accept(step), pool);
        }
        return CompletableFuture.allOf(all);
    }
}
