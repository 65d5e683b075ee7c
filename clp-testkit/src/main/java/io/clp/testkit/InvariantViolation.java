package io.clp.testkit;

import java.io.Serial;
import java.time.Duration;

/**
 * A rule that must hold at every instant did not: two machines held one group's resources, say. Its message has the seed, the time and
 * the trace, which is all that is needed to run it again.
 */
public final class InvariantViolation extends AssertionError {
    @Serial
    private static final long serialVersionUID = 1L;

    /** Which rule was broken, and how. */
    private final String rule;

    /** The seed of the run. */
    private final long seed;

    /** When it was broken, from the beginning of the run. */
    private final Duration at;

    /**
     * Makes the error.
     *
     * @param rule which rule was broken, and how
     * @param seed the seed of the run
     * @param at when it was broken, from the beginning of the run
     * @param trace what had happened until then
     */
    public InvariantViolation(String rule, long seed, Duration at, String trace) {
        super(rule + "\nseed " + seed + ", at " + TraceTime.of(at) + "; what had happened:\n" + trace);
        this.rule = rule;
        this.seed = seed;
        this.at = at;
    }

    /** {@return which rule was broken, and how} */
    public String rule() {
        return rule;
    }

    /** {@return the seed of the run} */
    public long seed() {
        return seed;
    }

    /** {@return when it was broken, from the beginning of the run} */
    public Duration at() {
        return at;
    }
}
