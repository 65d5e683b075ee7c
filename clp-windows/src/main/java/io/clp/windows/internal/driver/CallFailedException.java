package io.clp.windows.internal.driver;

import io.clp.platform.WindowsErrors;

/** A native call failed in a way for which its driver has no outcome: the caller decides what that means. */
public final class CallFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String function;
    private final int code;

    /**
     * Makes the exception.
     *
     * @param function the function as the headers name it
     * @param code what Windows said
     */
    public CallFailedException(String function, int code) {
        this.function = function;
        this.code = code;
    }

    @Override
    public String getMessage() {
        return function + " failed with " + code + " (" + WindowsErrors.nameOf(code) + ")";
    }

    /** {@return what Windows said} */
    public int code() {
        return code;
    }
}
