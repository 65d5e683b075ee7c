package io.clp.internal.member;

import io.clp.Failure;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.MoveKind;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.failover.Claim;
import io.clp.internal.member.Entry.Handing;
import io.clp.internal.member.Entry.Why;
import io.clp.internal.report.FailureRecord;
import io.clp.resource.ResourceException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Moves from here to another node: released for it, then watched from here. */
final class Handover {
    private Handover() {}

    /** The group is offline here: gives it to the node that is best now. */
    static void handOver(MemberState state, Entry entry, Why why) {
        NodeId target = why == Why.MOVE || why == Why.FAILBACK ? entry.target : null;
        Optional<String> refusal = target == null ? Optional.empty() : Pursuit.refusal(state, entry, target);
        NodeId next = target == null ? Pursuit.destination(state, entry) : target;
        if (next == null || refusal.isPresent()) {
            entry.end();
            entry.failed = null;
            entry.memo = entry.memo.unbar(state.me());
            String cannot = refusal.map(it -> "the group cannot go there any more (" + it + ")")
                    .orElse("no other node can take the group any more");
            broken(state, entry, cannot + "; it starts here again");
            return;
        }
        String failed = entry.failed;
        if (why == Why.FAILOVER) {
            entry.memo = entry.memo.bar(state.me(), state.wall, failed == null ? "it failed on " + state.me() : failed);
        }
        entry.memo = entry.memo.move(new Memo.Moving(why.moveKind(), state.me()));
        Ownership.release(state, entry, next);
    }

    /** The group is certainly not this node's any more. */
    static void released(MemberState state, Entry entry, long epoch) {
        Why why = entry.why;
        entry.end();
        MemberCall call = entry.call;
        entry.call = null;
        if (why == Why.LEAVE && entry.stopped != null) {
            state.departure.ended(entry.group.id(), entry.stopped);
        }
        NodeId target = entry.target;
        if (target != null && (why == Why.MOVE || why == Why.FAILBACK || why == Why.DRAIN || why == Why.FAILOVER)) {
            entry.handing = new Handing(
                    call,
                    why.moveKind(),
                    target,
                    epoch,
                    entry.stopped,
                    entry.begunAt,
                    state.now + entry.startLimitNanos + state.settings.patienceNanos());
            look(state, entry);
        } else if (call != null) {
            state.answer(call, entry.stopped);
        }
    }

    /** A move ends here without having begun elsewhere. */
    static void broken(MemberState state, Entry entry, String why) {
        MemberCall call = entry.call;
        if (call == null) {
            return;
        }
        entry.call = null;
        if (call.kind() == MemberCall.Kind.STOP || call.kind() == MemberCall.Kind.START) {
            state.refuse(call, why, "ask again when there is contact");
            return;
        }
        NodeId target = entry.target == null ? state.me() : entry.target;
        Handing handing =
                new Handing(call, MoveKind.SWITCHOVER, target, entry.epoch(), entry.stopped, entry.begunAt, state.now);
        end(state, entry, handing, Outcome.FAILED, state.me(), why);
    }

    /** Looks what became of a move. */
    static void look(MemberState state, Entry entry) {
        Handing handing = entry.handing;
        if (handing == null) {
            return;
        }
        if (entry.claim instanceof Claim.HeldBy held && held.owner().equals(handing.target())) {
            if (entry.published == GroupState.ONLINE) {
                entry.handing = null;
                end(state, entry, handing, Outcome.DONE, held.owner(), "");
                return;
            }
        } else if (entry.claim instanceof Claim.HeldBy held) {
            entry.handing = null;
            end(
                    state,
                    entry,
                    handing,
                    Outcome.FAILED,
                    held.owner(),
                    handing.target() + " did not bring it online; " + held.owner() + " has it now");
            return;
        } else if (entry.claim instanceof Claim.Free free
                && (free.epoch() > handing.epoch() || !free.next().equals(Optional.of(handing.target())))) {
            entry.handing = null;
            end(
                    state,
                    entry,
                    handing,
                    Outcome.FAILED,
                    state.me(),
                    handing.target() + " did not bring it online; it is for "
                            + free.next().map(NodeId::value).orElse("nobody") + " now");
            return;
        }
        if (state.now - handing.until() >= 0) {
            entry.handing = null;
            end(
                    state,
                    entry,
                    handing,
                    Outcome.INDETERMINATE,
                    handing.target(),
                    "whether " + handing.target() + " brought it online is not known");
        }
    }

    private static void end(
            MemberState state, Entry entry, Handing handing, Outcome outcome, NodeId owner, String failure) {
        if (outcome != Outcome.DONE && !handing.target().equals(state.me())) {
            entry.absent.put(handing.target(), state.now + 10 * state.settings.patienceNanos());
        }
        Duration took = Duration.ofNanos(state.now - handing.begunAt());
        Moves report = new Moves(
                entry.group.id(),
                handing.kind(),
                state.me(),
                handing.target(),
                owner,
                outcome,
                Optional.ofNullable(handing.stop()),
                Optional.empty(),
                failure.isEmpty() ? List.of() : List.of(failure(entry, handing, outcome, failure)),
                took,
                took);
        state.emit(new MemberAction.Moved(report, Math.max(1, handing.epoch())));
        state.departure.ended(entry.group.id(), report);
        MemberCall call = handing.call();
        if (call == null) {
            return;
        }
        if (outcome == Outcome.DONE) {
            state.answer(call, report);
        } else {
            state.fail(
                    call,
                    new GroupOperationException(
                            "move of group " + entry.group.id() + " to " + handing.target(), state.me(), report));
        }
    }

    private static Failure failure(Entry entry, Handing handing, Outcome outcome, String why) {
        ResourceException error = ResourceException.temporary(why);
        error.locate(handing.target(), entry.group.id(), null);
        return new FailureRecord(handing.target(), Optional.empty(), outcome, error);
    }
}
