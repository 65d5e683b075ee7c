package io.clp.internal.time;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work that can be interrupted wherever it runs, and never the work after it on the same thread.
 *
 * <p>Thread-safe. Runs at most once.
 */
public abstract class InterruptibleWork implements Runnable {
    private static final AtomicReferenceFieldUpdater<InterruptibleWork, Object> STAGE =
            AtomicReferenceFieldUpdater.newUpdater(InterruptibleWork.class, Object.class, "stage");

    private static final Object OVER = new Object();
    private static final Object INTERRUPTED = new Object();

    /** Null before it begins; then the thread it runs on, until it is {@link #INTERRUPTED} there or {@link #OVER}. */
    private volatile @Nullable Object stage;

    /** Where it runs, once it has been interrupted; under this object's lock. */
    private @Nullable Thread interruptedOn;

    /** Does the work. */
    protected abstract void body();

    /** Told, on the interrupting thread, that an interrupt came before the work began, so that it never begins. */
    protected abstract void neverBegins();

    @Override
    public final void run() {
        Thread me = Thread.currentThread();
        if (!STAGE.compareAndSet(this, null, me)) {
            return;
        }
        try {
            body();
        } finally {
            if (!STAGE.compareAndSet(this, me, OVER)) {
                synchronized (this) { // not before the interrupt has come
                    stage = OVER;
                    interruptedOn = null;
                }
                Thread.interrupted();
            }
        }
    }

    /** Keeps the work from beginning where it has not; does nothing otherwise. */
    public final void withdraw() {
        if (STAGE.compareAndSet(this, null, OVER)) {
            neverBegins();
        }
    }

    /** Returns where the work is now; empty where it does not run. */
    public final StackTraceElement[] where() {
        Object at = stage;
        if (at == INTERRUPTED) {
            synchronized (this) {
                at = interruptedOn;
            }
        }
        return at instanceof Thread thread ? thread.getStackTrace() : new StackTraceElement[0];
    }

    /** Interrupts the work where it runs, keeps it from beginning where it does not yet, and does nothing once it has ended. */
    public final void interrupt() {
        if (STAGE.compareAndSet(this, null, OVER)) {
            neverBegins();
            return;
        }
        synchronized (this) {
            Object at = stage;
            if (at == INTERRUPTED && interruptedOn != null) {
                interruptedOn.interrupt();
            } else if (at instanceof Thread thread && STAGE.compareAndSet(this, thread, INTERRUPTED)) {
                interruptedOn = thread;
                thread.interrupt(); // within the lock: the thread must not go on to other work before the interrupt
                // has come
            }
        }
    }
}
