package io.clp.testkit;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Times whose logarithm is normally distributed. */
record LogNormalLatency(Duration median, Duration p99) implements Latency {
    /** The normal distribution's 99th percentile, in standard deviations. */
    private static final double P99_DEVIATIONS = 2.3263478740408408;

    /** The step between two doubles below one that 53 random bits can make. */
    private static final double ULP = 0x1.0p-53;

    LogNormalLatency {
        if (median.isNegative() || median.isZero() || p99.compareTo(median) < 0) {
            throw new IllegalArgumentException(
                    "the median is positive and the 99th percentile not less: " + median + ", " + p99);
        }
    }

    @Override
    public Duration draw(LongSupplier random) {
        // StrictMath, because Math may differ in the last bit from one JDK to the next.
        double first = ((random.getAsLong() >>> 11) + 1) * ULP;
        double second = (random.getAsLong() >>> 11) * ULP;
        double normal = StrictMath.sqrt(-2 * StrictMath.log(first)) * StrictMath.cos(2 * Math.PI * second);
        double middle = median.toNanos();
        double deviation = StrictMath.log(p99.toNanos() / middle) / P99_DEVIATIONS;
        return Duration.ofNanos((long) (middle * StrictMath.exp(deviation * normal)));
    }
}
