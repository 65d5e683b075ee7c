package io.clp.internal.decide;

import io.clp.Operation.Kind;
import io.clp.Outcome;
import io.clp.internal.decide.Slot.Phase;
import io.clp.resource.Probe;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceState;
import java.util.BitSet;

/**
 * Going offline, dependents first, past what fails as far as is safe; and taking up again what was left. A resource is offline only when a
 * probe begun after the last attempt says so.
 */
final class Falling {
    private Falling() {}

    static void begin(Turn turn) {
        View view = turn.view;
        view.stage = Stage.FALLING;
        view.open = 0;
        for (int i = 0; i < view.size; i++) {
            Slot slot = turn.edit(i);
            slot.fell = false;
            slot.settled = !slot.included || slot.state == ResourceState.OFFLINE || slot.phase == Phase.HUNG;
            view.open += slot.settled ? 0 : 1;
            if (slot.included && slot.phase == Phase.HUNG) {
                turn.failed(i, Outcome.INDETERMINATE);
            }
        }
        for (int i = view.size - 1; i >= 0; i--) {
            consider(turn, i);
        }
        release(turn);
    }

    /** A restart that comes to a rollback releases after all what it took offline in order to bring it back. */
    static void owe(Turn turn) {
        for (int i : turn.shape.releasers) {
            if (turn.slot(i).fell && turn.slot(i).state == ResourceState.OFFLINE) {
                turn.edit(i).releaseOwed = true;
            }
        }
    }

    static void ended(Turn turn, int index, Ending ending) {
        switch (turn.slot(index).kind()) {
            case OFFLINE -> attempted(turn, index, ending);
            case PROBE -> probed(turn, index, ending);
            case RELEASED -> releasedEnded(turn, index, ending);
            default -> throw new IllegalStateException("no such operation while going offline");
        }
    }

    /** A call that hung came back: a probe begun now tells what it left. */
    static void cameBack(Turn turn, int index) {
        Slot slot = turn.edit(index);
        if (slot.settled) {
            slot.settled = false;
            turn.view.open++;
        }
        slot.redo = true;
        turn.run(index, Kind.PROBE, 1);
    }

    /** Takes up what became possible since it was left: calls that hung came back, and users of partitions are offline. */
    static void takeUp(Turn turn) {
        for (int i = turn.view.size - 1; i >= 0; i--) {
            Slot slot = turn.slot(i);
            boolean back = slot.redo && slot.phase == Phase.NONE && slot.state != ResourceState.OFFLINE;
            if (turn.view.closed) {
                letGo(turn, i);
            } else if (back) {
                cameBack(turn, i);
            } else if (!slot.fell) {
                consider(turn, i);
            }
        }
        release(turn); // withheld while a call waited
    }

    /** Nothing is taken up any more once the controller is closed. */
    private static void letGo(Turn turn, int index) {
        if (turn.slot(index).phase == Phase.NONE) {
            Slot slot = turn.edit(index);
            slot.redo = false;
            slot.releaseOwed = false;
            turn.unlock(index);
        }
    }

    /** Looks again at everything that was tried and is not known to be offline. */
    static void lookAgain(Turn turn) {
        for (int i = 0; i < turn.view.size; i++) {
            Slot slot = turn.slot(i);
            if (slot.phase == Phase.NONE && slot.settled && slot.fell && slot.state != ResourceState.OFFLINE) {
                turn.edit(i).errorIndeterminate =
                        false; // whatever the attempt left in doubt, this probe comes after it
                turn.run(i, Kind.PROBE, 1);
            }
        }
    }

    private static void attempted(Turn turn, int index, Ending ending) {
        Slot slot = turn.edit(index);
        slot.errorPermanent = ending.permanent();
        slot.errorIndeterminate = ending.outcome() == Outcome.INDETERMINATE;
        if (ending.late()) {
            turn.become(index, ResourceState.UNKNOWN);
        }
        if (ending.hangs()) {
            turn.failed(index, Outcome.INDETERMINATE);
            settle(turn, index);
        } else {
            turn.verify(index);
        }
    }

    private static void probed(Turn turn, int index, Ending ending) {
        Slot slot = turn.edit(index);
        boolean verifying = slot.verifying;
        slot.verifying = false;
        if (ending.found(Probe.State.OFFLINE)) {
            turn.become(index, ResourceState.OFFLINE);
            slot.releaseOwed |=
                    (slot.fell || slot.tried) && turn.shape.hooks(index).released() && goesAsAWhole(turn);
            slot.tried = false;
            slot.redo = false;
            settle(turn, index);
        } else if (ending.hangs()) {
            giveUp(turn, index, ending, true);
        } else if (verifying && !slot.errorPermanent && slot.attempt() < turn.shape.attempts(index, Kind.OFFLINE)) {
            turn.become(index, ResourceState.OFFLINE_PENDING);
            turn.run(index, Kind.OFFLINE, slot.attempt() + 1);
        } else if (!slot.fell || slot.redo) {
            slot.fell = false;
            slot.redo = false;
            consider(turn, index); // in its order: what rests on it may be running still
        } else {
            giveUp(turn, index, ending, verifying);
        }
    }

