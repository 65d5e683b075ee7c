package io.clp.internal.runtime;

import io.clp.ClpException;
import io.clp.FailoverGroup;
import io.clp.Failure;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.ResourceId;
import io.clp.ServiceInterrupted;
import io.clp.internal.report.FailureRecord;
import io.clp.internal.report.GroupReport;
import io.clp.internal.report.OperationRecord;
import io.clp.resource.OperationTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what one call does, for its report. Used within the group's turn only. */
final class Journal {
    final long begunAt;
    private final List<OperationRecord> operations;
    private final List<Failure> failures = new ArrayList<>();
    private final List<ServiceInterrupted> interruptions = new ArrayList<>();

    /** Begins with room for one operation a resource. */
    Journal(long begunAt, int resources) {
        operations = new ArrayList<>(resources);
        this.begunAt = begunAt;
    }

    void operation(OperationRecord operation) {
        operations.add(operation);
    }

    void interruptions(List<ServiceInterrupted> more) {
        if (!more.isEmpty()) {
            interruptions.addAll(more);
        }
    }

    /** Adds a failure, unless the same error of the same resource, or the same hang, stands here already. */
    void failure(NodeId node, @Nullable ResourceId resource, Outcome outcome, ClpException error) {
        Optional<ResourceId> of = Optional.ofNullable(resource);
        if (failures.stream().noneMatch(it -> it.resource().equals(of) && same(it.error(), error))) {
            failures.add(new FailureRecord(node, of, outcome, error));
        }
    }

    private static boolean same(ClpException one, ClpException other) {
        return one == other || (hangs(one) && hangs(other));
    }

    private static boolean hangs(ClpException error) {
        return error instanceof OperationTimeoutException timeout && timeout.stillRunning();
    }

    GroupReport.Facts facts(FailoverGroup group, NodeId node, Outcome outcome, long now) {
        return new GroupReport.Facts(group, node, outcome, operations, failures, interruptions, now - begunAt);
    }
}
