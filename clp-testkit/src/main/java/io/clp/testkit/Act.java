package io.clp.testkit;

import io.clp.NodeId;
import java.time.Duration;

/**
 * Something that was asked of a fake machine, with its answer. Looking (a query) is not an act.
 *
 * @param at when, from the beginning of the run
 * @param node which machine
 * @param subject what it was asked of: "service W3SVC", "address 10.0.0.10", "volume ...", "command net"
 * @param what the request and what came of it: "start: DONE"
 */
public record Act(Duration at, NodeId node, String subject, String what) {
    @Override
    public String toString() {
        return TraceTime.of(at) + " " + node + " " + subject + ": " + what;
    }
}
