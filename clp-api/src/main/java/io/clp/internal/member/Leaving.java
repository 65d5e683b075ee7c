package io.clp.internal.member;

import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.StopCause;
import io.clp.failover.Leave;
import io.clp.failover.Plan.Kind;
import io.clp.internal.member.Entry.Why;
import io.clp.internal.member.MemberState.Stage;
import io.clp.internal.plan.Picture.NodeStatus;
import io.clp.internal.plan.Planner;
import java.util.HashSet;
import java.util.Set;

/** How a member gives its groups away, for good or for a while. */
final class Leaving {
    private Leaving() {}

    static void asked(MemberState state, MemberCall call) {
        if (state.stage == Stage.LEFT) {
            state.refuse(call, "the member has left the cluster", "nothing is left to do");
            return;
        }
        if (state.leaving != null) {
            state.refuse(call, "the node gives its groups away already", "wait until that is done");
            return;
        }
        if (state.stage != Stage.JOINED || call.leave() == Leave.LEAVE_RUNNING) {
            state.departure.clear();
            if (state.stage == Stage.JOINED) {
                state.emit(new MemberAction.Offer(false));
            }
            left(state, call, state.stage == Stage.CLEANING ? Outcome.INDETERMINATE : Outcome.DONE);
            return;
        }
        begin(state, call);
    }

    static void drain(MemberState state, MemberCall call) {
        if (!state.me().equals(call.target())) {
            state.refuse(call, "another node is drained by its own member", "ask the member of " + call.target());
        } else if (state.leaving != null) {
            state.refuse(call, "the node gives its groups away already", "wait until that is done");
        } else {
            begin(state, call);
        }
    }

    private static void begin(MemberState state, MemberCall call) {
        state.leaving = call;
        state.leaveUntil = state.now + call.limitNanos();
        state.departure.clear();
        state.own = NodeStatus.DRAINING;
        Knowledge.offer(state);
        state.changed = state.connected();
        if (state.changed) {
            Pursuit.pursue(state);
            state.changed = false;
        }
    }

    /** Goes on with what is under way, and ends it when nothing is left, or the time is over. */
    static void proceed(MemberState state) {
        MemberCall call = state.leaving;
        if (call == null) {
            return;
        }
        boolean late = state.now - state.leaveUntil >= 0;
        boolean open = false;
        Set<GroupId> moving = call.kind() == MemberCall.Kind.LEAVE ? stoppedByPlan(state) : Set.of();
        for (Entry entry : state.entries) {
            boolean left = entry.ours > 0
                    && entry.idle()
                    && !entry.parked
                    && entry.call == null
                    && call.kind() == MemberCall.Kind.LEAVE;
            boolean waits = left && !entry.stuck && (moving.contains(entry.group.id()) || needed(state, entry));
            if (left && !waits) {
                Work.stop(state, entry, StopCause.GROUP_STOP, Why.LEAVE);
            }
            open |= waits || !entry.idle() || entry.handing != null;
        }
        if (open && !late) {
            return;
        }
        Outcome outcome = outcome(state, open);
        state.leaving = null;
        if (call.kind() == MemberCall.Kind.LEAVE) {
            left(state, call, outcome);
        } else {
            state.own = NodeStatus.STANDBY;
            state.answer(call, state.departure.report(outcome));
        }
    }

    /** What goes elsewhere is stopped when its turn has come; without contact nothing goes anywhere. */
    private static Set<GroupId> stoppedByPlan(MemberState state) {
        Set<GroupId> groups = new HashSet<>();
        if (state.acts()) {
            Planner.plan(Pictures.of(state)).actions().stream()
                    .filter(it -> it.kind() == Kind.STOP && it.node().equals(state.me()))
                    .forEach(it -> it.group().ifPresent(groups::add));
        }
        return groups;
    }

    /** Returns whether a group that is still to stop here stops before this one. */
    private static boolean needed(MemberState state, Entry entry) {
        return state.entries.stream()
                .anyMatch(it -> it.ours > 0
                        && !it.parked
                        && it.state != GroupState.OFFLINE
                        && it.group.placement().startAfter().contains(entry.group.id()));
    }

    private static Outcome outcome(MemberState state, boolean open) {
        Outcome outcome = open ? Outcome.INDETERMINATE : Outcome.DONE;
        for (Entry entry : state.entries) {
            if (entry.state == GroupState.UNKNOWN || (entry.parked && entry.state == GroupState.OFFLINE_FAILURE)) {
                outcome = entry.ours > 0 ? Outcome.INDETERMINATE : outcome;
            } else if (entry.ours > 0 && outcome == Outcome.DONE) {
                outcome = Outcome.FAILED;
            }
        }
        return outcome;
    }

    private static void left(MemberState state, MemberCall call, Outcome outcome) {
        MemberCall joining = state.joining;
        state.joining = null;
        state.stage = Stage.LEFT;
        if (joining != null) {
            state.refuse(joining, "the member leaves the cluster", "make another member");
        }
        for (Entry entry : state.entries) {
            if (entry.monitored) {
                entry.monitored = false;
                state.emit(new MemberAction.Monitor(entry.index, false));
            }
            MemberCall waiting = entry.call != null ? entry.call : entry.handing != null ? entry.handing.call() : null;
            entry.call = null;
            entry.handing = null;
            if (waiting != null) {
                state.refuse(waiting, "the member left the cluster before it was done", "look where the group is");
            }
        }
        state.emit(new MemberAction.Leave());
        state.answer(call, state.departure.report(outcome));
    }
}
