package io.clp.internal.runtime;

import io.clp.ClpException;
import io.clp.GroupChanged;
import io.clp.GroupOperationException;
import io.clp.NodeId;
import io.clp.Operation;
import io.clp.OperationEnded;
import io.clp.OperationFailed;
import io.clp.Outcome;
import io.clp.ResourceChanged;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.StopReport;
import io.clp.internal.decide.Action;
import io.clp.internal.decide.Call;
import io.clp.internal.report.GroupReport;
import io.clp.internal.report.OperationRecord;
import io.clp.resource.OperationTimeoutException;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns what was decided into events, log lines, and the report of the call under way. Used within the group's turn only. */
final class Teller {
    private final NodeController node;
    private final GroupRunner runner;
    private final NodeId nodeId;
    private final Map<Integer, List<ClpException>> errors = new HashMap<>();
    private @Nullable Journal journal;
    /** That of the action at hand: the view is already that of the turn's end, where another call may have begun. */
    private long epoch;

    Teller(NodeController node, GroupRunner runner) {
        this.node = node;
        this.runner = runner;
        this.nodeId = node.id();
    }

    void begin(long now) {
        journal = new Journal(now, runner.shape.size());
    }

    void begins(Action.Run run) {
        if (!errors.isEmpty() && run.attempt() == 1 && run.kind() != Operation.Kind.PROBE) {
            errors.remove(run.resource());
        }
    }

    void ended(Action.Ended ended, @Nullable Attempt attempt) {
        if (ended.run().byItself()) {
            return; // whoever asked is told what it found
        }
        ResourceId resource = id(ended.resource());
        ClpException error = ended.error();
        if (error == null && ended.outcome() != Outcome.DONE) {
            error = timeout(ended.hangs(), attempt, resource);
        }
        boolean lookedAgain =
                journal == null && ended.run().kind() == Operation.Kind.PROBE; // for as long as something is left
        if (error != null && !lookedAgain) {
            errors.computeIfAbsent(ended.resource(), key -> new ArrayList<>()).add(error);
            node.log.debug(
                    "group {}: {} of {} ended {}",
                    runner.group.id(),
                    ended.run().kind(),
                    resource,
                    ended.outcome(),
                    error);
        }
        long startedAt = ended.run().deadline()
                - runner.shape.deadlineNanos(ended.resource(), ended.run().kind());
        long origin = journal == null ? startedAt : journal.begunAt;
        boolean told = node.events.wanted();
        if (journal == null && !told) {
            return;
        }
        OperationRecord operation = new OperationRecord(
                resource,
                ended.run().kind(),
                ended.run().attempt(),
                Math.max(0, startedAt - origin),
                Math.max(0, ended.endedAt() - origin),
                ended.outcome(),
                error,
                attempt == null ? List.of() : attempt.log());
        if (journal != null) {
            journal.operation(operation);
            if (attempt != null) {
                journal.interruptions(attempt.interruptions());
            }
        }
        if (told) {
            node.events.tell(
                    sequence -> new OperationEnded(nodeId, runner.group.id(), epoch, sequence, resource, operation));
        }
    }

    private ClpException timeout(boolean hangs, @Nullable Attempt attempt, ResourceId resource) {
        Duration deadline = attempt == null ? Duration.ZERO : Duration.ofNanos(attempt.deadlineNanos());
        OperationTimeoutException error = new OperationTimeoutException(
                attempt == null ? "operation of " + resource : attempt.name(), deadline, hangs);
        StackTraceElement[] where = hangs && attempt != null ? attempt.where() : new StackTraceElement[0];
        if (where.length > 0) {
            error.setStackTrace(where);
        }
        error.locate(nodeId, runner.group.id(), resource);
        return error;
    }

    void failed(Action.Failed failed, @Nullable Attempt hanging) {
        ResourceId resource = failed.resource() < 0 ? null : id(failed.resource());
        ClpException error = failed.error();
        List<ClpException> earlier = errors.remove(failed.resource());
        if (earlier != null && !earlier.isEmpty()) {
            ClpException found = error;
            error = earlier.remove(earlier.size() - 1);
            if (found != null) {
                earlier.add(found);
            }
            for (ClpException it : earlier) {
                if (it != error) {
                    error.addSuppressed(it);
                }
            }
        }
        if (error == null) {
            error = hanging != null && resource != null
                    ? timeout(true, hanging, resource)
                    : ResourceException.temporary("operation of " + resource + " failed");
        }
        error.locate(nodeId, runner.group.id(), resource);
        node.log.warn(
                "group {} on {}: {} {}: {}",
                runner.group.id(),
                nodeId,
                resource == null ? "call" : resource,
                failed.outcome(),
                error.getMessage());
        if (journal != null) {
            journal.failure(nodeId, resource, failed.outcome(), error);
        }
        if (resource != null && node.events.wanted()) {
            ClpException told = error;
            node.events.tell(sequence ->
                    new OperationFailed(nodeId, runner.group.id(), epoch, sequence, resource, failed.outcome(), told));
        }
    }

    void resourceBecame(Action.ResourceBecame became) {
        if (became.to() == ResourceState.ONLINE && !errors.isEmpty()) {
            errors.remove(became.resource()); // what went wrong on the way is no part of what may be reported later
        }
        if (node.events.wanted()) {
            node.events.tell(sequence -> new ResourceChanged(
                    nodeId, runner.group.id(), epoch, sequence, id(became.resource()), became.from(), became.to()));
        }
    }

    void groupBecame(Action.GroupBecame became) {
        epoch = became.epoch();
        node.log.info(
                "group {} on {}: {} -> {} ({})", runner.group.id(), nodeId, became.from(), became.to(), became.cause());
        if (node.events.wanted()) {
            node.events.tell(sequence -> new GroupChanged(
                    nodeId, runner.group.id(), epoch, sequence, became.from(), became.to(), became.cause()));
        }
    }

    /** Returns the report of the call under way, or the exception that carries it. */
    Object report(Call call, Outcome outcome, long now) {
        Journal done = Objects.requireNonNullElseGet(journal, () -> new Journal(now, 0));
        journal = null;
        GroupReport.Facts facts = done.facts(runner.group, nodeId, outcome, now);
        if (call.kind() == Call.Kind.STOP) {
            StopReport report =
                    GroupReport.stop(facts, Objects.requireNonNullElse(call.stopCause(), StopCause.GROUP_STOP));
            return good(outcome) ? report : new GroupOperationException(runner.words(call), nodeId, report);
        }
        StartReport report = GroupReport.start(
                facts,
                Objects.requireNonNullElse(
                        call.startCause(), runner.view().startCause().orElse(StartCause.START)),
                epoch);
        return good(outcome) ? report : new GroupOperationException(runner.words(call), nodeId, report);
    }

    private static boolean good(Outcome outcome) {
        return outcome == Outcome.DONE || outcome == Outcome.NOTHING_TO_DO;
    }

    private ResourceId id(int index) {
        return runner.shape.resource(index).id();
    }
}
