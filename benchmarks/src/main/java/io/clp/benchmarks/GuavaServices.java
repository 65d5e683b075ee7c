package io.clp.benchmarks;

import com.google.common.util.concurrent.AbstractIdleService;
import com.google.common.util.concurrent.ServiceManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Guava's {@link ServiceManager} over {@link AbstractIdleService}s that run on the given pool. A service starts once in its
 * life, so making services and manager is part of each start.
 */
final class GuavaServices implements Orchestrator {
    private final List<Step> steps;
    private final ExecutorService pool;
    private @Nullable ServiceManager manager;

    GuavaServices(Workload workload, ExecutorService pool) {
        if (workload.tiers().size() != 1) {
            throw new IllegalArgumentException("ServiceManager knows no order between services");
        }
        this.steps = workload.tiers().get(0);
        this.pool = pool;
    }

    @Override
    public void start() {
        List<StepService> services = new ArrayList<>(steps.size());
        for (Step step : steps) {
            services.add(new StepService(step, pool));
        }
        ServiceManager started = new ServiceManager(services);
        started.startAsync().awaitHealthy();
        manager = started;
    }

    @Override
    public void stop() {
        ServiceManager started = manager;
        if (started == null) {
            throw new IllegalStateException("not started");
        }
        started.stopAsync().awaitStopped();
        manager = null;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private static final class StepService extends AbstractIdleService {
        private final Step step;
        private final Executor executor;

        StepService(Step step, Executor executor) {
            this.step = step;
            this.executor = executor;
        }

        @Override
        protected void startUp() {
            step.start();
        }

        @Override
        protected void shutDown() {
            step.stop();
        }

        @Override
        protected Executor executor() {
            return executor;
        }
    }
}
