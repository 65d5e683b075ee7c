package io.clp.internal.member;

import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.StopCause;
import io.clp.failover.Claim;
import io.clp.failover.FinalAction;
import io.clp.failover.Leave;
import io.clp.failover.Plan;
import io.clp.failover.Plan.Action;
import io.clp.failover.Plan.Kind;
import io.clp.internal.member.Entry.Why;
import io.clp.internal.plan.Picture;
import io.clp.internal.plan.Picture.NodeStatus;
import io.clp.internal.plan.Planner;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Does of the plan what is this node's and waits for nothing else. */
final class Pursuit {
    private Pursuit() {}

    static void pursue(MemberState state) {
        Plan plan = plan(state);
        Map<GroupId, Entry> entries = new HashMap<>();
        state.entries.forEach(it -> entries.put(it.group.id(), it));
        forgetWhoIsNotExpected(state, plan);
        for (Action action : plan.actions()) {
            Entry entry = action.group().map(entries::get).orElse(null);
            switch (action.kind()) {
                case FENCE -> fence(state, plan, action);
                case START -> start(state, action, entry);
                case STOP, PROBE -> stop(state, plan, action, entry);
                case FINAL_ACTION -> finalAction(state, action, entry);
            }
        }
    }

    /** Most of what is heard says nothing that the planner looks at: the same picture has the same plan. */
    private static Plan plan(MemberState state) {
        Picture picture = Pictures.of(state);
        Plan plan = state.plan;
        if (plan == null || !picture.equals(state.picture)) {
            plan = Planner.plan(picture);
            state.picture = picture;
            state.plan = plan;
        }
        return plan;
    }

    /** Nobody is to come for a group that the plan does not start, or starts on another node. */
    private static void forgetWhoIsNotExpected(MemberState state, Plan plan) {
        Map<GroupId, NodeId> starts = new HashMap<>();
        for (Action action : plan.actions()) {
            if (action.kind() == Kind.START) {
                action.group().ifPresent(it -> starts.put(it, action.node()));
            }
        }
        for (Entry entry : state.entries) {
            if (!Objects.equals(entry.expected, starts.get(entry.group.id()))) {
                entry.expected = null;
            }
        }
    }

    /** A node is fenced by those that will start something after it. */
    private static void fence(MemberState state, Plan plan, Action fence) {
        boolean mine = plan.actions().stream()
                .anyMatch(it -> it.kind() == Kind.START
                        && it.node().equals(state.me())
                        && it.after().contains(fence.number()));
        if (mine && state.contacts.ask(fence.node(), state.entries, state.now)) {
            if (!state.contacts.isTold(fence.node())) {
                state.say(fence.reason());
            }
            state.emit(new MemberAction.Fence(fence.node()));
        }
    }

    private static void start(MemberState state, Action action, @Nullable Entry entry) {
        if (entry == null || !free(entry)) {
            return;
        }
        if (!action.node().equals(state.me())) {
            expect(state, entry, action.node());
            return;
        }
        if (!action.after().isEmpty()) {
            return;
        }
        state.say("group " + entry.group.id() + " starts on " + state.me() + ": " + action.reason());
        entry.begunAt = state.now;
        if (entry.ours > 0) {
            entry.lostAt = state.now;
            Ownership.start(state, entry);
        } else {
            Ownership.claim(state, entry, Why.PLAN);
        }
    }

    /** Another node is to start it; where the group was released for this one, it is passed on. */
    private static void expect(MemberState state, Entry entry, NodeId node) {
        if (entry.claim instanceof Claim.Free free
                && free.next().isPresent()
                && free.next().get().equals(state.me())) {
            Ownership.passOn(state, entry, node);
        } else if (entry.ours == 0) {
            NodeId owner = entry.owner();
            NodeId expected = owner != null && state.contacts.alive(owner) ? null : node; // who has it lets it go first
            if (expected != null && !expected.equals(entry.expected)) {
                entry.expectedSince = state.now;
            }
            entry.expected = expected;
        }
    }

