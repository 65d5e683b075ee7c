package io.clp.resource;

import java.time.Duration;

/**
 * An operation did not end before its deadline; it was interrupted, and whether it took effect is unknown. Where it has still not come
 * back, the stack trace is that of the thread that hangs in it.
 */
public final class OperationTimeoutException extends ResourceException {
    private static final long serialVersionUID = 1L;

    /** How long the operation was given. */
    private final Duration deadline;

    /** Whether the call had not come back when this was made. */
    private final boolean stillRunning;

    /**
     * Makes the exception.
     *
     * @param attempted what was attempted
     * @param deadline how long it was given
     * @param stillRunning whether it has not come back even after it was interrupted
     */
    public OperationTimeoutException(String attempted, Duration deadline, boolean stillRunning) {
        super(
                attempted + " did not end within " + deadline + ", was interrupted, and "
                        + (stillRunning ? "has still not come back" : "came back late"),
                Facts.of(attempted)
                        .advice(
                                stillRunning
                                        ? "find out what the call waits for; nothing else starts on the resource until it comes back"
                                        : "give the operation a longer deadline, or find out what it waited for"),
                Retry.MAY_HELP,
                null);
        this.deadline = deadline;
        this.stillRunning = stillRunning;
    }

    /** {@return how long the operation was given} */
    public Duration deadline() {
        return deadline;
    }

    /** {@return whether the call had not come back when this was made} */
    public boolean stillRunning() {
        return stillRunning;
    }

    @Override
    public boolean indeterminate() {
        return true;
    }
}
