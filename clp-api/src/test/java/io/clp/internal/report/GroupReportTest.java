package io.clp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.Failure;
import io.clp.GroupId;
import io.clp.GroupOperationException;
import io.clp.NodeId;
import io.clp.Operation;
import io.clp.Outcome;
import io.clp.ResourceId;
import io.clp.ServiceInterrupted;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.internal.script.Piece;
import io.clp.resource.ResourceException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupReportTest {
    private static final FailoverGroup GROUP = Piece.group(0, "disk P", "ip A", "w3svc S", "site X");
    private static final NodeId NODE = NodeId.of("SV1");

    @Test
    void followsTheOperationsThatDeterminedTheDuration() {
        StartReport report = start(
                Outcome.DONE,
                List.of(op("ip", 0, 3), op("disk", 0, 5), op("w3svc", 5, 9), op("site", 9, 20)),
                List.of());
        assertThat(report.criticalPath())
                .extracting(it -> it.resource().value())
                .containsExactly("disk", "w3svc", "site");
    }

    @Test
    void prefersWhatIsRelatedWhereTwoEndedAtOnce() {
        StartReport report = start(
                Outcome.DONE, List.of(op("disk", 0, 5), op("disk", 5, 7), op("ip", 0, 7), op("disk", 7, 8)), List.of());
        assertThat(report.criticalPath())
                .extracting(it -> it.resource().value())
                .containsExactly("disk", "disk", "disk");
    }

    @Test
    void hasNoPathWhereNothingWasDone() {
        assertThat(start(Outcome.NOTHING_TO_DO, List.of(), List.of()).criticalPath())
                .isEmpty();
    }

    @Test
    void goesThroughOperationsThatTookNoTime() {
        StartReport report =
                start(Outcome.DONE, List.of(op("disk", 0, 0), op("w3svc", 0, 0), op("site", 0, 0)), List.of());
        assertThat(report.criticalPath())
                .extracting(it -> it.resource().value())
                .containsExactly("disk", "w3svc", "site");
    }

    @Test
    void isATableForPeople() {
        OperationRecord second = new OperationRecord(
                ResourceId.of("disk"), Operation.Kind.ONLINE, 2, 5_000_000, 7_500_000, Outcome.DONE, null, List.of());
        GroupReport.Facts facts = new GroupReport.Facts(
                GROUP,
                NODE,
                Outcome.FAILED,
                List.of(op("ip", 0, 1), second),
                List.of(failure("disk", "disk broke")),
                List.of(new ServiceInterrupted(GroupId.of("mail"), "W3SVC", Duration.ofMillis(40))),
                8_000_000);
        assertThat(GroupReport.stop(facts, StopCause.GROUP_MOVE).toString().lines())
                .containsExactly(
                        "group web on SV1: stop (GROUP_MOVE): FAILED in 8.000 ms",
                        "* ip    ONLINE            +0.000 ms     1.000 ms  DONE",
                        "* disk  ONLINE #2         +5.000 ms     2.500 ms  DONE",
                        "group mail was without W3SVC for 40.000 ms",
                        "disk: FAILED: disk broke");
    }

    @Test
    void givesItsExceptionEveryFailureAndWhereItHappened() {
        StartReport report = start(
                Outcome.FAILED, List.of(), List.of(failure("disk", "disk broke"), failure("ip", "ip is elsewhere")));
        GroupOperationException error = new GroupOperationException("start of group web", NODE, report);
        assertThat(error)
                .hasMessage("start of group web: FAILED after PT0.02S: disk: disk broke; ip: ip is elsewhere")
                .hasCause(report.failures().get(0).error());
        assertThat(error.report()).isSameAs(report);
        assertThat(error.groupId()).contains(GROUP.id());
        assertThat(error.nodeId()).contains(NODE);
        assertThat(error.resourceId()).isEmpty();
    }

    @Test
    void keepsWhereAnErrorHappenedFirst() {
        ResourceException error = ResourceException.temporary("broke");
        assertThat(error.nodeId()).isEmpty();
        error.locate(NODE, GROUP.id(), ResourceId.of("disk"));
        error.locate(NodeId.of("SV2"), null, null);
        assertThat(error.nodeId()).contains(NODE);
        assertThat(error.resourceId()).contains(ResourceId.of("disk"));
        assertThat(error.windowsCode()).isEmpty();
        assertThat(error.windowsName()).isEmpty();
        assertThat(error.attempted()).isEqualTo("broke");
    }

    @Test
    void writesALongReportWithoutTakingLong() {
        List<OperationRecord> operations = new java.util.ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            operations.add(op("disk", i, i + 1));
        }
        assertThat(start(Outcome.DONE, operations, List.of()).toString().lines())
                .hasSize(3_001);
    }

    private static StartReport start(Outcome outcome, List<OperationRecord> operations, List<Failure> failures) {
        return GroupReport.start(
                new GroupReport.Facts(GROUP, NODE, outcome, operations, failures, List.of(), 20_000_000),
                StartCause.START,
                0);
    }

    private static OperationRecord op(String id, long fromMillis, long toMillis) {
        return new OperationRecord(
                ResourceId.of(id),
                Operation.Kind.ONLINE,
                1,
                fromMillis * 1_000_000,
                toMillis * 1_000_000,
                Outcome.DONE,
                null,
                List.of());
    }

    private static Failure failure(String id, String message) {
        return new FailureRecord(
                NODE, Optional.of(ResourceId.of(id)), Outcome.FAILED, ResourceException.temporary(message));
    }
}
