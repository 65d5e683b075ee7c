package io.clp.internal.member;

import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.failover.Claim;
import io.clp.internal.member.MemberState.Stage;
import io.clp.internal.plan.Picture.NodeStatus;
import org.jspecify.annotations.Nullable;

/** What a member waits for, and until when. */
final class Waits {
    private Waits() {}

    static void tick(MemberState state) {
        state.changed |= state.contacts.askDue(state.now);
        state.changed |= state.contacts.waitEnds(state.now);
        if (state.waits && state.now - state.waitUntil >= 0) {
            state.waits = false;
            state.changed = true;
        }
        for (Entry entry : state.entries) {
            Handover.look(state, entry);
            absent(state, entry);
            stuck(state, entry);
            forget(state, entry);
        }
    }

    /** A stop that failed is tried again after a while, a start that was refused sooner. */
    private static void stuck(MemberState state, Entry entry) {
        if (entry.stuck && state.now - entry.stuckSince >= 10 * state.settings.patienceNanos()) {
            entry.stuck = false;
            state.changed = true;
        }
        if (entry.retryAt != Long.MAX_VALUE && state.now - entry.retryAt >= 0) {
            entry.retryAt = Long.MAX_VALUE;
            state.changed = true;
        }
    }

    /** Failures that have been forgotten since the last tick, and what is waited for in order, may change the plan. */
    private static void forget(MemberState state, Entry entry) {
        boolean nothing =
                entry.memo.failovers().isEmpty() && entry.memo.barred().isEmpty();
        int counting = nothing ? 0 : Pictures.counting(state, entry).failures();
        state.changed |= counting != entry.counting || entry.orderSince != Long.MIN_VALUE;
        entry.counting = counting;
    }

    /** A node that does not come for a group that is for it is not waited for any more. */
    private static void absent(MemberState state, Entry entry) {
        NodeId expected = entry.expected;
        boolean came = expected != null && expected.equals(entry.owner()); // what it does with it is its own
        if (expected != null
                && !came
                && state.acts()
                && state.now - entry.expectedSince >= state.settings.patienceNanos()
                && entry.idle()) {
            state.alarm(expected + " did not come for group " + entry.group.id());
            entry.absent.put(expected, state.now + 10 * state.settings.patienceNanos());
            entry.expected = null;
            state.changed = true;
        }
        state.changed |= !entry.absent.isEmpty() && entry.absent.values().removeIf(until -> state.now - until >= 0);
    }

    private static boolean awaited(MemberState state, Entry entry) {
        NodeId owner = entry.owner();
        return owner != null
                && !owner.equals(state.me())
                && state.contacts.statusOf(owner, state.entries) == NodeStatus.AWAITED;
    }

    /** Returns a more preferred node that a free group still waits for after this one has joined; null where it waits for none. */
    static @Nullable NodeId lateNode(MemberState state, Entry entry) {
        boolean waits = state.waits
                && entry.claim instanceof Claim.Free free
                && free.next().isEmpty()
                && entry.wanted()
                && !entry.waitsForStart;
        if (!waits) {
            return null;
        }
        NodeId first = entry.group.nodes().get(0);
        boolean there = first.equals(state.me()) || state.contacts.statusOf(first, state.entries) == NodeStatus.ONLINE;
        return there ? null : first;
    }

    /** Returns whether a group waits for those it starts after, and notes since when. */
    static boolean waitsInOrder(MemberState state, Entry entry) {
        boolean waits = false;
        for (GroupId other : entry.group.placement().startAfter()) {
            for (Entry it : state.entries) {
                waits |= it.group.id().equals(other) && !online(state, it);
            }
        }
        if (!waits) {
            entry.orderSince = Long.MIN_VALUE;
        } else if (entry.orderSince == Long.MIN_VALUE) {
            entry.orderSince = state.now;
        }
        return waits;
    }

    /** What a lost node published last says nothing of now. */
    private static boolean online(MemberState state, Entry entry) {
        NodeId owner = entry.owner();
        return stateOf(entry) == GroupState.ONLINE && owner != null && state.contacts.alive(owner);
    }

    /** Returns a group's state, as far as it is known here. */
    static GroupState stateOf(Entry entry) {
        if (entry.ours > 0) {
            return entry.state;
        }
        if (entry.claim instanceof Claim.Free) {
            return GroupState.OFFLINE;
        }
        return entry.published == null ? GroupState.UNKNOWN : entry.published;
    }

    /** Returns when something is due; MAX_VALUE where nothing is. */
    static long next(MemberState state) {
        long next = Long.MAX_VALUE;
        if (state.stage == Stage.CALLING || state.stage == Stage.CLAIMING) {
            next = state.joinUntil;
        }
        if (state.stage != Stage.JOINED) {
            return next;
        }
        if (state.leaving != null) {
            next = Math.min(next, state.leaveUntil);
        }
        boolean awaits = state.contacts.waits() && state.connected();
        for (Entry entry : state.entries) {
            next = Math.min(next, entry.retryAt);
            if (entry.doing == Entry.Doing.INQUIRING && entry.perhaps) {
                next = Math.min(next, entry.knownBy);
            }
            if (awaits && awaited(state, entry)) {
                next = Math.min(next, state.contacts.waitUntil());
            }
            if (entry.handing != null) {
                next = Math.min(next, entry.handing.until());
            }
            if (lateNode(state, entry) != null && state.connected()) {
                next = Math.min(next, state.waitUntil);
            }
            if (entry.expected != null && entry.claim instanceof Claim.Free && state.connected()) {
                next = Math.min(next, entry.expectedSince + state.settings.patienceNanos());
            }
        }
        return next;
    }
}
