package io.clp.internal.time;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A thread of a {@link WorkerPool}. The fields marked so belong to the pool's lock. */
final class Worker extends Thread {
    private final WorkerPool pool;

    /** The continuation; touched by this thread only. */
    private @Nullable Runnable next;

    /** Whether the present work has waited, which is not short then; touched by this thread only. */
    private boolean waited;

    /** Whether it has been woken before; touched by the one waker the pool has chosen. */
    private boolean begun;

    /** Neighbours among the idle workers; under the pool's lock. */
    @Nullable
    Worker above;

    @Nullable
    Worker below;

    /** The next of those to be woken with it; touched by the waker. */
    @Nullable
    Worker alsoWoken;

    /** Counted by the pool as looking for work; under the pool's lock. */
    boolean searching;

    /** Among the idle workers. Written under the pool's lock. */
    volatile boolean idle;

    Worker(WorkerPool pool, String name) {
        // Inherits no thread locals: a worker outlives the caller that happened to need it.
        super(null, null, name, 0, false);
        this.pool = pool;
        setDaemon(true);
        setContextClassLoader(Worker.class.getClassLoader());
    }

    boolean belongsTo(WorkerPool other) {
        return pool == other;
    }

    /** Keeps the continuation unless there is one already. */
    boolean offerNext(Runnable work) {
        if (next != null) {
            return false;
        }
        next = work;
        return true;
    }

    @Nullable
    Runnable takeNext() {
        Runnable taken = next;
        next = null;
        return taken;
    }

    void markWaited() {
        waited = true;
    }

    boolean clearWaited() {
        boolean was = waited;
        waited = false;
        return was;
    }

    /** Sends an idle worker on, or begins a new one. */
    void wake() {
        if (begun) {
            LockSupport.unpark(this);
        } else {
            begun = true;
            start();
        }
    }

    /** Waits until a waker has taken this worker from the idle ones; false where the time passed first. */
    boolean awaitWake(long nanos) {
        long deadline = System.nanoTime() + nanos; // the real clock: this is a part of the system's timeline
        while (idle) {
            long left = deadline - System.nanoTime(); // as above
            if (left <= 0) {
                return false;
            }
            LockSupport.parkNanos(pool, left);
            interrupted();
        }
        return true;
    }

    @Override
    public void run() {
        Runnable work = pool.take(this);
        while (work != null) {
            pool.failures().guard("A piece of work ended abnormally.", work);
            interrupted();
            Runnable following = takeNext();
            work = following == null ? pool.take(this) : following;
        }
    }
}
