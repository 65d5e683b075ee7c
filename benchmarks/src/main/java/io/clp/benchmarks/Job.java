package io.clp.benchmarks;

import java.time.Duration;

/** The shapes of work that are measured. */
enum Job {
    /** Five resources, each on top of the one before, that do nothing. */
    CHAIN_OF_5(5, 1, Duration.ZERO),

    /** A hundred resources side by side that take 1 ms each. */
    HUNDRED_SLEEPS(1, 100, Duration.ofMillis(1)),

    /** Four tiers of twenty-five resources that take 1 ms each. */
    FOUR_TIERS_OF_SLEEPS(4, 25, Duration.ofMillis(1)),

    /** A thousand resources side by side that do nothing. */
    THOUSAND_NO_OPS(1, 1_000, Duration.ZERO);

    private final int depth;
    private final int width;
    private final Duration pause;

    Job(int depth, int width, Duration pause) {
        this.depth = depth;
        this.width = width;
        this.pause = pause;
    }

    int depth() {
        return depth;
    }

    int width() {
        return width;
    }

    Duration pause() {
        return pause;
    }

    /** Returns how many threads can be of use: a step that waits needs its own, one that does nothing at most a core. */
    int parallelism() {
        return pause.isZero() ? Math.min(width, Runtime.getRuntime().availableProcessors()) : width;
    }
}
