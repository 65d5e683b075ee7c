package io.clp.windows.internal.platform;

import io.clp.platform.ServiceStatus;
import java.time.Duration;

/**
 * How long to wait until the next look at a service: a tenth of the time it is so already, so that the news is never older than a tenth of
 * what it took, within bounds that keep many waits cheap.
 */
final class PollInterval {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST_PENDING = Duration.ofMillis(50);
    private static final Duration LONGEST_SETTLED = Duration.ofMillis(250);

    /** A service that hints at less than it takes is not looked at more often for that. */
    private static final Duration LEAST_BOUND_OF_HINT = Duration.ofMillis(20);

    private static final int PART = 10;

    private PollInterval() {}

    /**
     * Returns the next interval.
     *
     * @param so how long the service is seen in its state
     * @param seen its status
     * @return at least a millisecond
     */
    static Duration next(Duration so, ServiceStatus seen) {
        return shorter(longest(seen), longer(SHORTEST, so.dividedBy(PART)));
    }

    private static Duration longest(ServiceStatus seen) {
        if (!seen.state().pending()) {
            return LONGEST_SETTLED;
        }
        long hintMillis = Integer.toUnsignedLong(seen.waitHintMillis());
        Duration bound = Duration.ofMillis(hintMillis).dividedBy(PART);
        return hintMillis == 0 ? LONGEST_PENDING : shorter(LONGEST_PENDING, longer(LEAST_BOUND_OF_HINT, bound));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
