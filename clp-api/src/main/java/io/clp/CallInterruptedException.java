package io.clp;

/**
 * The caller was interrupted while it waited for a call on a group. The thread's interrupt flag is set again, and the operation goes
 * on to its end; {@link GroupController#view} or a listener tells how it ended.
 */
public final class CallInterruptedException extends ClpException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param attempted what the caller waited for
     * @param cause the interrupt
     */
    public CallInterruptedException(String attempted, InterruptedException cause) {
        super(
                attempted + ": the caller was interrupted; the operation goes on",
                Facts.of(attempted).advice("look at the group's view, or listen for its next state"),
                cause);
    }
}
