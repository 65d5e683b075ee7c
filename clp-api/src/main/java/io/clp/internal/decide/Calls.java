package io.clp.internal.decide;

import io.clp.CallRefusedException;
import io.clp.GroupState;
import io.clp.Operation.Kind;
import io.clp.Outcome;
import io.clp.StaleEpochException;
import io.clp.StopCause;
import io.clp.internal.decide.Slot.Phase;
import io.clp.resource.ResourceState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls on a group: one after another, from stage to stage, to the answer. */
final class Calls {
    private Calls() {}

    static void asked(Turn turn, Call call) {
        if (turn.view.closed) {
            turn.emit(new Action.Refuse(call, closed(call)));
            return;
        }
        List<Call> waiting = new ArrayList<>(turn.view.waiting);
        waiting.add(call);
        turn.view.waiting = List.copyOf(waiting);
        Cutting.asked(turn, call);
    }

    static void close(Turn turn) {
        View view = turn.view;
        view.closed = true;
        view.waiting.forEach(it -> turn.emit(new Action.Refuse(it, closed(it))));
        view.waiting = List.of();
        stopLooking(turn);
    }

    static void reported(Turn turn, Input.Reported report) {
        int index = report.resource();
        boolean steady = (turn.view.stage == Stage.IDLE || turn.view.stage == Stage.RECOVERING) && started(turn.view);
        if (turn.slot(index).state != ResourceState.ONLINE || (!steady && turn.view.stage != Stage.RISING)) {
            return;
        }
        turn.become(index, ResourceState.ONLINE_FAILURE);
        turn.edit(index).doubted = true;
        turn.emit(new Action.Failed(index, Outcome.FAILED, report.error()));
        if (steady) {
            turn.become(
                    GroupState.ONLINE_FAILURE,
                    "resource " + turn.shape.resource(index).id() + " failed");
        } else {
            turn.edit(index).tried = true;
            Rising.abandon(turn);
        }
    }

    /** Goes on from stage to stage while nothing has to be waited for, and takes the next call when one is done. */
    static void proceed(Turn turn) {
        View view = turn.view;
        while (true) {
            if (view.stage == Stage.FINISHING) {
                if (view.running == 0 && GroupCore.allOffline(turn) && !releaseOwed(turn)) {
                    cleanAtLast(turn);
                } else if (view.running > 0) {
                    return;
                } else if (view.waiting.isEmpty()) {
                    Falling.takeUp(turn); // a call that waited, and was refused, kept it from being taken up
                    return;
                }
            } else if (view.stage != Stage.IDLE && view.open > 0) {
                return;
            }
            if (view.call != null && view.stage != Stage.FINISHING) {
                next(turn, view.call);
            } else if (!view.waiting.isEmpty() && view.running == 0) {
                Call call = view.waiting.get(0);
                view.waiting = view.waiting.subList(1, view.waiting.size());
                begin(turn, call);
            } else {
                return;
            }
        }
    }

    private static void begin(Turn turn, Call call) {
        View view = turn.view;
        if (call.kind() == Call.Kind.START && call.epoch() != 0 && call.epoch() < view.epoch) {
            turn.emit(new Action.Refuse(call, new StaleEpochException(call.epoch(), view.epoch)));
            return;
        }
        turn.emit(new Action.Begin(call));
        String refusal = refusal(turn, call);
        if (refusal != null) {
            turn.emit(new Action.Failed(
                    -1, Outcome.REFUSED, new CallRefusedException(call.words(), refusal, advice(view, call))));
            turn.emit(new Action.Answer(call, Outcome.REFUSED));
            return;
        }
        if (call.kind() == Call.Kind.START && call.epoch() > view.epoch) {
            view.epoch = call.epoch();
            turn.emit(new Action.GroupBecame(view.state, view.state, "epoch " + call.epoch(), call.epoch()));
        }
        if (nothingToDo(view, call)) {
            turn.emit(new Action.Answer(call, Outcome.NOTHING_TO_DO));
            return;
        }
        stopLooking(turn);
        view.call = call;
        view.failing = false;
        view.acted = false;
        switch (call.kind()) {
            case START -> {
                include(turn, -1);
                view.startCause = call.startCause();
                turn.become(GroupState.ONLINE_PENDING, call.words());
                if (!view.known || !GroupCore.allOffline(turn)) {
                    Probing.begin(turn);
                } else {
                    Rising.begin(turn);
                }
            }
            case STOP -> {
                include(turn, -1);
                view.stopCause = call.stopCause();
                turn.become(GroupState.OFFLINE_PENDING, call.words());
                if (view.known) {
                    Falling.begin(turn);
                } else {
                    Probing.begin(turn);
                }
            }
            case RESTART -> {
                include(turn, call.from());
                view.stopCause = StopCause.RESOURCE_RESTART;
                turn.become(GroupState.ONLINE_PENDING, call.words());
                Falling.begin(turn);
            }
            case RECOVER -> beginRecovering(turn);
        }
    }

