package io.clp.iis.schedules;

import java.time.Duration;
import java.util.List;

/** Chance from a seed (SplitMix64): the same on every JDK. Not thread-safe. */
final class Draw {
    private long state;

    Draw(long seed) {
        state = seed * 0x2545F4914F6CDD1DL + 0x632BE59BD9B4E019L;
    }

    private long bits() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Returns a number from 0 up to, not including, the bound. */
    int below(int bound) {
        return (int) (((bits() >>> 33) * bound) >>> 31);
    }

    /** Returns a number between two, both included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** Returns true in so many of a hundred cases. */
    boolean percent(int of100) {
        return below(100) < of100;
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    Duration seconds(int least, int most) {
        return Duration.ofMillis(between(least * 1_000, most * 1_000));
    }
}
