package io.clp.testkit.internal.fake;

import java.util.function.LongSupplier;

/** A seeded generator of our own (SplitMix64): its sequence is the same on every JDK. Not thread-safe. */
public final class Dice implements LongSupplier {
    private long state;

    /** Makes a generator. */
    public Dice(long seed) {
        state = seed;
    }

    @Override
    public long getAsLong() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Returns a number from 0 up to, not including, the bound. */
    public int below(int bound) {
        return (int) (((getAsLong() >>> 32) * bound) >>> 32);
    }
}
