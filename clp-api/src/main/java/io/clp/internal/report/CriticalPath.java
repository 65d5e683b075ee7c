package io.clp.internal.report;

import io.clp.FailoverGroup;
import io.clp.Operation;
import io.clp.ResourceId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which operations determined how long a call took: backwards from the one that ended last, each time to what it waited for. */
final class CriticalPath {
    private CriticalPath() {}

    static List<Operation> of(FailoverGroup group, List<OperationRecord> operations) {
        Deque<Operation> path = new ArrayDeque<>();
        OperationRecord at = null;
        for (OperationRecord operation : operations) {
            if (at == null || operation.endNanos() >= at.endNanos()) {
                at = operation;
            }
        }
        int position = at == null ? -1 : operations.lastIndexOf(at);
        while (at != null) {
            path.addFirst(at);
            OperationRecord before = predecessor(group, operations, position, at);
            position = before == null ? -1 : operations.lastIndexOf(before);
            at = before;
        }
        return List.copyOf(path);
    }

    /** Operations stand in the order in which they ended, so what came before stands before. */
    private static @Nullable OperationRecord predecessor(
            FailoverGroup group, List<OperationRecord> operations, int position, OperationRecord at) {
        OperationRecord best = null;
        for (int i = position - 1; i >= 0; i--) {
            OperationRecord candidate = operations.get(i);
            if (candidate.endNanos() > at.startNanos()) {
                continue;
            }
            if (best == null
                    || candidate.endNanos() > best.endNanos()
                    || (candidate.endNanos() == best.endNanos()
                            && !related(group, best, at)
                            && related(group, candidate, at))) {
                best = candidate;
            }
        }
        return best;
    }

    private static boolean related(FailoverGroup group, OperationRecord one, OperationRecord other) {
        ResourceId a = one.resource();
        ResourceId b = other.resource();
        return a.equals(b)
                || group.dependenciesOf(a).contains(b)
                || group.dependenciesOf(b).contains(a);
    }
}
