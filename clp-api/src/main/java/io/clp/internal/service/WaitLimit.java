package io.clp.internal.service;

import io.clp.time.Timeline;
import java.time.Duration;

/**
 * Until when a waiting helper may wait: the deadline of the attempt it serves, less the margin in which it still reports why.
 *
 * @param timeline where it waits
 * @param untilNanos the end, as {@link Timeline#nanos()} reads
 */
public record WaitLimit(Timeline timeline, long untilNanos) {
    /** Returns the limit that ends so long from now. */
    public static WaitLimit in(Timeline timeline, Duration duration) {
        return new WaitLimit(timeline, timeline.nanos() + duration.toNanos());
    }

    /** Returns how long is left; zero once it has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, untilNanos - timeline.nanos()));
    }
}
