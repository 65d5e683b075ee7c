package io.clp.rehearse.passage;

import java.time.Duration;
import java.util.List;

/**
 * A line of a table: something that took time.
 *
 * @param node where
 * @param resource whose; empty for the node itself
 * @param what what was done
 * @param start when it began, from the beginning of the passage
 * @param duration how long it took
 * @param critical whether it is on the critical path: shortening any other one shortens nothing
 * @param log commands and messages, in order
 */
public record Row(
        String node,
        String resource,
        String what,
        Duration start,
        Duration duration,
        boolean critical,
        List<String> log) {
    public Row {
        log = List.copyOf(log);
    }
}
