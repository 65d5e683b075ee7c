package io.clp.testkit;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How long something takes: a distribution of times. Immutable and thread-safe, as implementations must be. */
@FunctionalInterface
public interface Latency {
    /**
     * Draws one time.
     *
     * @param random gives 64 random bits at each call; the only source of chance, so that a seed repeats a run
     * @return not negative
     */
    Duration draw(LongSupplier random);

    /**
     * Returns always the same time.
     *
     * @param time not negative
     * @return a latency without chance
     */
    static Latency fixed(Duration time) {
        return new FixedLatency(time);
    }

    /**
     * Returns every time between two with the same probability.
     *
     * @param least not negative
     * @param most not less than {@code least}; included
     * @return a uniform distribution
     */
    static Latency between(Duration least, Duration most) {
        return new UniformLatency(least, most);
    }

    /**
     * Returns times whose logarithm is normally distributed: mostly around the median, sometimes far above.
     *
     * @param median half of the times are below; positive
     * @param p99 99 of 100 times are below; not less than the median
     * @return a log-normal distribution
     */
    static Latency logNormal(Duration median, Duration p99) {
        return new LogNormalLatency(median, p99);
    }
}
