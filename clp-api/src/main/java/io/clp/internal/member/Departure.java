package io.clp.internal.member;

import io.clp.GroupId;
import io.clp.Outcome;
import io.clp.Report;
import io.clp.failover.LeaveReport;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What becomes of a member's groups while it gives them away. */
final class Departure {
    private final Map<GroupId, Report<?>> groups = new LinkedHashMap<>();

    void clear() {
        groups.clear();
    }

    void ended(GroupId group, Report<?> report) {
        groups.put(group, report);
    }

    LeaveReport report(Outcome outcome) {
        return new Left(outcome, Collections.unmodifiableMap(new LinkedHashMap<>(groups)));
    }

    private record Left(Outcome outcome, Map<GroupId, Report<?>> groups) implements LeaveReport {}
}
