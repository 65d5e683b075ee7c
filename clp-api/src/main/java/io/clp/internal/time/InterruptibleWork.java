package io.clp.internal.time;

import org.jspecify.annotations.Nullable;

/**
 * A piece of work that can be interrupted wherever it runs, and never the work after it on the same thread.
 *
 * <p>Thread-safe. Runs at most once.
 */
public abstract class InterruptibleWork implements Runnable {
    private @Nullable Thread runner;
    private boolean begun;
    private boolean interrupted;

    /** Does the work. */
    protected abstract void body();

    /** Told, on the interrupting thread, that an interrupt came before the work began, so that it never begins. */
    protected abstract void neverBegins();

    @Override
    public final void run() {
        synchronized (this) {
            if (begun) {
                return;
            }
            begun = true;
            runner = Thread.currentThread();
        }
        try {
            body();
        } finally {
            boolean clear;
            synchronized (this) {
                runner = null;
                clear = interrupted;
            }
            if (clear) {
                Thread.interrupted();
            }
        }
    }

    /** Keeps the work from beginning where it has not; does nothing otherwise. */
    public final void withdraw() {
        synchronized (this) {
            if (begun) {
                return;
            }
            begun = true;
        }
        neverBegins();
    }

    /** Returns where the work is now; empty where it does not run. */
    public final StackTraceElement[] where() {
        Thread at;
        synchronized (this) {
            at = runner;
        }
        return at == null ? new StackTraceElement[0] : at.getStackTrace();
    }

    /** Interrupts the work where it runs, keeps it from beginning where it does not yet, and does nothing once it has ended. */
    public final void interrupt() {
        synchronized (this) {
            if (begun) {
                // Within the lock: the thread must not go on to other work between the look and the interrupt.
                if (runner != null) {
                    interrupted = true;
                    runner.interrupt();
                }
                return;
            }
            begun = true;
        }
        neverBegins();
    }
}
