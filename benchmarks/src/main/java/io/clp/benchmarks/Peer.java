package io.clp.benchmarks;

import java.util.concurrent.ExecutorService;

/** Who competes. */
public enum Peer {
    /** See {@link FuturesByHand}. */
    FUTURES,

    /** See {@link GuavaServices}: independent resources only, for {@code ServiceManager} knows no order between services. */
    GUAVA,

    /** See {@link SpringLifecycle}. */
    SPRING,

    /** See {@link BarePool}: no peer in what it offers but the floor under all of them. */
    BARE_POOL,

    /** See {@link TimelineWorkers}: the threads that the engine runs on, and nothing of the engine. */
    TIMELINE,

    /** See {@link EngineOrchestrator}: the library. */
    ENGINE;

    Orchestrator open(Workload workload, ExecutorService pool) {
        return switch (this) {
            case FUTURES -> new FuturesByHand(workload, pool);
            case GUAVA -> new GuavaServices(workload, pool);
            case SPRING -> new SpringLifecycle(workload, pool);
            case BARE_POOL -> new BarePool(workload, pool);
            case TIMELINE -> new TimelineWorkers(workload, pool);
            case ENGINE -> new EngineOrchestrator(workload, pool);
        };
    }
}
