package io.clp.testkit.internal.sim;

import org.jspecify.annotations.Nullable;

/** The test: whichever thread from outside the simulation waits in it now. */
final class Outside extends Party {
    /** How long it waits and what for, where the clock would have to move. */
    @Nullable
    Goal goal;

    private @Nullable Throwable failure;

    @Override
    String name() {
        return "the test";
    }

    /** Ends its present call with a failure; the first one counts, later ones go with it. */
    void fail(Throwable thrown) {
        if (failure == null) {
            failure = thrown;
        } else if (failure != thrown) {
            failure.addSuppressed(thrown);
        }
    }

    boolean failed() {
        return failure != null;
    }

    /** Throws what {@link #fail} was told, once. */
    void throwFailure() {
        Throwable thrown = failure;
        failure = null;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
