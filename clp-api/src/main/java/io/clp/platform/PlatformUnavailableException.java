package io.clp.platform;

import io.clp.ClpException;
import org.jspecify.annotations.Nullable;

/** A platform cannot be opened here: not its operating system, a right is missing, or its native library does not load. */
public final class PlatformUnavailableException extends ClpException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param attempted what was attempted
     * @param why what is missing
     * @param windowsCode what Windows said, 0 where it said nothing
     * @param advice what the caller can do; part of the message, as nobody gets further without it
     * @param cause what led to it, or null
     */
    public PlatformUnavailableException(
            String attempted, String why, int windowsCode, String advice, @Nullable Throwable cause) {
        super(
                attempted + ": " + why + "; " + advice,
                Facts.of(attempted).advice(advice).windows(windowsCode),
                cause);
    }
}
