package io.clp.rehearse.arguments;

/** A command line that cannot be understood; its message says why. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message what cannot be understood
     */
    public UsageException(String message) {
        super(message);
    }
}
