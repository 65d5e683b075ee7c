package io.clp.failover;

import io.clp.GroupId;
import io.clp.Outcome;
import io.clp.Report;
import java.util.Map;

/** What became of a member's groups when it left the cluster, or gave them away. Immutable. */
public interface LeaveReport {
    /**
     * {@return {@link Outcome#DONE}: nothing of the cluster's groups runs here any more, or was asked to run on;
     * {@link Outcome#INDETERMINATE}: something may still run or its right was perhaps not given back, and this node must be fenced;
     * {@link Outcome#FAILED}: something certainly still runs here and is still this node's}
     */
    Outcome outcome();

    /** {@return what was done with each group the node had, in the order of the controller} */
    Map<GroupId, Report<?>> groups();
}
