package io.clp.internal.plan;

import io.clp.GroupId;
import io.clp.NodeId;
import io.clp.failover.Plan;
import java.util.List;
import java.util.Optional;

/** The planner. */
public final class Planner {
    private Planner() {}

    /** Returns what is to be done in a cluster, and where every group will be. */
    public static Plan plan(Picture picture) {
        return new Plan(List.of(), List.of());
    }

    /** Returns why a node cannot have a group now; empty where it can. */
    public static Optional<String> check(Picture picture, GroupId group, NodeId node) {
        return Optional.empty();
    }
}
