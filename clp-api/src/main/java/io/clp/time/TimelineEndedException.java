package io.clp.time;

/** The timeline has ended: a simulation was closed, or the simulated node it belonged to lost its power or its process. */
public final class TimelineEndedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what ended
     */
    public TimelineEndedException(String message) {
        super(message);
    }
}
