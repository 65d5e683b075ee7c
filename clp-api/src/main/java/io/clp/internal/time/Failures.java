package io.clp.internal.time;

import org.slf4j.LoggerFactory;

/** Where a timeline reports what no caller is there to catch. Thread-safe. */
@FunctionalInterface
interface Failures {
    /**
     * Reports a failure.
     *
     * @param what what failed, a whole sentence
     * @param cause what it threw
     */
    void report(String what, Throwable cause);

    /** Returns the one that writes to the log. */
    static Failures logged() {
        return LoggerFactory.getLogger("io.clp.time")::error;
    }

    /** Runs work to its end and reports what it throws, an {@link Error} included. */
    default void guard(String what, Runnable work) {
        try {
            work.run();
        } catch (Throwable e) {
            reportAnyhow(what, e);
        }
    }

    private void reportAnyhow(String what, Throwable cause) {
        try {
            report(what, cause);
        } catch (Throwable broken) {
            // A log that fails must not end the thread, which may have a continuation to run.
            cause.addSuppressed(broken);
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, cause);
        }
    }
}
