package io.clp.windows.internal.platform;

import io.clp.platform.ServiceStatus;
import java.time.Duration;

/**
 * How long to wait until the next look at a service: a twentieth of the time it is so already, so that the news is never older than a
 * twentieth of what it took, within bounds that keep many waits cheap.
 */
final class PollInterval {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMillis(500);

    /** A service that hints at less is not looked at more often for that. */
    private static final Duration LEAST_HINT = Duration.ofMillis(100);

    private static final int PART = 20;

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
        long hintMillis = Integer.toUnsignedLong(seen.waitHintMillis());
        return !seen.state().pending() || hintMillis == 0
                ? LONGEST
                : shorter(LONGEST, longer(LEAST_HINT, Duration.ofMillis(hintMillis)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
