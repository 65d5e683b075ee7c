package io.clp.iis.schedules;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupOperationException;
import io.clp.Outcome;
import io.clp.Report;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One call on a group, from the question to the answer. */
final class Call {
    /** What was asked. */
    enum Kind {
        START,
        STOP,
        RESTART,
        RECOVER
    }

    final Kind kind;
    final Node node;
    final int group;
    final FailoverGroup definition;
    final GroupController controller;
    final String words;

    @Nullable
    Call before;

    long askedAt = -1;
    long answeredAt = -1;

    /** Its process is gone: nobody answers any more. */
    boolean lost;

    @Nullable
    Report<?> report;

    @Nullable
    Throwable error;

    Call(Kind kind, Node node, int group, FailoverGroup definition, String words) {
        this.kind = kind;
        this.node = node;
        this.group = group;
        this.definition = definition;
        this.controller = node.controller();
        this.words = words + " of " + definition.id() + " on " + node.name;
    }

    boolean open() {
        return !lost && answeredAt < 0;
    }

    void lost() {
        if (open()) {
            lost = true;
        }
    }

    void answered(long now, @Nullable Report<?> given, @Nullable Throwable failure) {
        answeredAt = now;
        error = failure;
        report = failure instanceof GroupOperationException failed ? failed.report() : given;
    }

    /** Returns how long it may take once no other call on the group is before it. */
    Duration limit() {
        Duration start = controller.startLimit(definition);
        Duration stop = controller.stopLimit(definition);
        return switch (kind) {
            case START -> start;
            case STOP -> stop;
            case RESTART, RECOVER -> start.plus(stop);
        };
    }

    /** Returns how it ended, for counting. */
    String ending() {
        if (lost) {
            return "LOST";
        }
        if (report != null) {
            return report.outcome().toString();
        }
        return error == null ? Outcome.DONE.toString() : error.getClass().getSimpleName();
    }

    @Override
    public String toString() {
        return words + ": " + (open() ? "not answered" : ending());
    }
}
