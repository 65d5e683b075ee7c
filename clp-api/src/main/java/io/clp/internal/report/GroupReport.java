package io.clp.internal.report;

import io.clp.FailoverGroup;
import io.clp.Failure;
import io.clp.GroupId;
import io.clp.NodeId;
import io.clp.Operation;
import io.clp.Outcome;
import io.clp.ServiceInterrupted;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.StopReport;
import java.time.Duration;
import java.util.List;

/** A report as it was. */
public abstract class GroupReport {
    private final Facts facts;

    /**
     * What every report has.
     *
     * @param group the group
     * @param node where
     * @param outcome how it ended
     * @param operations what was done, in the order in which it ended
     * @param failures what went wrong
     * @param interruptions who was without a service
     * @param nanos how long it took
     */
    public record Facts(
            FailoverGroup group,
            NodeId node,
            Outcome outcome,
            List<OperationRecord> operations,
            List<Failure> failures,
            List<ServiceInterrupted> interruptions,
            long nanos) {
        /** Keeps copies of the lists. */
        public Facts {
            operations = List.copyOf(operations);
            failures = List.copyOf(failures);
            interruptions = List.copyOf(interruptions);
        }
    }

    private GroupReport(Facts facts) {
        this.facts = facts;
    }

    /** Returns the report of a start. */
    public static StartReport start(Facts facts, StartCause cause, long epoch) {
        return new Started(facts, cause, epoch);
    }

    /** Returns the report of a stop. */
    public static StopReport stop(Facts facts, StopCause cause) {
        return new Stopped(facts, cause);
    }

    /** Returns the group. */
    public final GroupId group() {
        return facts.group().id();
    }

    /** Returns where. */
    public final NodeId node() {
        return facts.node();
    }

    /** Returns how it ended. */
    public final Outcome outcome() {
        return facts.outcome();
    }

    /** Returns what was done. */
    public final List<Operation> operations() {
        return List.copyOf(facts.operations());
    }

    /** Returns what determined the duration. */
    public final List<Operation> criticalPath() {
        return CriticalPath.of(facts.group(), facts.operations());
    }

    /** Returns what went wrong. */
    public final List<Failure> failures() {
        return facts.failures();
    }

    /** Returns who was without a service. */
    public final List<ServiceInterrupted> interruptions() {
        return facts.interruptions();
    }

    /** Returns how long it took. */
    public final Duration duration() {
        return Duration.ofNanos(facts.nanos());
    }

    private static final class Started extends GroupReport implements StartReport {
        private final StartCause cause;
        private final long epoch;

        Started(Facts facts, StartCause cause, long epoch) {
            super(facts);
            this.cause = cause;
            this.epoch = epoch;
        }

        @Override
        public StartCause cause() {
            return cause;
        }

        @Override
        public long epoch() {
            return epoch;
        }

        @Override
        public String toString() {
            return ReportText.of("start (" + cause + ")", node(), this);
        }
    }

    private static final class Stopped extends GroupReport implements StopReport {
        private final StopCause cause;

        Stopped(Facts facts, StopCause cause) {
            super(facts);
            this.cause = cause;
        }

        @Override
        public StopCause cause() {
            return cause;
        }

        @Override
        public String toString() {
            return ReportText.of("stop (" + cause + ")", node(), this);
        }
    }
}
