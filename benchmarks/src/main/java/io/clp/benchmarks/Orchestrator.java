package io.clp.benchmarks;

/** Something that starts and stops the steps of a {@link Workload}, one call at a time. */
interface Orchestrator extends AutoCloseable {
    /** Starts every step, one tier after the other, and returns when all are online. */
    void start() throws Exception;

    /** Stops every step, last tier first, and returns when all are offline. */
    void stop() throws Exception;

    /** Frees what the trial needed. */
    @Override
    void close();
}
