package io.clp.internal.member;

import io.clp.NodeId;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.internal.member.Entry.Doing;
import io.clp.internal.member.Entry.Why;
import io.clp.internal.plan.Picture.NodeStatus;
import java.util.Optional;

/** A start that somebody asked for, and that has to know something first: whether the lost node that has the group is dead. */
final class Inquiry {
    private Inquiry() {}

    /** Has a lost owner fenced: whoever asks for its group has said that it is to be taken over. */
    static void fence(MemberState state, Entry entry, NodeId owner) {
        entry.begin(Doing.INQUIRING, Why.ASKED);
        if (state.contacts.askAnew(owner, state.entries, state.now)) {
            state.say(owner + " is lost and may still run " + entry.group.id() + ", which is to start here");
            state.emit(new MemberAction.Fence(owner));
        }
    }

    static void proceed(MemberState state) {
        for (Entry entry : state.entries) {
            if (entry.doing == Doing.INQUIRING) {
                proceed(state, entry);
            }
        }
    }

    private static void proceed(MemberState state, Entry entry) {
        if (state.contacts.connection == Connection.LOST) {
            end(state, entry, "contact with the coordination was lost", "ask again when there is contact");
        } else if (state.leaving != null) {
            end(state, entry, "the node gives its groups away", "ask another node");
        } else if (state.acts() && !(entry.claim instanceof Claim.Unknown)) {
            known(state, entry);
        }
    }

    private static void known(MemberState state, Entry entry) {
        NodeId owner = entry.owner();
        NodeStatus status = owner == null ? NodeStatus.FENCED : state.contacts.statusOf(owner, state.entries);
        if (status == NodeStatus.FENCED) {
            claim(state, entry);
        } else if (status != NodeStatus.LOST) {
            end(state, entry, owner + " has the group", Asking.LOOK);
        } else if (!state.contacts.isAsked(owner)) {
            end(
                    state,
                    entry,
                    owner + " is lost and may still run the group: it could not be fenced",
                    "make sure that " + owner + " is off, and that the fencer says so, or start it there");
        }
    }

    private static void claim(MemberState state, Entry entry) {
        entry.end();
        Optional<String> refusal = Asking.refusal(state, entry);
        if (refusal.isPresent()) {
            end(state, entry, refusal.get(), "ask another node, or change where the groups are");
        } else {
            Asking.begin(state, entry);
        }
    }

    private static void end(MemberState state, Entry entry, String why, String advice) {
        entry.end();
        state.changed = true;
        MemberCall call = entry.call;
        entry.call = null;
        if (call != null) {
            state.refuse(call, why, advice);
        }
    }
}
