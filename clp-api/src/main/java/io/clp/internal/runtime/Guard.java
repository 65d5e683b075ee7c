package io.clp.internal.runtime;

import io.clp.resource.AbandonedException;
import org.jspecify.annotations.Nullable;

/** Lets an attempt act until it is given up. */
record Guard(Attempt attempt) {
    /** An act that may wait. */
    @FunctionalInterface
    interface Wait<T extends @Nullable Object> {
        /** Does it. */
        T run() throws InterruptedException;
    }

    /** Throws where the attempt was given up. */
    void check(String act) {
        if (attempt.abandoned()) {
            throw new AbandonedException(act);
        }
    }

    /**
     * Does something that waits. Meanwhile the thread is not inside the attempt: on a simulated timeline other callbacks may run on its
     * stack.
     */
    <T extends @Nullable Object> T wait(String act, Wait<T> body) throws InterruptedException {
        check(act);
        Attempt outer = Inside.enter(null);
        try {
            return body.run();
        } finally {
            Inside.leave(outer);
        }
    }
}
