package io.clp.internal.decide;

import io.clp.Operation.Kind;
import io.clp.internal.decide.Slot.Phase;
import io.clp.resource.Probe;
import io.clp.resource.ResourceState;

/** Finding the truth: every resource is probed, dependencies first, so that a resource can judge itself by what it rests on. */
final class Probing {
    private Probing() {}

    static void begin(Turn turn) {
        turn.view.stage = Stage.PROBING;
        turn.view.open = 0;
        for (int i = 0; i < turn.view.size; i++) {
            Slot slot = turn.edit(i);
            slot.settled = slot.phase == Phase.HUNG;
            turn.view.open += slot.settled ? 0 : 1;
        }
        for (int i = 0; i < turn.view.size; i++) {
            consider(turn, i);
        }
    }

    static void ended(Turn turn, int index, Ending ending) {
        Probe probe = ending.probe();
        turn.become(index, probe == null ? ResourceState.UNKNOWN : stateOf(probe));
        turn.settle(index);
        for (int dependent : turn.shape.dependents[index]) {
            consider(turn, dependent);
        }
    }

    private static void consider(Turn turn, int index) {
        Slot slot = turn.slot(index);
        if (slot.settled || slot.busy()) {
            return;
        }
        for (int dependency : turn.shape.dependencies[index]) {
            if (!turn.settled(dependency)) {
                return;
            }
        }
        turn.run(index, Kind.PROBE, 1);
    }

    private static ResourceState stateOf(Probe probe) {
        return switch (probe.state()) {
            case ONLINE -> ResourceState.ONLINE;
            case OFFLINE -> ResourceState.OFFLINE;
            case FAILED -> ResourceState.ONLINE_FAILURE;
            case UNKNOWN -> ResourceState.UNKNOWN;
        };
    }
}
