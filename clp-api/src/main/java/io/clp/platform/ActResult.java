package io.clp.platform;

/**
 * What became of one act on the platform.
 *
 * @param kind the outcome
 * @param windowsCode the Windows error code, 0 for success
 * @param windowsName its symbolic name
 */
public record ActResult(Kind kind, int windowsCode, String windowsName) {
    /** The outcome of an act. */
    public enum Kind {
        /** It was done, or is under way. */
        DONE,
        /** It was so already. */
        ALREADY,
        /** What it was to be done to is not there. */
        MISSING,
        /** Not now: something else holds it; trying again may help. */
        BUSY,
        /** Not allowed, or not possible; trying again does not help. */
        REFUSED
    }

    /** {@return the result of an act that was done} */
    public static ActResult done() {
        return new ActResult(Kind.DONE, 0, WindowsErrors.nameOf(0));
    }

    /**
     * Returns a result with what Windows said.
     *
     * @param kind what became of the act
     * @param windowsCode the Windows error code, 0 for success
     * @return a result that has the symbolic name too
     */
    public static ActResult of(Kind kind, int windowsCode) {
        return new ActResult(kind, windowsCode, WindowsErrors.nameOf(windowsCode));
    }

    /** {@return whether it is now as it was asked to be, or on its way there} */
    public boolean holds() {
        return kind == Kind.DONE || kind == Kind.ALREADY;
    }

    @Override
    public String toString() {
        return windowsCode == 0 ? kind.name() : kind + " (" + windowsCode + " " + windowsName + ")";
    }
}
