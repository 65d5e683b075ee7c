package io.clp.internal.decide;

import io.clp.Operation.Kind;
import io.clp.Outcome;
import io.clp.internal.decide.Slot.Phase;
import io.clp.resource.Probe;
import io.clp.resource.ResourceState;

/** Going online: a resource starts the moment its last dependency is online, and what is truly online is kept. */
final class Rising {
    private Rising() {}

    static void begin(Turn turn) {
        View view = turn.view;
        view.stage = Stage.RISING;
        view.open = 0;
        for (int i = 0; i < view.size; i++) {
            Slot slot = turn.edit(i);
            slot.tried = false;
            // online above something that has to be brought up is not truly online: it cannot have what it rests on
            slot.settled = slot.state == ResourceState.ONLINE && allUp(turn, i);
            slot.releaseOwed &= !slot.settled; // what it shares runs
            view.open += slot.settled ? 0 : 1;
        }
        for (int i = 0; i < view.size && !view.failing; i++) {
            consider(turn, i);
        }
    }

    static void ended(Turn turn, int index, Ending ending) {
        if (turn.slot(index).kind() == Kind.PROBE) {
            verified(turn, index, ending);
            return;
        }
        if (ending.done()) {
            up(turn, index);
            return;
        }
        Slot slot = turn.slot(index);
        boolean again = !ending.permanent()
                && !ending.hangs()
                && !turn.view.failing
                && slot.attempt() < turn.shape.attempts(index, Kind.ONLINE);
        if (ending.outcome() == Outcome.INDETERMINATE) {
            turn.become(index, ResourceState.UNKNOWN);
        }
        if (!again) {
            fail(turn, index, ending.outcome());
        } else if (ending.late()) {
            turn.edit(index).verifying = true;
            turn.run(index, Kind.PROBE, slot.attempt());
        } else {
            turn.become(index, ResourceState.ONLINE_PENDING);
            turn.run(index, Kind.ONLINE, slot.attempt() + 1);
        }
    }

    /** After an attempt that was interrupted at its deadline, only a probe begun after it came back counts. */
    private static void verified(Turn turn, int index, Ending ending) {
        Slot slot = turn.edit(index);
        slot.verifying = false;
        if (ending.found(Probe.State.ONLINE)) {
            up(turn, index);
        } else if (ending.hangs() || turn.view.failing) {
            fail(turn, index, Outcome.INDETERMINATE);
        } else {
            turn.become(index, ResourceState.ONLINE_PENDING);
            turn.run(index, Kind.ONLINE, slot.attempt() + 1);
        }
    }

    private static void up(Turn turn, int index) {
        turn.become(index, ResourceState.ONLINE);
        if (turn.slot(index).releaseOwed) {
            turn.edit(index).releaseOwed = false; // what it shares runs again
        }
        turn.unlock(index);
        turn.settle(index);
        if (!turn.view.failing) {
            for (int dependent : turn.shape.dependents[index]) {
                consider(turn, dependent);
            }
        }
    }

    private static void consider(Turn turn, int index) {
        Slot slot = turn.slot(index);
        if (slot.settled || slot.busy() || !allUp(turn, index)) {
            return;
        }
        turn.edit(index).tried = true;
        if (slot.phase == Phase.HUNG) {
            fail(turn, index, Outcome.INDETERMINATE);
        } else {
            turn.become(index, ResourceState.ONLINE_PENDING);
            turn.run(index, Kind.ONLINE, 1);
        }
    }

    private static boolean allUp(Turn turn, int index) {
        for (int dependency : turn.shape.dependencies[index]) {
            Slot slot = turn.slot(dependency);
            if (!slot.settled || slot.state != ResourceState.ONLINE) {
                return false;
            }
        }
        return true;
    }

    private static void fail(Turn turn, int index, Outcome outcome) {
        if (outcome == Outcome.FAILED) {
            turn.become(index, ResourceState.ONLINE_FAILURE);
        }
        turn.failed(index, outcome);
        if (turn.slot(index).phase != Phase.HUNG) {
            turn.unlock(index);
        }
        turn.settle(index);
        abandon(turn);
    }

    /** Begins nothing more; what runs is waited for, so that the rollback finds every attempt ended. */
    static void abandon(Turn turn) {
        turn.view.failing = true;
        for (int i = 0; i < turn.view.size; i++) {
            if (!turn.slot(i).busy()) {
                turn.settle(i);
            }
        }
    }
}
