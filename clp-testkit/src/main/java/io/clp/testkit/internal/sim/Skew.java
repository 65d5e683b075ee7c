package io.clp.testkit.internal.sim;

/**
 * How a part of the run counts the time: fast or slow by a rate, and with a wall clock that was set. Whole numbers throughout, so that a
 * limit never ends before its time by what the part itself counts.
 *
 * @param sinceNanos the run's time since which the rate holds
 * @param readNanos what the part's monotonic clock showed then
 * @param perMillion how many of its own nanoseconds pass in a million of the run's
 * @param aheadNanos by how much its wall clock was set
 */
record Skew(long sinceNanos, long readNanos, long perMillion, long aheadNanos) {
    static final long EXACT = 1_000_000;

    static final Skew NONE = new Skew(0, 0, EXACT, 0);

    /** Returns what the monotonic clock shows at a time of the run. */
    long read(long nanos) {
        return readNanos + scaled(nanos - sinceNanos, perMillion, EXACT);
    }

    /** Returns how much of the run's time passes while the part counts so much. */
    long ofRun(long ownNanos) {
        long down = scaled(ownNanos, EXACT, perMillion);
        return scaled(down, perMillion, EXACT) < ownNanos ? down + 1 : down;
    }

    Skew drifting(long nowNanos, long rate) {
        return new Skew(nowNanos, read(nowNanos), rate, aheadNanos);
    }

    Skew stepped(long nanos) {
        return new Skew(sinceNanos, readNanos, perMillion, aheadNanos + nanos);
    }

    private static long scaled(long nanos, long by, long over) {
        return nanos / over * by + nanos % over * by / over;
    }
}
