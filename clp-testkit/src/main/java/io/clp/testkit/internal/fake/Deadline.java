package io.clp.testkit.internal.fake;

import io.clp.time.Timeline;
import java.time.Duration;
import java.util.function.Supplier;

/** The end of a wait on a timeline; perhaps never. */
final class Deadline {
    private static final Duration MOST = Duration.ofNanos(Long.MAX_VALUE / 2);

    private final Supplier<Duration> left;

    private Deadline(Supplier<Duration> left) {
        this.left = left;
    }

    static Deadline in(Duration limit, Timeline timeline) {
        if (limit.compareTo(MOST) > 0) {
            return new Deadline(() -> limit);
        }
        long end = timeline.nanos() + limit.toNanos();
        return new Deadline(() -> Duration.ofNanos(end - timeline.nanos()));
    }

    /** Returns how long it is until then; zero or less once it has passed. */
    Duration left() {
        return left.get();
    }
}
