package io.clp.benchmarks;

import java.util.concurrent.ExecutorService;
import java.util.function.BiFunction;

/** Who competes. */
public enum Peer {
    /** See {@link FuturesByHand}. */
    FUTURES(FuturesByHand::new),

    /** See {@link GuavaServices}: independent resources only, for {@code ServiceManager} knows no order between services. */
    GUAVA(GuavaServices::new),

    /** See {@link SpringLifecycle}. */
    SPRING(SpringLifecycle::new),

    /** See {@link BarePool}: no peer in what it offers but the floor under all of them. */
    BARE_POOL(BarePool::new),

    /** See {@link TimelineWorkers}: the threads that the engine runs on, and nothing of the engine. */
    TIMELINE(TimelineWorkers::new),

    /** See {@link EngineOrchestrator}: the library. */
    ENGINE(EngineOrchestrator::new);

    private final BiFunction<Workload, ExecutorService, Orchestrator> constructor;

    Peer(BiFunction<Workload, ExecutorService, Orchestrator> constructor) {
        this.constructor = constructor;
    }

    Orchestrator open(Workload workload, ExecutorService pool) {
        return constructor.apply(workload, pool);
    }
}
