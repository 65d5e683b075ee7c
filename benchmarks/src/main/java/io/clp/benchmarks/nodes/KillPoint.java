package io.clp.benchmarks.nodes;

import java.time.Duration;
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

    /** Draws a point of a course: one time in three at any moment. */
    static KillPoint draw(String what, Course course, SplittableRandom random) {
        How how = How.values()[random.nextInt(How.values().length)];
        return new KillPoint(
                what,
                how,
                1 + random.nextInt(Math.max(1, course.calls())),
                Duration.ofNanos(random.nextLong(Math.max(1, course.duration().toNanos()))));
    }

    /** {@return what kind of point it is, in words} */
    String kind() {
        return switch (how) {
            case BEFORE -> "in a " + what + ", before a call on the platform";
            case AFTER -> "in a " + what + ", after a call on the platform";
            case ANY -> "in a " + what + ", at any moment";
        };
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
