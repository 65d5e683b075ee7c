package io.clp.benchmarks.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the test service wrote of itself: a line for each event with the performance counter in nanoseconds, which is what
 * {@link System#nanoTime} reads on Windows.
 *
 * @param file the service's file of events
 */
record Events(Path file) {
    /** Returns when an event came last, not before a moment; that is just before the service told of it. */
    long last(String event, long notBefore) {
        long at = last(event);
        if (at < notBefore) {
            throw new IllegalStateException("no event " + event + " in " + file + " since then");
        }
        return at;
    }

    private long last(String event) {
        try {
            List<String> lines = Files.readAllLines(file).stream()
                    .filter(it -> it.endsWith(" " + event))
                    .toList();
            if (lines.isEmpty()) {
                throw new IllegalStateException("no event " + event + " in " + file);
            }
            String line = lines.get(lines.size() - 1);
            return Long.parseLong(line.substring(0, line.indexOf(' ')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
