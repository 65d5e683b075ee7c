package io.clp.internal.member;

import io.clp.GroupOperationException;
import io.clp.MoveKind;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.StartCause;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.internal.member.Entry.Doing;
import io.clp.internal.member.Entry.Why;
import io.clp.internal.plan.Picture.NodeStatus;
import io.clp.internal.report.FailureRecord;
import io.clp.internal.report.GroupReport;
import io.clp.resource.ResourceException;
import java.util.List;
import java.util.Optional;

/**
 * A start that somebody asked for, and that has to know something first: whether the lost node that has the group is dead, or what came of
 * a claim whose answer was lost. What is answered is true: a start is refused only where it does not come about.
 */
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

    /** The group may be this node's now. */
    static void claim(MemberState state, Entry entry, String why) {
        entry.begin(Doing.INQUIRING, Why.ASKED);
        entry.ours = 0;
        entry.claim = new Claim.Unknown(why);
        if (entry.perhaps) {
            entry.retryAt = state.now + Work.RETRY_NANOS; // not at once again and again
        } else {
            entry.perhaps = true;
            entry.knownBy = state.now + state.settings.patienceNanos();
        }
        state.readAll();
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
        } else if (entry.perhaps && state.now - entry.knownBy >= 0) {
            end(state, entry, "whether the group is this node's is not known", "look who has the group, and ask again");
        } else if (state.acts() && entry.retryAt == Long.MAX_VALUE && !(entry.claim instanceof Claim.Unknown)) {
            known(state, entry);
        }
    }

    private static void known(MemberState state, Entry entry) {
        if (entry.ours > 0) {
            start(state, entry);
            return;
        }
        NodeId owner = entry.owner();
        NodeStatus status = owner == null ? NodeStatus.FENCED : state.contacts.statusOf(owner, state.entries);
        if (owner == null || status == NodeStatus.FENCED) {
            begin(state, entry);
        } else if (status != NodeStatus.LOST) {
            refuse(state, entry, owner + " has the group", Asking.LOOK);
        } else if (!state.contacts.isAsked(owner)) {
            refuse(
                    state,
                    entry,
                    owner + " is lost and may still run the group: it could not be fenced",
                    "make sure that " + owner + " is off, and that the fencer says so, or start it there");
        }
    }

    /** The claim did arrive. */
    private static void start(MemberState state, Entry entry) {
        NodeId before = entry.takenFrom;
        entry.end();
        Asking.forget(entry);
        if (before != null) {
            entry.memo = entry.memo.move(new Memo.Moving(MoveKind.FAILOVER, before));
            entry.lostAt = state.contacts.goneAt(before, state.now) - state.settings.sessionNanos();
        }
        Ownership.start(state, entry);
    }

    private static void begin(MemberState state, Entry entry) {
        entry.end();
        Optional<String> refusal = Asking.refusal(state, entry);
        if (refusal.isPresent()) {
            refuse(state, entry, refusal.get(), "ask another node, or change where the groups are");
        } else {
            Asking.begin(state, entry);
        }
    }

    private static void refuse(MemberState state, Entry entry, String why, String advice) {
        entry.perhaps = false;
        end(state, entry, why, advice);
    }

    /** Ends a start that was not begun; where its claim may have come about, it may be begun yet. */
    static void end(MemberState state, Entry entry, String why, String advice) {
        entry.end();
        state.changed = true;
        MemberCall call = entry.call;
        entry.call = null;
        if (call == null) {
            return;
        }
        if (!entry.perhaps) {
            state.refuse(call, why, advice);
            return;
        }
        ResourceException error = ResourceException.temporary(why + "; the group may start here yet");
        error.locate(state.me(), entry.group.id(), null);
        GroupReport.Facts facts = new GroupReport.Facts(
                entry.group,
                state.me(),
                Outcome.INDETERMINATE,
                List.of(),
                List.of(new FailureRecord(state.me(), Optional.empty(), Outcome.INDETERMINATE, error)),
                List.of(),
                state.now - entry.askedAt);
        state.fail(
                call,
                new GroupOperationException(
                        "start of group " + entry.group.id() + " on " + state.me(),
                        state.me(),
                        GroupReport.start(facts, StartCause.START, entry.epoch())));
    }
}
