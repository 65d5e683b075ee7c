package io.clp.benchmarks;

import io.clp.internal.time.WorkerTimeline;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The threads that the engine runs on, without the engine: the last step of a tier sets the next one going. */
final class TimelineWorkers implements Orchestrator {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final WorkerTimeline timeline = (WorkerTimeline) Timeline.system();
    private final Workload workload;

    TimelineWorkers(Workload workload, ExecutorService unused) {
        this.workload = workload;
        unused.shutdown();
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
        // The threads end by themselves.
    }

    private void run(List<List<Step>> tiers, Consumer<Step> operation) throws InterruptedException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        new Tier(tiers, 0, operation, done).begin();
        if (!timeline.await(done, LIMIT)) {
            throw new IllegalStateException("no end after " + LIMIT);
        }
    }

    private final class Tier {
        private final List<List<Step>> tiers;
        private final int index;
        private final Consumer<Step> operation;
        private final CompletableFuture<Void> done;
        private final AtomicInteger left;

        Tier(List<List<Step>> tiers, int index, Consumer<Step> operation, CompletableFuture<Void> done) {
            this.tiers = tiers;
            this.index = index;
            this.operation = operation;
            this.done = done;
            this.left = new AtomicInteger(tiers.get(index).size());
        }

        void begin() {
            List<Step> steps = tiers.get(index);
            if (steps.size() == 1) {
                timeline.executeNext(() -> perform(steps.get(0)));
                return;
            }
            List<Runnable> work = new ArrayList<>(steps.size());
            for (Step step : steps) {
                work.add(() -> perform(step));
            }
            timeline.executeAll(work);
        }

        private void perform(Step step) {
            operation.accept(step);
            if (left.decrementAndGet() > 0) {
                return;
            }
            if (index + 1 < tiers.size()) {
                new Tier(tiers, index + 1, operation, done).begin();
            } else {
                done.complete(null);
            }
        }
    }
}