    private static boolean free(Entry entry) {
        return entry.idle() && entry.call == null && !entry.stuck && entry.retryAt == Long.MAX_VALUE;
    }

    private static void stop(MemberState state, Plan plan, Action action, @Nullable Entry entry) {
        if (entry == null
                || !free(entry)
                || !action.node().equals(state.me())
                || !action.after().isEmpty()
                || dependentStops(state, entry)) {
            return;
        }
        if (entry.ours == 0) {
            Work.stop(state, entry, StopCause.GROUP_STOP, Why.CLEAN);
            return;
        }
        StopCause cause = action.stopCause().orElse(StopCause.GROUP_MOVE);
        Why why = cause == StopCause.GROUP_FAILOVER
                ? Why.FAILOVER
                : state.own == NodeStatus.DRAINING ? Why.DRAIN : Why.FAILBACK;
        entry.target = started(plan, entry.group.id());
        state.say("group " + entry.group.id() + " stops on " + state.me() + ": " + action.reason());
        Work.stop(state, entry, cause, why);
    }

    /** Returns whether a group that stops before this one is about to: a plan tells only what is still to begin. */
    private static boolean dependentStops(MemberState state, Entry entry) {
        GroupId id = entry.group.id();
        return state.entries.stream()
                .filter(it -> it.doing == Entry.Doing.STOPPING || Waits.stateOf(it) == GroupState.OFFLINE_PENDING)
                .map(it -> it.group.placement())
                .anyMatch(it -> it.startAfter().contains(id) || it.sameNodeAs().contains(id));
    }

    private static void finalAction(MemberState state, Action action, @Nullable Entry entry) {
        if (entry == null || !free(entry) || entry.finalDone || !action.node().equals(state.me()) || entry.ours == 0) {
            return;
        }
        entry.finalDone = true;
        entry.memo = entry.memo.ended(state.me());
        Knowledge.tell(state, entry);
        FinalAction what = entry.group.failover().finalAction();
        state.alarm(
                "group " + entry.group.id() + " on " + state.me() + ": final action: " + what + ": " + action.reason());
        switch (what.kind()) {
            case NONE -> {}
            case STOP_GROUP -> Work.stop(state, entry, StopCause.GROUP_STOP, Why.FINAL);
            case STOP_MEMBER ->
                Leaving.asked(
                        state,
                        new MemberCall(-1, MemberCall.Kind.LEAVE, -1, null, Leave.STOP_GROUPS, entry.startLimitNanos));
            case OWN -> state.emit(new MemberAction.RunFinal(entry.index, action.reason()));
        }
    }

    /** Returns where a plan starts a group; null where it does not. */
    private static @Nullable NodeId started(Plan plan, GroupId group) {
        return plan.actions().stream()
                .filter(it -> it.kind() == Kind.START && it.group().equals(Optional.of(group)))
                .map(Action::node)
                .findFirst()
                .orElse(null);
    }

    /** Returns where else a group that is to leave this node can go now; null where nowhere. */
    static @Nullable NodeId destination(MemberState state, Entry entry) {
        NodeId node = started(Planner.plan(Pictures.of(state)), entry.group.id());
        if (node != null) {
            return node.equals(state.me()) ? null : node;
        }
        NodeId target = entry.target;
        return target != null
                        && !target.equals(state.me())
                        && refusal(state, entry, target).isEmpty()
                ? target
                : null;
    }

    /** Returns why a group cannot start here before another one has left or come, wherever that is to be; empty where it can. */
    static Optional<String> tooEarly(MemberState state, Entry entry) {
        return Planner.tooEarly(Pictures.of(state), entry.group.id(), state.me());
    }

    /** Returns why a node cannot have a group now; empty where it can. */
    static Optional<String> refusal(MemberState state, Entry entry, NodeId node) {
        return Planner.check(Pictures.of(state), entry.group.id(), node);
    }
}
