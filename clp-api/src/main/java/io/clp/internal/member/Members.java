package io.clp.internal.member;

import io.clp.GroupController;
import io.clp.failover.ClusterMember;
import io.clp.failover.Coordination;

/** Makes members. */
public final class Members {
    private Members() {}

    /** Returns a builder; see {@link ClusterMember#builder}. */
    public static ClusterMember.Builder builder(GroupController controller, Coordination coordination) {
        if (controller.nodeId().equals(controller.nodeId())) {
            throw new UnsupportedOperationException("not yet: " + coordination);
        }
        return builder(controller, coordination);
    }
}
