package io.clp;

/** A call that was not begun: nothing has changed because of it. The message says why. */
public final class CallRefusedException extends ClpException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param attempted what was asked
     * @param why why it was not begun
     * @param advice what the caller can do
     */
    public CallRefusedException(String attempted, String why, String advice) {
        super(attempted + ": " + why, Facts.of(attempted).advice(advice), null);
    }
}