    private static void giveUp(Turn turn, int index, Ending ending, boolean tell) {
        Slot slot = turn.slot(index);
        boolean unknown = slot.errorIndeterminate || ending.probe() == null || ending.found(Probe.State.UNKNOWN);
        turn.become(index, unknown ? ResourceState.UNKNOWN : ResourceState.OFFLINE_FAILURE);
        if (tell) {
            Probe probe = ending.probe();
            turn.emit(new Action.Failed(
                    index,
                    unknown ? Outcome.INDETERMINATE : Outcome.FAILED,
                    probe == null ? null : stillThere(turn, index, probe)));
        }
        settle(turn, index);
    }

    private static ResourceException stillThere(Turn turn, int index, Probe probe) {
        return ResourceException.temporary("after going offline, the probe of "
                + turn.shape.resource(index).id() + " says " + probe.state()
                + (probe.detail().isEmpty() ? "" : ": " + probe.detail()));
    }

    private static void fall(Turn turn, int index) {
        Slot slot = turn.edit(index);
        slot.fell = true;
        slot.redo = false;
        slot.errorPermanent = false;
        slot.errorIndeterminate = false;
        turn.become(index, ResourceState.OFFLINE_PENDING);
        turn.run(index, Kind.OFFLINE, 1);
    }

    private static void settle(Turn turn, int index) {
        turn.settle(index);
        Slot slot = turn.slot(index);
        if (!owed(slot) && slot.phase != Phase.HUNG) {
            turn.unlock(index);
        }
        for (int dependency : turn.shape.dependencies[index]) {
            turn.toConsider.add(dependency);
        }
        for (int partition : turn.shape.usedPartitions[index]) {
            turn.toConsider.add(partition);
        }
        if (!turn.considering) { // considering may settle again: no recursion, groups may be deep
            turn.considering = true;
            while (!turn.toConsider.isEmpty()) {
                consider(turn, turn.toConsider.remove());
            }
            turn.considering = false;
            release(turn);
        }
    }

    private static void consider(Turn turn, int index) {
        Slot slot = turn.slot(index);
        boolean takenUp = turn.view.stage == Stage.FINISHING
                && slot.settled
                && !slot.fell
                && !turn.view.calling()
                && !turn.view.closed;
        if (!slot.included
                || slot.phase != Phase.NONE
                || slot.state == ResourceState.OFFLINE
                || (slot.settled && !takenUp)) {
            return;
        }
        for (int dependent : turn.shape.dependents[index]) {
            if (!turn.settled(dependent)) {
                return;
            }
        }
        boolean safe = true;
        for (int user : turn.shape.users[index]) {
            if (!turn.settled(user)) {
                return;
            }
            // a call that hangs after it went offline (released) may start it again
            safe &= turn.slot(user).state == ResourceState.OFFLINE && turn.slot(user).phase != Phase.HUNG;
        }
        if (safe) {
            if (slot.settled) {
                turn.edit(index).settled = false;
                turn.view.open++;
            }
            fall(turn, index);
        } else if (!slot.settled) {
            settle(turn, index); // kept: what uses it may still be running
        }
    }

    /** Runs what is owed to those whose ground was released, or failed to be. */
    private static void release(Turn turn) {
        if (turn.view.stage == Stage.FINISHING && turn.view.calling()) {
            return; // the call that waits will release what is still kept, and then this
        }
        for (int i : turn.shape.releasers) {
            Slot slot = turn.slot(i);
            if (owed(slot) && slot.phase == Phase.NONE && allSettled(turn, turn.shape.below[i])) {
                turn.edit(i).releaseOwed = false;
                turn.edit(i).settled = false;
                turn.view.open++;
                turn.run(i, Kind.RELEASED, 1);
            }
        }
    }

    /** What was online again since it was owed goes offline first. */
    private static boolean owed(Slot slot) {
        return slot.releaseOwed && slot.state == ResourceState.OFFLINE;
    }

    private static void releasedEnded(Turn turn, int index, Ending ending) {
        if (!ending.done()) {
            turn.view.failing = true;
            turn.failed(index, ending.outcome());
        }
        settle(turn, index);
    }

    private static boolean allSettled(Turn turn, BitSet set) {
        for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
            if (!turn.settled(i)) {
                return false;
            }
        }
        return true;
    }

    /** In a restart what goes offline comes back at once, on the same ground: nothing is released. */
    private static boolean goesAsAWhole(Turn turn) {
        Call call = turn.view.call;
        return call == null || call.kind() != Call.Kind.RESTART || turn.view.failing;
    }
}
