package io.clp.benchmarks;

import java.util.List;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.DefaultLifecycleProcessor;

/**
 * Spring's {@link DefaultLifecycleProcessor} over {@link SmartLifecycle} beans, one phase a tier. Phases of more than one bean
 * start and stop concurrently on the given pool; a phase of one bean runs on the caller's thread, which is faster.
 */
final class SpringLifecycle implements Orchestrator {
    private static final long LIMIT_MILLIS = 60_000;

    private final DefaultLifecycleProcessor processor = new DefaultLifecycleProcessor();
    private final ExecutorService pool;

    SpringLifecycle(Workload workload, ExecutorService pool) {
        this.pool = pool;
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.setBootstrapExecutor(pool);
        processor.setBeanFactory(beans);
        int phase = 0;
        for (List<Step> tier : workload.tiers()) {
            boolean wide = tier.size() > 1;
            if (wide) {
                processor.setConcurrentStartupForPhase(phase, LIMIT_MILLIS);
            }
            for (int i = 0; i < tier.size(); i++) {
                beans.registerSingleton("step-" + phase + "-" + i, new StepBean(tier.get(i), phase, wide));
            }
            phase++;
        }
    }

    @Override
    public void start() {
        processor.start();
    }

    @Override
    public void stop() {
        processor.stop();
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }

    private final class StepBean implements SmartLifecycle {
        private final Step step;
        private final int phase;
        private final boolean concurrent;

        StepBean(Step step, int phase, boolean concurrent) {
            this.step = step;
            this.phase = phase;
            this.concurrent = concurrent;
        }

        @Override
        public void start() {
            step.start();
        }

        @Override
        public void stop() {
            step.stop();
        }

        @Override
        public void stop(Runnable done) {
            if (!concurrent) {
                step.stop();
                done.run();
                return;
            }
            pool.execute(() -> {
                step.stop();
                done.run();
            });
        }

        @Override
        public boolean isRunning() {
            return step.online();
        }

        @Override
        public int getPhase() {
            return phase;
        }
    }
}
