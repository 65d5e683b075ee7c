package io.clp.benchmarks.nodes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * When a process is to die.
 *
 * @param what which call on the group it is in: start or stop
 * @param how before a call on the platform, after one, or at any moment
 * @param call at which call on the platform, from 1; of no meaning where it dies at any moment
 * @param moment when, from the beginning of the call on the group; of no meaning where it dies at a call
 */
record KillPoint(String what, How how, int call, Duration moment) {
    /** The ways to choose a moment. */
    enum How {
        /** Before a call on the platform. */
        BEFORE,
        /** After a call on the platform. */
        AFTER,
        /** At any moment. */
        ANY
    }

    /** The calls on the platform of an undisturbed start or stop, and how long it takes. */
    record Course(int calls, Duration duration) {}

    /** Returns the points before and after every call on the platform, and as many at random moments as make half of those. */
    static List<KillPoint> all(String what, Course course, SplittableRandom random) {
        List<KillPoint> points = new ArrayList<>();
        for (int call = 1; call <= course.calls(); call++) {
            points.add(new KillPoint(what, How.BEFORE, call, Duration.ZERO));
            points.add(new KillPoint(what, How.AFTER, call, Duration.ZERO));
            points.add(new KillPoint(what, How.ANY, 0, random(course, random)));
        }
        return points;
    }

    /**
     * Returns so many of the points, evenly spread; where there are fewer than that, all of them and again. Of several parts each begins a
     * little later, so that together they leave out as few as can be.
     *
     * @param part from 0
     * @param parts how many parts choose as many
     */
    static List<KillPoint> spread(List<KillPoint> points, int count, int part, int parts) {
        List<KillPoint> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long place = ((long) i * parts + part) * points.size() / ((long) count * parts);
            chosen.add(points.get(count <= points.size() ? (int) place : i % points.size()));
        }
        return chosen;
    }

    private static Duration random(Course course, SplittableRandom random) {
        return Duration.ofNanos(random.nextLong(Math.max(1, course.duration().toNanos())));
    }

    @Override
    public String toString() {
        return switch (how) {
            case BEFORE -> what + ", before call " + call;
            case AFTER -> what + ", after call " + call;
            case ANY -> what + ", after " + moment.toMillis() + " ms";
        };
    }
}
