package io.clp.rehearse.passage;

import java.time.Duration;

/** A bar that shows where in a longer time a shorter one lies. */
final class TimeBar {
    private TimeBar() {}

    /**
     * Draws a bar. What took any time at all gets at least one mark.
     *
     * @param start when it began, from the beginning of the whole
     * @param duration how long it took
     * @param total how long the whole took
     * @param mark what is drawn
     * @param width of the bar
     */
    static String of(Duration start, Duration duration, Duration total, char mark, int width) {
        if (total.isZero()) {
            return " ".repeat(width);
        }
        int from = Math.min(width - 1, position(start, total, width));
        int to = Math.min(width, position(start.plus(duration), total, width));
        int marks = duration.isZero() ? 0 : Math.max(1, to - from);
        return " ".repeat(from) + String.valueOf(mark).repeat(marks) + " ".repeat(width - from - marks);
    }

    /** Integers only: the same on every JDK. */
    private static int position(Duration time, Duration total, int width) {
        return (int) ((time.toMillis() * width + total.toMillis() / 2) / Math.max(1, total.toMillis()));
    }
}
