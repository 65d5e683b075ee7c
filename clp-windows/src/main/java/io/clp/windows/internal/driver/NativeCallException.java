package io.clp.windows.internal.driver;

import io.clp.ClpException;
import io.clp.platform.WindowsErrors;

/** A look at the system failed with a code that no rule expects: what is so cannot be told. */
public final class NativeCallException extends ClpException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param attempted what was attempted, in words, with the name of the function
     * @param code the Windows error code
     */
    public NativeCallException(String attempted, int code) {
        super(
                attempted + ": " + code + " " + WindowsErrors.nameOf(code),
                Facts.of(attempted)
                        .advice("look up the code in Microsoft's list of system error codes, and look at the rights of"
                                + " this process")
                        .windows(code),
                null);
    }
}
