package io.clp.testkit.scenarios;

/** A line of a scenario that cannot be read, or not be done; says why. */
final class WrongLineException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongLineException(String why) {
        super(why);
    }

    WrongLineException(String why, Throwable cause) {
        super(why, cause);
    }
}
