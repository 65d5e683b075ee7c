package io.clp.internal.member;

import io.clp.Failure;
import io.clp.GroupId;
import io.clp.MoveKind;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.Operation;
import io.clp.Outcome;
import io.clp.Report;
import io.clp.ServiceInterrupted;
import io.clp.StartReport;
import io.clp.StopReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The report of a move as it was.
 *
 * @param group which group
 * @param kind why
 * @param from the old node
 * @param to the new one
 * @param owner who has it now
 * @param outcome how it ended
 * @param stop the stop, where it was here
 * @param start the start, where it was here
 * @param ownFailures what went wrong beside those of the parts
 * @param duration from the decision
 * @param downtime from the last good moment
 */
record Moves(
        GroupId group,
        MoveKind kind,
        NodeId from,
        NodeId to,
        NodeId owner,
        Outcome outcome,
        Optional<StopReport> stop,
        Optional<StartReport> start,
        List<Failure> ownFailures,
        Duration duration,
        Duration downtime)
        implements MoveReport {
    Moves {
        ownFailures = List.copyOf(ownFailures);
    }

    private Stream<Report<?>> parts() {
        return Stream.concat(stop.stream(), start.stream());
    }

    @Override
    public List<Operation> operations() {
        return parts().flatMap(it -> it.operations().stream()).toList();
    }

    @Override
    public List<Operation> criticalPath() {
        return parts().flatMap(it -> it.criticalPath().stream()).toList();
    }

    @Override
    public List<Failure> failures() {
        return Stream.concat(parts().flatMap(it -> it.failures().stream()), ownFailures.stream())
                .toList();
    }

    @Override
    public List<ServiceInterrupted> interruptions() {
        return parts().flatMap(it -> it.interruptions().stream()).toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(kind)
                .append(" of group ")
                .append(group)
                .append(" from ")
                .append(from)
                .append(" to ")
                .append(to);
        text.append(": ")
                .append(outcome)
                .append(" in ")
                .append(duration)
                .append(", down for ")
                .append(downtime);
        text.append("; owner ").append(owner);
        stop.ifPresent(it -> text.append('\n').append(it));
        start.ifPresent(it -> text.append('\n').append(it));
        ownFailures.forEach(it -> text.append('\n').append(it.error().getMessage()));
        return text.toString();
    }
}
