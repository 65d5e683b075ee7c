package io.clp.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a trace.
 *
 * @param micros when, from the beginning of the run
 * @param node where
 * @param subject of what
 * @param what happened
 */
record Line(long micros, String node, String subject, String what) {
    private static final long SECOND = 1_000_000;

    static List<Line> parse(String trace) {
        List<Line> lines = new ArrayList<>();
        for (String text : trace.split("\n", -1)) {
            Line line = parseLine(text);
            if (line != null) {
                lines.add(line);
            } else if (!lines.isEmpty()) { // what was said had several lines
                Line last = lines.remove(lines.size() - 1);
                lines.add(new Line(last.micros, last.node, last.subject, last.what + "\n" + text));
            }
        }
        return lines;
    }

    private static @Nullable Line parseLine(String text) {
        int first = text.indexOf(' ');
        int second = text.indexOf(' ', first + 1);
        int colon = text.indexOf(": ", second + 1);
        if (first < 0 || second < 0 || colon < 0) {
            return null;
        }
        long micros = micros(text.substring(0, first));
        return micros < 0
                ? null
                : new Line(
                        micros,
                        text.substring(first + 1, second),
                        text.substring(second + 1, colon),
                        text.substring(colon + 2));
    }

    private static long micros(String time) {
        int seconds = time.lastIndexOf(':');
        int minutes = time.indexOf(':');
        int point = time.indexOf('.');
        if (minutes <= 0 || seconds <= minutes || point < seconds) {
            return -1;
        }
        try {
            long hour = Long.parseLong(time.substring(0, minutes));
            long minute = Long.parseLong(time.substring(minutes + 1, seconds));
            long second = Long.parseLong(time.substring(seconds + 1, point));
            return ((hour * 60 + minute) * 60 + second) * SECOND + Long.parseLong(time.substring(point + 1));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    boolean ofGroup() {
        return subject.startsWith("group ");
    }

    String group() {
        return subject.substring("group ".length());
    }

    @Override
    public String toString() {
        return micros / SECOND + "." + String.format(Locale.ROOT, "%06d", micros % SECOND) + " " + node + " " + subject
                + ": " + what;
    }
}
