package io.clp.internal.runtime;

import io.clp.ClpException;
import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupId;
import io.clp.GroupOperationException;
import io.clp.StopCause;
import io.clp.StopReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a node runs without owning it. */
final class Unowned {
    private Unowned() {}

    /** Stops every group that is not owned; every one is tried before anything is thrown. */
    static List<StopReport> stop(GroupController controller, Set<GroupId> owned) {
        List<StopReport> reports = new ArrayList<>();
        ClpException first = null;
        for (FailoverGroup group : controller.groups()) {
            if (owned.contains(group.id())) {
                continue;
            }
            try {
                reports.add(controller.stop(group, StopCause.GROUP_STOP));
            } catch (GroupOperationException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
        return List.copyOf(reports);
    }
}
