package io.clp.resource;

import io.clp.ClpException;
import org.jspecify.annotations.Nullable;

/** An operation of a resource did not do what it should. */
public class ResourceException extends ClpException {
    private static final long serialVersionUID = 1L;

    /** Whether trying again may help. */
    private final Retry retry;

    /** Whether trying the operation again may help. */
    public enum Retry {
        /** It may: the operation is tried again while its policy allows. */
        MAY_HELP,
        /** It is of no use. */
        USELESS
    }

    /**
     * Makes the exception.
     *
     * @param message what went wrong
     * @param facts what was attempted, what can be done, what Windows said
     * @param retry whether trying again may help
     * @param cause what led to it, or null
     */
    public ResourceException(String message, Facts facts, Retry retry, @Nullable Throwable cause) {
        super(message, facts, cause);
        this.retry = retry;
    }

    /**
     * Returns an exception for a failure that may pass: the operation is tried again while its policy allows.
     *
     * @param message what went wrong
     * @return an exception with {@link Retry#MAY_HELP}
     */
    public static ResourceException temporary(String message) {
        return new ResourceException(message, Facts.of(message), Retry.MAY_HELP, null);
    }

    /**
     * Returns an exception for a failure that trying again does not mend.
     *
     * @param message what went wrong
     * @return an exception with {@link Retry#USELESS}
     */
    public static ResourceException permanent(String message) {
        return new ResourceException(message, Facts.of(message), Retry.USELESS, null);
    }

    /**
     * Returns an exception for a failure that trying again does not mend, with what led to it.
     *
     * @param message what went wrong
     * @param cause what led to it
     * @return an exception with {@link Retry#USELESS}
     */
    public static ResourceException permanent(String message, Throwable cause) {
        return new ResourceException(message, Facts.of(message), Retry.USELESS, cause);
    }

    /** {@return whether trying again may help} */
    public final Retry retry() {
        return retry;
    }

    /** {@return whether it is unknown if the operation took effect, or still will} */
    public boolean indeterminate() {
        return false;
    }
}
