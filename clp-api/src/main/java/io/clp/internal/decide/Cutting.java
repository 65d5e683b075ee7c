package io.clp.internal.decide;

import io.clp.CutShortException;
import io.clp.Outcome;
import io.clp.StopCause;

/** A stop that does not wait for a start to come to its end: the node may host the group no longer. */
final class Cutting {
    private Cutting() {}

    /** Lets the start or restart under way bring nothing further online; one that is going offline sees for itself. */
    static void asked(Turn turn, Call stop) {
        Call call = turn.view.call;
        if (call == null || !cuts(stop) || turn.view.failing) {
            return;
        }
        boolean starts = call.kind() == Call.Kind.START || call.kind() == Call.Kind.RESTART;
        Stage stage = turn.view.stage;
        if (starts && (stage == Stage.PROBING || stage == Stage.RISING)) {
            fail(turn, call);
        }
        if (starts && stage == Stage.RISING) {
            Rising.abandon(turn);
        }
    }

    /** Returns whether such a stop waits. */
    static boolean due(View view) {
        return view.waiting.stream().anyMatch(Cutting::cuts);
    }

    static void fail(Turn turn, Call call) {
        turn.view.failing = true;
        CutShortException error = new CutShortException(call.words(), "a stop (" + StopCause.GROUP_FAILOVER + ")");
        turn.emit(new Action.Failed(-1, Outcome.FAILED, error));
    }

    private static boolean cuts(Call call) {
        return call.kind() == Call.Kind.STOP && call.stopCause() == StopCause.GROUP_FAILOVER;
    }
}
