package io.clp.internal.decide;

import io.clp.Operation.Kind;
import io.clp.resource.ResourceState;

/** After a failed start: the resources that waited for what failed are told, and touch nothing. */
final class Telling {
    private Telling() {}

    static void begin(Turn turn) {
        turn.view.stage = Stage.TELLING;
        turn.view.open = 0;
        for (int i = 0; i < turn.view.size; i++) {
            Slot slot = turn.slot(i);
            if (!turn.shape.hooks(i).blocked()
                    || slot.tried
                    || slot.state == ResourceState.ONLINE
                    || slot.phase != Slot.Phase.NONE) {
                continue; // what hangs cannot be told either: nothing else starts on it
            }
            int failed = failedBelow(turn, i);
            if (failed >= 0) {
                turn.edit(i).settled = false;
                turn.view.open++;
                turn.run(i, Kind.ONLINE_BLOCKED, 1, failed);
            }
        }
    }

    static void ended(Turn turn, int index, Ending ending) {
        if (!ending.done()) {
            turn.failed(index, ending.outcome());
        }
        turn.settle(index);
    }

    /** Returns what failed below a resource, a partition before anything else; -1 where nothing did. */
    private static int failedBelow(Turn turn, int index) {
        int found = -1;
        for (int i = turn.shape.below[index].nextSetBit(0); i >= 0; i = turn.shape.below[index].nextSetBit(i + 1)) {
            Slot slot = turn.slot(i);
            if (slot.tried
                    && slot.state != ResourceState.ONLINE
                    && (found < 0 || (turn.shape.partition(i) && !turn.shape.partition(found)))) {
                found = i;
            }
        }
        return found;
    }
}
