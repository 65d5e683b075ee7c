package io.clp.testkit;

import java.time.Duration;

/**
 * One fault, to be met by one call. Immutable.
 *
 * @param kind in which way the answer is bad
 * @param windowsCode what Windows says, where it says something; else 0
 * @param time how long a delay is; else zero
 */
public record Fault(FaultKind kind, int windowsCode, Duration time) {
    /**
     * Returns a refusal.
     *
     * @param windowsCode what Windows says
     * @return a fault of acts
     */
    public static Fault refused(int windowsCode) {
        return new Fault(FaultKind.REFUSED, windowsCode, Duration.ZERO);
    }

    /**
     * Returns a "not now".
     *
     * @param windowsCode what Windows says
     * @return a fault of acts; for a command it is a time-out
     */
    public static Fault busy(int windowsCode) {
        return new Fault(FaultKind.BUSY, windowsCode, Duration.ZERO);
    }

    /** {@return an exception instead of the act} */
    public static Fault thrown() {
        return new Fault(FaultKind.THROWN, 0, Duration.ZERO);
    }

    /** {@return an exception after the act} */
    public static Fault answerLost() {
        return new Fault(FaultKind.ANSWER_LOST, 0, Duration.ZERO);
    }

    /**
     * Returns a delay before the act, on the platform's timeline.
     *
     * @param time how long
     * @return a fault of every method
     */
    public static Fault delayed(Duration time) {
        return new Fault(FaultKind.DELAYED, 0, time);
    }

    /** {@return a call that does not return until {@link FaultyPlatform#release}} */
    public static Fault hung() {
        return new Fault(FaultKind.HUNG, 0, Duration.ZERO);
    }

    /**
     * {@return an answer that is not true, or none: no service, no address, a volume that cannot be read, an act done
     * that was not}
     */
    public static Fault wrong() {
        return new Fault(FaultKind.WRONG, 0, Duration.ZERO);
    }
}
