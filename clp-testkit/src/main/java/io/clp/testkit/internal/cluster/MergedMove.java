package io.clp.testkit.internal.cluster;

import io.clp.Failure;
import io.clp.GroupId;
import io.clp.MoveKind;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.Operation;
import io.clp.Outcome;
import io.clp.ServiceInterrupted;
import io.clp.StartReport;
import io.clp.StopReport;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A move as both nodes saw it.
 *
 * @param old what the old owner reported
 * @param fresh what the new one reported
 * @param early how long before the old owner's report the new one was online
 */
record MergedMove(MoveReport old, MoveReport fresh, Duration early) implements MoveReport {
    @Override
    public MoveKind kind() {
        return old.kind();
    }

    @Override
    public NodeId from() {
        return old.from();
    }

    @Override
    public NodeId to() {
        return fresh.to();
    }

    @Override
    public NodeId owner() {
        return fresh.owner();
    }

    @Override
    public Optional<StopReport> stop() {
        return old.stop();
    }

    @Override
    public Optional<StartReport> start() {
        return fresh.start();
    }

    @Override
    public Duration downtime() {
        return old.downtime().minus(early);
    }

    @Override
    public GroupId group() {
        return old.group();
    }

    @Override
    public Outcome outcome() {
        return fresh.outcome();
    }

    @Override
    public List<Operation> operations() {
        return both(old.operations(), fresh.operations());
    }

    @Override
    public List<Operation> criticalPath() {
        return both(old.criticalPath(), fresh.criticalPath());
    }

    @Override
    public List<Failure> failures() {
        return both(old.failures(), fresh.failures());
    }

    @Override
    public List<ServiceInterrupted> interruptions() {
        return both(old.interruptions(), fresh.interruptions());
    }

    @Override
    public Duration duration() {
        return old.duration().minus(early);
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(kind())
                .append(" of group ")
                .append(group())
                .append(" from ")
                .append(from())
                .append(" to ")
                .append(to())
                .append(": ")
                .append(outcome())
                .append(" in ")
                .append(duration())
                .append(", down for ")
                .append(downtime());
        stop().ifPresent(it -> text.append('\n').append(it));
        start().ifPresent(it -> text.append('\n').append(it));
        return text.toString();
    }
}
