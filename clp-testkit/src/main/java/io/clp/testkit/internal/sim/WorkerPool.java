package io.clp.testkit.internal.sim;

import java.util.ArrayDeque;
import java.util.Deque;

/** The idle workers, shared by all simulations of the JVM; the one used last goes first, since its caches are warm. */
final class WorkerPool {
    private static final Deque<Worker> IDLE = new ArrayDeque<>();
    private static int created;

    private WorkerPool() {}

    static Worker take() {
        Worker fresh;
        synchronized (IDLE) {
            Worker idle = IDLE.pollLast();
            if (idle != null) {
                return idle;
            }
            fresh = new Worker(++created);
        }
        fresh.start();
        return fresh;
    }

    static void give(Worker worker) {
        synchronized (IDLE) {
            IDLE.addLast(worker);
        }
    }

    /** Returns how many threads were ever started. */
    static int created() {
        synchronized (IDLE) {
            return created;
        }
    }
}
