package io.clp.resource;

import java.time.Duration;

/**
 * What an operation waited for did not happen before its deadline. The call itself came back, so nothing hangs in it; whether the
 * awaited thing still happens is unknown.
 */
public class WaitTimeoutException extends ResourceException {
    private static final long serialVersionUID = 1L;

    /** What was awaited. */
    private final String awaited;

    /** How long it was waited for. */
    private final Duration waited;

    /**
     * Makes the exception.
     *
     * @param awaited what was awaited
     * @param waited how long
     * @param facts what was attempted and what can be done
     */
    public WaitTimeoutException(String awaited, Duration waited, Facts facts) {
        super("waited " + waited + " for: " + awaited, facts, Retry.MAY_HELP, null);
        this.awaited = awaited;
        this.waited = waited;
    }

    /** {@return what was awaited} */
    public final String awaited() {
        return awaited;
    }

    /** {@return how long it was waited for} */
    public final Duration waited() {
        return waited;
    }

    @Override
    public final boolean indeterminate() {
        return true;
    }
}
