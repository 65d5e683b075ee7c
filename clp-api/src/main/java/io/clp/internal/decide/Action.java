package io.clp.internal.decide;

import io.clp.ClpException;
import io.clp.GroupState;
import io.clp.Operation;
import io.clp.Outcome;
import io.clp.resource.Probe;
import io.clp.resource.ResourceState;
import org.jspecify.annotations.Nullable;

/** Something to be done, or to be told, in the order given. */
public sealed interface Action {
    /**
     * Run an attempt of an operation.
     *
     * @param resource whose
     * @param kind what
     * @param attempt which attempt, from 1; 0 for a probe that belongs to no call
     * @param token tells attempts apart
     * @param deadline when it will be interrupted
     * @param failedDependency for a blocked resource: what failed, -1 otherwise
     */
    record Run(int resource, Operation.Kind kind, int attempt, int token, long deadline, int failedDependency)
            implements Action {
        /** Returns whether a probe will be asked for as soon as this came back, however it did, so that it may begin before that. */
        public boolean probed() {
            return kind == Operation.Kind.OFFLINE;
        }

        /** Returns whether it belongs to no call and to nothing that a call left. */
        public boolean byItself() {
            return attempt == 0;
        }

        /** Returns the token of that probe, which no other attempt has. */
        public int probeToken() {
            return token + 1;
        }
    }

    /**
     * Interrupt an attempt and refuse its further acts.
     *
     * @param resource whose
     * @param token which
     */
    record Interrupt(int resource, int token) implements Action {}

    /**
     * Give back what a resource's operations had for themselves.
     *
     * @param resource whose
     */
    record Unlock(int resource) implements Action {}

    /**
     * An attempt ended.
     *
     * @param run which
     * @param endedAt when it ended or was given up
     * @param outcome how
     * @param error what went wrong; null where nothing did, or where it was interrupted and the shell knows more
     * @param hangs whether it has still not come back
     */
    record Ended(
            Run run,
            long endedAt,
            Outcome outcome,
            @Nullable ClpException error,
            boolean hangs) implements Action {
        /** Returns whose it was. */
        public int resource() {
            return run.resource();
        }
    }

    /**
     * An operation failed for good.
     *
     * @param resource whose, -1 for the call as a whole
     * @param outcome how
     * @param error what went wrong; null where it is that of the attempt that ended last
     */
    record Failed(int resource, Outcome outcome, @Nullable ClpException error) implements Action {}

    /**
     * A resource's state changed.
     *
     * @param resource which
     * @param from before
     * @param to now
     */
    record ResourceBecame(int resource, ResourceState from, ResourceState to) implements Action {}

    /**
     * The group's state or epoch changed.
     *
     * @param from before
     * @param to now
     * @param cause why, in words
     * @param epoch the epoch of this and of what follows, until the next of these
     */
    record GroupBecame(GroupState from, GroupState to, String cause, long epoch) implements Action {}

    /**
     * A call begins; its report's times count from now.
     *
     * @param call which
     */
    record Begin(Call call) implements Action {}

    /**
     * A call is answered.
     *
     * @param call which
     * @param outcome how
     */
    record Answer(Call call, Outcome outcome) implements Action {}

    /**
     * A call is refused without a report.
     *
     * @param call which
     * @param error why
     */
    record Refuse(Call call, ClpException error) implements Action {}

    /**
     * A probe that was asked for outside any call is answered.
     *
     * @param number which
     * @param probe what it found; unknown where it could not be made
     */
    record Found(long number, Probe probe) implements Action {}

    /**
     * Send a tick at a moment, instead of any asked for before.
     *
     * @param at when; {@link Long#MAX_VALUE} for never
     */
    record WakeAt(long at) implements Action {}

    /**
     * Begin or end looking again at what is left, at intervals.
     *
     * @param everyNanos the interval, 0 to end
     */
    record LookEvery(long everyNanos) implements Action {}
}
