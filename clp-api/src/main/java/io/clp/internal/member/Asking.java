package io.clp.internal.member;

import io.clp.NodeId;
import io.clp.StopCause;
import io.clp.failover.Claim;
import io.clp.internal.member.Entry.Why;
import io.clp.internal.member.MemberState.Stage;
import io.clp.internal.plan.Picture.NodeStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people ask of a member: begun, or refused before anything has changed. */
final class Asking {
    static final String LOOK = "look where the group is, and ask there";

    private Asking() {}

    static void asked(MemberState state, MemberCall call) {
        if (call.kind() == MemberCall.Kind.JOIN) {
            Joining.begin(state, call);
            return;
        }
        if (call.kind() == MemberCall.Kind.LEAVE) {
            Leaving.asked(state, call);
            return;
        }
        if (state.stage != Stage.JOINED) {
            String why = state.stage == Stage.LEFT
                    ? "the member has left the cluster"
                    : "the member has not joined the cluster";
            state.refuse(call, why, "join first");
            return;
        }
        switch (call.kind()) {
            case DRAIN -> Leaving.drain(state, call);
            case UNDRAIN -> undrain(state, call);
            case START -> start(state, call, state.entries.get(call.group()));
            case STOP -> stop(state, call, state.entries.get(call.group()));
            case MOVE, FAILBACK -> move(state, call, state.entries.get(call.group()));
            case JOIN, LEAVE -> throw new IllegalStateException("handled above");
        }
    }

    private static void undrain(MemberState state, MemberCall call) {
        if (state.leaving != null) {
            state.refuse(call, "the node gives its groups away now", "wait until that is done");
            return;
        }
        state.own = NodeStatus.ONLINE;
        Knowledge.offer(state);
        state.changed = true;
        state.answer(call, true);
    }

    private static boolean busy(MemberState state, MemberCall call, Entry entry) {
        if (!state.connected()) {
            state.refuse(
                    call,
                    "the coordination is out of reach: nothing is started or moved",
                    "ask again when there is contact");
        } else if (state.leaving != null) {
            state.refuse(call, "the node gives its groups away", "ask another node");
        } else if (!entry.idle() || entry.call != null || entry.handing != null) {
            state.refuse(call, "something is under way with the group: " + entry.doing, "wait until it is done");
        } else {
            return false;
        }
        return true;
    }

    private static void start(MemberState state, MemberCall call, Entry entry) {
        if (busy(state, call, entry)) {
            return;
        }
        if (entry.claim instanceof Claim.Unknown unknown) {
            state.refuse(call, "who has the group is not known: " + unknown.why(), "ask again when there is contact");
            return;
        }
        NodeId other = state.me().equals(entry.owner()) ? null : entry.owner();
        NodeStatus status = other == null ? NodeStatus.FENCED : state.contacts.statusOf(other, state.entries);
        if (status.inContact()) {
            state.refuse(call, other + " has the group", LOOK);
            return;
        }
        if (status == NodeStatus.AWAITED) {
            state.refuse(
                    call,
                    other + " has the group, and may still come: contact is not older than a session",
                    "ask again in a few seconds");
            return;
        }
        if (!entry.group.nodes().contains(state.me())) {
            state.refuse(call, state.me() + " is not in the group's list " + entry.group.nodes(), LOOK);
            return;
        }
        Optional<String> refusal = refusal(state, entry);
        if (refusal.isPresent()) {
            state.refuse(call, refusal.get(), "ask another node, or change where the groups are");
            return;
        }
        entry.call = call;
        entry.askedAt = state.now;
        entry.perhaps = false;
        if (other != null && status == NodeStatus.LOST) {
            Inquiry.fence(state, entry, other);
        } else {
            begin(state, entry);
        }
    }

    /** Returns why a group cannot start here, where its failures are forgiven; empty where it can. */
    static Optional<String> refusal(MemberState state, Entry entry) {
        Memo before = entry.memo;
        entry.memo = before.forgiven().move(null);
        Optional<String> refusal = Pursuit.refusal(state, entry, state.me()).or(() -> Pursuit.tooEarly(state, entry));
        entry.memo = before;
        return refusal;
    }

    /** Begins a start that nothing speaks against; its counts begin anew. */
    static void begin(MemberState state, Entry entry) {
        forget(entry);
        entry.begunAt = state.now;
        if (entry.ours > 0) {
            Ownership.start(state, entry);
        } else {
            Ownership.claim(state, entry, Why.ASKED);
        }
    }

    /** Forgets what went wrong with a group before. */
    static void forget(Entry entry) {
        entry.parked = false;
        entry.failed = null;
        entry.finalDone = false;
        entry.restarts = 0;
        entry.absent.clear();
        entry.memo = entry.memo.forgiven().move(null).wish(true);
    }

    private static boolean notOurs(MemberState state, MemberCall call, Entry entry) {
        if (busy(state, call, entry)) {
            return true;
        }
        if (entry.ours == 0) {
            NodeId owner = entry.owner();
            state.refuse(call, owner == null ? "no node has the group" : owner + " has the group", LOOK);
            return true;
        }
        return false;
    }

    private static void stop(MemberState state, MemberCall call, Entry entry) {
        if (notOurs(state, call, entry)) {
            return;
        }
        entry.call = call;
        entry.parked = false;
        entry.target = null;
        entry.memo = entry.memo.wish(false);
        Work.stop(state, entry, StopCause.GROUP_STOP, Why.ASKED);
    }

    private static void move(MemberState state, MemberCall call, Entry entry) {
        if (notOurs(state, call, entry)) {
            return;
        }
        boolean failback = call.kind() == MemberCall.Kind.FAILBACK;
        entry.absent.clear(); // whoever asks may know better
        NodeId target = failback ? preferred(state, entry) : call.target();
        if (target == null) {
            state.refuse(
                    call,
                    "no node before " + state.me() + " in the group's list can have it",
                    "look at the plan for the reasons");
            return;
        }
        Memo before = entry.memo;
        entry.memo = before.unbar(target);
        Optional<String> refusal = target.equals(state.me())
                ? Optional.of(target + " has the group already")
                : entry.group.nodes().contains(target)
                        ? Pursuit.refusal(state, entry, target)
                        : Optional.of(target + " is not in the group's list " + entry.group.nodes());
        if (refusal.isPresent()) {
            entry.memo = before;
            state.refuse(call, refusal.get(), "choose another node");
            return;
        }
        entry.call = call;
        entry.parked = false;
        entry.target = target;
        entry.memo = entry.memo.wish(true);
        Work.stop(state, entry, StopCause.GROUP_MOVE, failback ? Why.FAILBACK : Why.MOVE);
    }

    private static @Nullable NodeId preferred(MemberState state, Entry entry) {
        for (NodeId node : entry.group.nodes()) {
            if (node.equals(state.me())) {
                return null;
            }
            if (Pursuit.refusal(state, entry, node).isEmpty()) {
                return node;
            }
        }
        return null;
    }
}
