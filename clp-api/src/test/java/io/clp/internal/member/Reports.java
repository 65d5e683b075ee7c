package io.clp.internal.member;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.internal.report.GroupReport;
import java.util.List;

/** Reports of calls that did what was asked and took no time. */
final class Reports {
    private Reports() {}

    static StartReport start(FailoverGroup group, NodeId node) {
        return GroupReport.start(
                new GroupReport.Facts(group, node, Outcome.DONE, List.of(), List.of(), List.of(), 0),
                StartCause.START,
                1);
    }
}
