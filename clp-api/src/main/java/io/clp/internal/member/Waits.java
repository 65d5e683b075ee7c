package io.clp.internal.member;

import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.failover.Claim;
import io.clp.internal.member.MemberState.Stage;
import org.jspecify.annotations.Nullable;

/** What a member waits for, and until when. */
final class Waits {
    private Waits() {}

    static void tick(MemberState state) {
        state.changed |= state.contacts.askDue(state.now);
        for (Entry entry : state.entries) {
            Handover.look(state, entry);
            absent(state, entry);
            // what is forgotten after a time may be so now
            state.changed |= !entry.memo.barred().isEmpty() || entry.orderSince != Long.MIN_VALUE;
        }
    }

    /** A node that does not come for a group that is for it is not waited for any more. */
    private static void absent(MemberState state, Entry entry) {
        NodeId expected = expected(state, entry);
        if (expected != null && state.now - entry.freeSince >= state.settings.patienceNanos()) {
            state.alarm(expected + " did not come for group " + entry.group.id());
            entry.absent.put(expected, state.now + 10 * state.settings.patienceNanos());
            entry.freeSince = state.now;
            state.changed = true;
        }
        state.changed |= entry.absent.values().removeIf(until -> state.now - until >= 0);
    }

    /** Returns who else is expected to claim a free group that is to run; null where nobody is. */
    static @Nullable NodeId expected(MemberState state, Entry entry) {
        if (!(entry.claim instanceof Claim.Free free) || !entry.idle() || !state.acts() || !entry.wanted()) {
            return null;
        }
        NodeId next = free.next().orElse(entry.target);
        return next == null || next.equals(state.me()) || entry.absent.containsKey(next) || !state.contacts.alive(next)
                ? null
                : next;
    }

    /** Returns whether a group waits for those it starts after, and notes since when. */
    static boolean waitsInOrder(MemberState state, Entry entry) {
        boolean waits = false;
        for (GroupId other : entry.group.placement().startAfter()) {
            for (Entry it : state.entries) {
                waits |= it.group.id().equals(other) && stateOf(it) != GroupState.ONLINE;
            }
        }
        if (!waits) {
            entry.orderSince = Long.MIN_VALUE;
        } else if (entry.orderSince == Long.MIN_VALUE) {
            entry.orderSince = state.now;
        }
        return waits;
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
        if (state.stage == Stage.CALLING) {
            next = state.joinUntil;
        }
        if (state.stage != Stage.JOINED) {
            return next;
        }
        if (state.leaving != null) {
            next = Math.min(next, state.leaveUntil);
        }
        for (Entry entry : state.entries) {
            if (entry.handing != null) {
                next = Math.min(next, entry.handing.until());
            }
            if (expected(state, entry) != null) {
                next = Math.min(next, entry.freeSince + state.settings.patienceNanos());
            }
        }
        return next;
    }
}