    /** The stage of a call has nothing open: what comes next. */
    private static void next(Turn turn, Call call) {
        View view = turn.view;
        switch (view.stage) {
            case PROBING -> {
                view.known = true;
                if (call.kind() == Call.Kind.STOP) {
                    Falling.begin(turn);
                } else if (view.failing) {
                    rollBack(turn, call);
                } else {
                    Rising.begin(turn);
                }
            }
            case RISING -> {
                if (view.failing && Cutting.due(view)) {
                    rollBack(turn, call);
                } else if (view.failing) {
                    Telling.begin(turn);
                } else {
                    view.stopCause = null;
                    settleDown(turn, GroupState.ONLINE, call.words());
                    answer(turn, view.acted ? Outcome.DONE : Outcome.NOTHING_TO_DO);
                }
            }
            case TELLING -> rollBack(turn, call);
            case FALLING -> fallen(turn, call);
            case RECOVERING -> {
                view.stage = Stage.IDLE;
                answer(turn, view.failing ? Outcome.FAILED : Outcome.DONE);
                if (view.state == GroupState.OFFLINE_FAILURE) {
                    finish(turn);
                }
            }
            case IDLE, FINISHING -> throw new IllegalStateException("no call is under way in " + view.stage);
        }
    }

    private static void rollBack(Turn turn, Call call) {
        include(turn, -1);
        turn.view.stopCause = StopCause.GROUP_FAILOVER;
        turn.become(GroupState.OFFLINE_PENDING, "rollback of " + call.words());
        if (call.kind() == Call.Kind.RESTART) {
            Falling.owe(turn);
        }
        Falling.begin(turn);
    }

    private static void fallen(Turn turn, Call call) {
        View view = turn.view;
        if (call.kind() == Call.Kind.RESTART && !view.failing) {
            if (Cutting.due(view)) {
                Cutting.fail(turn, call);
                rollBack(turn, call);
            } else if (includedOffline(turn)) {
                view.stopCause = null;
                Rising.begin(turn);
            } else {
                view.failing = true;
                Telling.begin(turn);
            }
            return;
        }
        boolean offline = GroupCore.allOffline(turn);
        Outcome outcome;
        if (!offline) {
            outcome = GroupCore.failureOutcome(turn);
        } else if (call.kind() != Call.Kind.STOP || view.failing) {
            outcome = Outcome.FAILED;
        } else {
            outcome = view.acted ? Outcome.DONE : Outcome.NOTHING_TO_DO;
        }
        if (offline) {
            clean(turn, call.words());
        } else {
            turn.become(GroupState.OFFLINE_FAILURE, call.words() + ": not everything is offline");
        }
        answer(turn, outcome);
        if (!offline) {
            finish(turn);
        }
    }

    /** Goes on with what a stop or a rollback left. */
    private static void finish(Turn turn) {
        turn.view.stage = Stage.FINISHING;
        lookFor(turn);
        Falling.takeUp(turn);
    }

    private static void cleanAtLast(Turn turn) {
        stopLooking(turn);
        clean(turn, "what was left is offline");
    }

    private static void clean(Turn turn, String cause) {
        turn.view.startCause = null;
        turn.view.stopCause = null;
        settleDown(turn, GroupState.OFFLINE, cause);
    }

