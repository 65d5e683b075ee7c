package io.clp.testkit.internal.sim;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The right to run in a simulation and to touch its state. One thread holds it, or none while test code runs between two calls.
 * Its volatile writes order everything: who has passed it on touches nothing any more.
 */
final class Baton {
    private final AtomicReference<@Nullable Thread> holder = new AtomicReference<>();

    @Nullable
    Thread holder() {
        return holder.get();
    }

    boolean heldBy(Thread thread) {
        return holder.get() == thread;
    }

    boolean take(Thread thread) {
        return holder.compareAndSet(null, thread);
    }

    void free() {
        holder.set(null);
    }

    void pass(Thread to) {
        holder.set(to);
        LockSupport.unpark(to);
    }

    /** Gives it to a worker that will be told by {@link Worker#assign}. */
    void give(Worker to) {
        holder.set(to);
    }
}
