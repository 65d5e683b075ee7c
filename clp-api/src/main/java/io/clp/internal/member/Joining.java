package io.clp.internal.member;

import io.clp.GroupId;
import io.clp.StopCause;
import io.clp.failover.Claim;
import io.clp.internal.member.Entry.Doing;
import io.clp.internal.member.Entry.Why;
import io.clp.internal.member.MemberState.Stage;
import java.util.LinkedHashSet;
import java.util.Set;

/** A member's way into the cluster: contact, claims, cleaning. */
final class Joining {
    private Joining() {}

    static void begin(MemberState state, MemberCall call) {
        switch (state.stage) {
            case JOINED -> state.answer(call, true);
            case LEFT -> state.refuse(call, "the member has left the cluster", "make another member");
            case ALONE -> {
                state.joining = call;
                state.joinUntil = state.now + state.settings.patienceNanos();
                state.stage = Stage.CALLING;
            }
            case CALLING, CLAIMING, CLEANING ->
                state.refuse(call, "another call joins the cluster already", "wait for that one");
        }
    }

    static void proceed(MemberState state) {
        if (state.stage == Stage.CALLING) {
            if (state.connected()) {
                state.stage = Stage.CLAIMING;
                state.readAll();
            } else {
                giveUpInTime(state);
            }
        }
        if (state.stage == Stage.CLAIMING && claimed(state)) {
            state.stage = Stage.CLEANING;
            Set<GroupId> owned = new LinkedHashSet<>();
            state.entries.stream().filter(it -> it.ours > 0).forEach(it -> owned.add(it.group.id()));
            state.emit(new MemberAction.Clean(owned));
        } else if (state.stage == Stage.CLAIMING) {
            giveUpInTime(state);
        }
    }

    private static void giveUpInTime(MemberState state) {
        if (state.now - state.joinUntil < 0) {
            return;
        }
        MemberCall call = state.joining;
        state.joining = null;
        state.stage = Stage.ALONE;
        if (call != null) {
            state.refuse(
                    call,
                    "there is no contact with the coordination, or it does not say who has what",
                    "look at the network, and join again");
        }
    }

    /** Claims anew what is this node's, so that no takeover that was prepared before can win; returns whether all is known. */
    private static boolean claimed(MemberState state) {
        boolean all = !state.reading;
        for (Entry entry : state.entries) {
            if (entry.ours == 0 && entry.idle() && state.me().equals(entry.owner()) && state.connected()) {
                entry.begin(Doing.CLAIMING, Why.JOIN);
                state.emit(new MemberAction.Claim(entry.index));
            }
            all &= entry.idle() && !(entry.claim instanceof Claim.Unknown);
        }
        return all;
    }

    static void cleaned(MemberState state, MemberInput.Cleaned cleaned) {
        if (state.stage != Stage.CLEANING) {
            return;
        }
        state.stage = Stage.JOINED;
        state.say("joined the cluster");
        state.waits = state.settings.waitNanos() > 0;
        state.waitUntil = state.now + state.settings.waitNanos();
        Knowledge.offer(state);
        for (Entry entry : state.entries) {
            if (entry.ours > 0 && !entry.wanted()) { // somebody asked for its stop before this process began
                Work.stop(state, entry, StopCause.GROUP_STOP, Why.ASKED);
            }
        }
        for (Entry entry : state.entries) {
            boolean back =
                    entry.ours == 0 && entry.epoch() > 0 && entry.group.nodes().contains(state.me());
            if (back) { // somebody has it, or had it: this node comes back to a cluster that goes on
                state.emit(new MemberAction.Recover(entry.index));
            }
        }
        state.changed = true;
        MemberCall call = state.joining;
        state.joining = null;
        if (call == null) {
            return;
        }
        if (cleaned.error() != null) {
            state.fail(call, cleaned.error());
        } else {
            state.answer(call, true);
        }
    }
}
