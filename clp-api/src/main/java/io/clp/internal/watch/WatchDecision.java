package io.clp.internal.watch;

import io.clp.internal.watch.WatchState.Phase;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.watch.WatchPolicy;

/**
 * What follows from one look at a watched service: a function of the watch's state, its policy, what was seen, and when.
 *
 * @param action what to do
 * @param next the watch's state from now on
 */
record WatchDecision(Action action, WatchState next) {
    /** What to do after a look. */
    enum Action {
        /** Nothing. */
        NOTHING,
        /** Start the service again. */
        RESTART,
        /** Say that the watch has failed. */
        FAIL,
        /** Say that somebody stopped the service. */
        NOTE_STOP
    }

    /** Decides. */
    static WatchDecision after(WatchState state, WatchPolicy policy, ServiceStatus seen, long nowNanos) {
        if (!state.supervises()) {
            return new WatchDecision(Action.NOTHING, state);
        }
        int count = countNow(state, policy, nowNanos);
        if (seen.state() == ServiceState.RUNNING) {
            return nothing(new WatchState(Phase.WATCHING, count, state.lastEndNanos(), false, false));
        }
        if (seen.endedAbnormally() || state.owed()) {
            return afterAbnormalEnd(state, policy, count, nowNanos);
        }
        WatchState next = new WatchState(Phase.WATCHING, count, state.lastEndNanos(), false, state.quiet());
        boolean down = seen.state() == ServiceState.STOPPED || seen.state() == ServiceState.NOT_INSTALLED;
        if (down && !state.quiet()) {
            return new WatchDecision(
                    Action.NOTE_STOP, new WatchState(Phase.WATCHING, count, state.lastEndNanos(), false, true));
        }
        return nothing(next);
    }

    private static WatchDecision afterAbnormalEnd(WatchState state, WatchPolicy policy, int count, long nowNanos) {
        return count < policy.restarts()
                ? new WatchDecision(Action.RESTART, new WatchState(Phase.WATCHING, count + 1, nowNanos, true, false))
                : new WatchDecision(Action.FAIL, new WatchState(Phase.FAILED, count, nowNanos, state.owed(), false));
    }

    private static int countNow(WatchState state, WatchPolicy policy, long nowNanos) {
        boolean reset = policy.resetAfter()
                .filter(quiet -> nowNanos - state.lastEndNanos() >= quiet.toNanos())
                .isPresent();
        return reset ? 0 : state.restarts();
    }

    private static WatchDecision nothing(WatchState next) {
        return new WatchDecision(Action.NOTHING, next);
    }
}
