package io.clp.testkit;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Every time between two with the same probability. */
record UniformLatency(Duration least, Duration most) implements Latency {
    UniformLatency {
        if (least.isNegative() || most.compareTo(least) < 0) {
            throw new IllegalArgumentException(
                    "a latency is not negative and most is not less than least: " + least + ", " + most);
        }
    }

    @Override
    public Duration draw(LongSupplier random) {
        long span = most.minus(least).toNanos();
        return least.plusNanos(
                span == Long.MAX_VALUE
                        ? random.getAsLong() >>> 1
                        : Long.remainderUnsigned(random.getAsLong(), span + 1));
    }
}
