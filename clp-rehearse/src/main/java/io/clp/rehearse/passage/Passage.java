package io.clp.rehearse.passage;

import io.clp.ServiceInterrupted;
import java.time.Duration;
import java.util.List;

/**
 * What happened to one group from one rest to the next: it started, failed over, or was moved.
 *
 * @param title in words
 * @param downtime whether the group was down meanwhile, so that the total is its downtime
 * @param total from the first moment to the last
 * @param rows what was done
 * @param folded how many operations are not among the rows
 * @param interruptions which other groups were without a service meanwhile
 */
public record Passage(
        String title,
        boolean downtime,
        Duration total,
        List<Row> rows,
        int folded,
        List<ServiceInterrupted> interruptions) {
    public Passage {
        rows = List.copyOf(rows);
        interruptions = List.copyOf(interruptions);
    }
}
