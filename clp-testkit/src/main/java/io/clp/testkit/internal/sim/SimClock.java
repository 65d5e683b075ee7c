package io.clp.testkit.internal.sim;

import io.clp.time.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A timeline's time as a {@link Clock}. */
final class SimClock extends Clock {
    private final Timeline timeline;
    private final ZoneId zone;

    SimClock(Timeline timeline, ZoneId zone) {
        this.timeline = timeline;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new SimClock(timeline, other);
    }

    @Override
    public Instant instant() {
        return timeline.now();
    }
}