    private static void settleDown(Turn turn, GroupState state, String cause) {
        turn.view.stage = Stage.IDLE;
        turn.become(state, cause);
    }

    private static void answer(Turn turn, Outcome outcome) {
        Call call = turn.view.call;
        if (call != null) {
            turn.view.call = null;
            turn.emit(new Action.Answer(call, outcome));
        }
    }

    private static void beginRecovering(Turn turn) {
        turn.view.stage = Stage.RECOVERING;
        turn.view.open = 0;
        for (int i = 0; i < turn.view.size; i++) {
            if (turn.shape.hooks(i).recovered() && turn.slot(i).phase == Phase.NONE) {
                turn.edit(i).settled = false;
                turn.view.open++;
                turn.run(i, Kind.RECOVERED, 1);
            }
        }
    }

    private static boolean nothingToDo(View view, Call call) {
        return switch (call.kind()) {
            case START -> view.known && view.state == GroupState.ONLINE;
            case STOP -> view.known && view.state == GroupState.OFFLINE;
            default -> false;
        };
    }

    private static @Nullable String refusal(Turn turn, Call call) {
        View view = turn.view;
        boolean starts = call.kind() == Call.Kind.START || call.kind() == Call.Kind.RESTART;
        if (starts && view.hung > 0) {
            return "an operation that was given up has still not come back";
        }
        if (starts && Cutting.due(view)) {
            return "a stop (" + StopCause.GROUP_FAILOVER + ") was asked after it";
        }
        if (starts && call.overloaded()) {
            return "this node has as many operations that hang as it bears, and starts nothing more";
        }
        return call.kind() == Call.Kind.RESTART && !started(view) ? "the group is not started" : null;
    }

    private static boolean started(View view) {
        return view.state == GroupState.ONLINE || view.state == GroupState.ONLINE_FAILURE;
    }

    private static String advice(View view, Call call) {
        if (Cutting.due(view)) {
            return "ask again once the group is stopped";
        }
        return call.kind() == Call.Kind.RESTART
                ? "start the group, or wait until what hangs has come back"
                : "wait until what hangs has come back, or restart the node";
    }

    private static CallRefusedException closed(Call call) {
        return new CallRefusedException(call.words(), "the controller is closed", "use another controller");
    }

    /** Includes a resource, what depends on it, and what uses its volume without an edge; everything for -1. */
    private static void include(Turn turn, int from) {
        BitSet included = new BitSet(turn.view.size);
        Deque<Integer> found = new ArrayDeque<>(0);
        if (from < 0) {
            included.set(0, turn.view.size);
        } else {
            found.add(from);
        }
        while (!found.isEmpty()) {
            int next = found.remove();
            if (!included.get(next)) {
                included.set(next);
                Arrays.stream(turn.shape.dependents[next]).forEach(found::add);
                Arrays.stream(turn.shape.users[next]).forEach(found::add);
            }
        }
        for (int i = 0; i < turn.view.size; i++) {
            if (turn.slot(i).included != included.get(i)) {
                turn.edit(i).included = included.get(i);
            }
        }
    }

    private static boolean includedOffline(Turn turn) {
        for (int i = 0; i < turn.view.size; i++) {
            if (turn.slot(i).included && turn.slot(i).state != ResourceState.OFFLINE) {
                return false;
            }
        }
        return true;
    }

    private static boolean releaseOwed(Turn turn) {
        for (int i : turn.shape.releasers) {
            if (turn.slot(i).releaseOwed || turn.slot(i).busy()) {
                return true;
            }
        }
        return false;
    }

    private static void lookFor(Turn turn) {
        if (turn.view.closed) {
            return;
        }
        long every = Long.MAX_VALUE;
        for (int i = 0; i < turn.view.size; i++) {
            if (turn.slot(i).state != ResourceState.OFFLINE) {
                every = Math.min(every, turn.shape.policy(i).monitorEvery().toNanos());
            }
        }
        turn.view.looking = true;
        turn.emit(new Action.LookEvery(every));
    }

    private static void stopLooking(Turn turn) {
        if (turn.view.looking) {
            turn.view.looking = false;
            turn.emit(new Action.LookEvery(0));
        }
    }
}
