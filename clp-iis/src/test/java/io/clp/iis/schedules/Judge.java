package io.clp.iis.schedules;

import io.clp.CallRefusedException;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.Operation;
import io.clp.Outcome;
import io.clp.Report;
import io.clp.ResourceId;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What must be true of an answer. */
final class Judge {
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private static final Pattern STARTS = Pattern.compile("^ARMLOAD |^net start |^iisreset /(re)?start");

    private Judge() {}

    /**
     * Checks an answer.
     *
     * @param alone whether no other call on the group was open when it came
     * @throws Broken something is wrong with it
     */
    static void check(Call call, boolean alone) {
        inTime(call);
        Report<?> report = call.report;
        if (call.error != null && !(call.error instanceof GroupOperationException)) {
            expect(call.error instanceof CallRefusedException, call, () -> "unexpected exception " + call.error);
            return;
        }
        if (report == null) {
            expect(call.kind == Call.Kind.RECOVER, call, () -> "answered without a report");
            return;
        }
        boolean good = report.outcome() == Outcome.DONE || report.outcome() == Outcome.NOTHING_TO_DO;
        expect(good == (call.error == null), call, () -> "thrown exactly where the outcome is bad: " + report);
        expect(good == report.failures().isEmpty(), call, () -> "failures exactly where the outcome is bad: " + report);
        operations(call, report);
        if (alone) {
            state(call, report);
        }
    }

    private static void inTime(Call call) {
        long from = call.askedAt;
        for (Call before = call.before; before != null; before = before.before) {
            from = Math.max(from, before.answeredAt);
        }
        Duration took = Duration.ofNanos(call.answeredAt - from);
        Duration most = call.limit().plus(ONE_SECOND);
        expect(took.compareTo(most) <= 0, call, () -> "answered after " + took + ", later than " + most);
    }

    private static void operations(Call call, Report<?> report) {
        List<Operation> operations = report.operations();
        Duration end = Duration.ZERO;
        for (Operation operation : operations) {
            Duration ended = end(operation);
            expect(ended.compareTo(report.duration()) <= 0, call, () -> operation + " ends after the call: " + report);
            expect(
                    (operation.outcome() == Outcome.DONE) == operation.error().isEmpty(),
                    call,
                    () -> "an error exactly where an operation did not do what was asked: " + operation);
            end = ended.compareTo(end) > 0 ? ended : end;
        }
        starts(call, operations);
        expect(
                report.outcome() != Outcome.REFUSED || operations.isEmpty(),
                call,
                () -> "refused, but acted: " + report);
        List<Operation> path = report.criticalPath();
        expect(path.isEmpty() == operations.isEmpty(), call, () -> "a critical path wherever there are operations");
        for (int i = 0; i < path.size(); i++) {
            expect(
                    operations.contains(path.get(i)),
                    call,
                    () -> "the critical path has operations of the call: " + report);
            Duration next = i + 1 < path.size() ? path.get(i + 1).startedAt() : end;
            boolean right = i + 1 < path.size()
                    ? end(path.get(i)).compareTo(next) <= 0
                    : end(path.get(i)).equals(next);
            expect(right, call, () -> "the critical path goes on to the end: " + report);
        }
    }

    /** Going offline starts nothing; what it owes to others is started after everything below was released, or failed to be. */
    private static void starts(Call call, List<Operation> operations) {
        Duration released = Duration.ZERO;
        for (Operation operation : operations) {
            if (operation.kind() == Operation.Kind.OFFLINE) {
                expect(
                        operation.log().stream().noneMatch(STARTS.asPredicate()),
                        call,
                        () -> "starts something before the release: " + operation + " " + operation.log());
                boolean below =
                        call.definition.dependenciesOf(ResourceId.of("iis")).contains(operation.resource());
                released = below && end(operation).compareTo(released) > 0 ? end(operation) : released;
            } else if (operation.kind() == Operation.Kind.RELEASED) {
                Duration last = released;
                expect(
                        operation.startedAt().compareTo(last) >= 0,
                        call,
                        () -> operation + " before the release at " + last);
            }
        }
    }

    private static void state(Call call, Report<?> report) {
        GroupState state = call.controller.view(call.definition).state();
        boolean good = report.outcome() == Outcome.DONE || report.outcome() == Outcome.NOTHING_TO_DO;
        boolean right =
                switch (call.kind) {
                    case START, RESTART ->
                        good
                                ? state == GroupState.ONLINE || state == GroupState.ONLINE_FAILURE
                                : state != GroupState.ONLINE || report.outcome() == Outcome.REFUSED;
                    case STOP -> good ? state == GroupState.OFFLINE : state != GroupState.ONLINE;
                    case RECOVER -> true;
                };
        expect(right, call, () -> report.outcome() + ", but the group is " + state);
    }

    private static Duration end(Operation operation) {
        return operation.startedAt().plus(operation.duration());
    }

    private static void expect(boolean right, Call call, Supplier<String> otherwise) {
        if (!right) {
            throw new Broken(call + ": " + otherwise.get());
        }
    }
}
