package io.clp.testkit;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Always the same time. */
record FixedLatency(Duration time) implements Latency {
    FixedLatency {
        if (time.isNegative()) {
            throw new IllegalArgumentException("a latency is not negative: " + time);
        }
    }

    @Override
    public Duration draw(LongSupplier random) {
        return time;
    }
}
