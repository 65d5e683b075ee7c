package io.clp.internal.decide;

import io.clp.GroupState;
import io.clp.Operation.Kind;
import io.clp.Outcome;
import io.clp.internal.decide.Slot.Phase;
import io.clp.resource.ResourceState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a group does next: {@code (view, input, time) -> (next view, actions)}, without side effects.
 *
 * <p>This class keeps the life of single attempts; {@link Calls} begins and answers calls, and each stage has a class of its own.
 */
public final class GroupCore {
    private GroupCore() {}

    /**
     * Takes one input.
     *
     * @param shape the group
     * @param view what is known of it
     * @param input what happened
     * @param now the monotonic time, in nanoseconds
     * @return what is known then, and what is to be done
     */
    public static Decision decide(Shape shape, View view, Input input, long now) {
        return decide(shape, view, List.of(input), now);
    }

    /**
     * Takes several inputs that are there at one moment: one after the other, as if each were taken by itself.
     *
     * @param inputs in the order in which they came
     * @return what is known after all of them, and what is to be done, in order
     */
    public static Decision decide(Shape shape, View view, List<? extends Input> inputs, long now) {
        int each = inputs.get(0) instanceof Input.Asked ? 2 * shape.size() : 4;
        Turn turn = new Turn(shape, view, now, 4 + each * inputs.size());
        for (Input input : inputs) {
            take(turn, input);
        }
        return turn.end();
    }

    private static void take(Turn turn, Input input) {
        if (input instanceof Input.CameBack cameBack) {
            cameBack(turn, cameBack);
        } else if (input instanceof Input.Asked asked) {
            Calls.asked(turn, asked.call());
        } else if (input instanceof Input.Tick) {
            tick(turn);
        } else if (input instanceof Input.LookAgain) {
            if (turn.view.stage == Stage.FINISHING && !turn.view.calling()) {
                Falling.lookAgain(turn);
            }
        } else if (input instanceof Input.Reported reported) {
            Calls.reported(turn, reported);
        } else if (input instanceof Input.ProbeAsked asked) {
            Looking.asked(turn, asked);
        } else if (input instanceof Input.Closing) {
            Calls.close(turn);
        }
        Calls.proceed(turn);
    }

    private static void cameBack(Turn turn, Input.CameBack input) {
        int index = input.resource();
        Slot before = turn.slot(index);
        if (before.phase == Phase.NONE || before.run.token() != input.token()) {
            return;
        }
        Slot slot = turn.edit(index);
        Phase phase = slot.phase;
        slot.phase = Phase.NONE;
        if (phase == Phase.HUNG) {
            turn.view.hung--;
            cameBackFromHanging(turn, index);
            return;
        }
        turn.view.running--;
        boolean late = phase == Phase.INTERRUPTED;
        Ending ending = Ending.of(input.result(), late);
        long endedAt = late ? slot.run.deadline() : turn.now;
        ended(turn, index, ending, endedAt, input.result());
        dispatch(turn, index, ending, input.result());
    }

    private static void cameBackFromHanging(Turn turn, int index) {
        boolean left = turn.slot(index).state != ResourceState.OFFLINE;
        switch (turn.view.stage) {
            case IDLE -> turn.unlock(index);
            case FINISHING -> {
                if (left && !turn.view.closed) {
                    Falling.cameBack(turn, index);
                } else {
                    turn.unlock(index);
                }
            }
            case FALLING, RECOVERING -> {
                if (left && (turn.view.stage == Stage.FALLING || turn.view.state == GroupState.OFFLINE_FAILURE)) {
                    turn.edit(index).redo = true; // taken up after the answer, which must not come later for it
                } else {
                    turn.unlock(index);
                }
            }
            case PROBING, RISING, TELLING -> {} // the stages that follow come to it
        }
    }

    private static void tick(Turn turn) {
        long next = Long.MAX_VALUE;
        turn.tickSpent();
        for (int i = 0; i < turn.view.size; i++) {
            if (turn.slot(i).busy() && turn.slot(i).until <= turn.now) {
                overdue(turn, i);
            }
        }
        for (int i = 0; i < turn.view.size; i++) {
            if (turn.slot(i).busy()) {
                next = Math.min(next, turn.slot(i).until);
            }
        }
        turn.view.wakeAt = next;
    }

    private static void overdue(Turn turn, int index) {
        Slot slot = turn.edit(index);
        if (slot.phase == Phase.RUNNING) {
            slot.phase = Phase.INTERRUPTED;
            slot.until = turn.now + turn.shape.graceNanos(index);
            if (slot.kind() == Kind.ONLINE || slot.kind() == Kind.OFFLINE || slot.kind() == Kind.ONLINE_BLOCKED) {
                turn.become(index, ResourceState.UNKNOWN);
            }
            turn.emit(new Action.Interrupt(index, slot.run.token()));
        } else {
            slot.phase = Phase.HUNG;
            turn.view.running--;
            turn.view.hung++;
            ended(turn, index, Ending.HANGS, slot.run.deadline(), null);
            dispatch(turn, index, Ending.HANGS, null);
        }
    }

    private static void ended(Turn turn, int index, Ending ending, long endedAt, @Nullable Result result) {
        turn.emit(new Action.Ended(
                turn.slot(index).run,
                endedAt,
                ending.outcome(),
                result instanceof Result.Threw threw && !ending.late()
                        ? threw.error()
                        : result instanceof Result.NotBegun notBegun ? notBegun.error() : null,
                ending.hangs()));
    }

    private static void dispatch(Turn turn, int index, Ending ending, @Nullable Result result) {
        switch (turn.view.stage) {
            case PROBING -> Probing.ended(turn, index, ending);
            case RISING -> Rising.ended(turn, index, ending);
            case TELLING -> Telling.ended(turn, index, ending);
            case FALLING, FINISHING -> Falling.ended(turn, index, ending);
            case RECOVERING -> {
                if (!ending.done()) {
                    turn.view.failing = true;
                    turn.failed(index, ending.outcome());
                }
                turn.settle(index);
            }
            case IDLE -> Looking.ended(turn, index, ending, result);
        }
    }

    /** Returns whether every resource is known to be offline. */
    static boolean allOffline(Turn turn) {
        for (int i = 0; i < turn.view.size; i++) {
            if (turn.slot(i).state != ResourceState.OFFLINE) {
                return false;
            }
        }
        return true;
    }

    /** Returns how a call ended of which not everything went as asked. */
    static Outcome failureOutcome(Turn turn) {
        for (int i = 0; i < turn.view.size; i++) {
            Slot slot = turn.slot(i);
            if (slot.state == ResourceState.UNKNOWN || slot.phase == Phase.HUNG || slot.redo) {
                return Outcome.INDETERMINATE;
            }
        }
        return Outcome.FAILED;
    }
}
