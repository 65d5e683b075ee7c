package io.clp.iis.internal;

import io.clp.resource.ResourceContext;
import java.time.Duration;

/** How the time to the deadline is shared: what is tried first leaves enough for what must still follow it. */
final class TimeLeft {
    private static final Duration MOST_KEPT = Duration.ofSeconds(20);

    private TimeLeft() {}

    /** Returns how long to try at most so that a number of things can follow. */
    static Duration leavingRoomFor(int followers, ResourceContext context) {
        Duration left = context.remaining();
        Duration quarter = left.dividedBy(4);
        Duration kept = quarter.compareTo(MOST_KEPT) < 0 ? quarter : MOST_KEPT;
        return left.minus(kept.multipliedBy(followers));
    }
}
