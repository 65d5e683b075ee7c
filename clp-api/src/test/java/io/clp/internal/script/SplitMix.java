package io.clp.internal.script;

/** SplitMix64: a seed gives the same numbers on every JDK. Not thread-safe. */
public final class SplitMix {
    private long state;

    /** Begins with a seed. */
    public SplitMix(long seed) {
        state = seed;
    }

    /** Returns the next number, 0 to below the bound. */
    public int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
