package io.clp.internal.member;

import io.clp.GroupState;
import io.clp.MoveKind;
import io.clp.NodeId;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.internal.member.Entry.Doing;
import io.clp.internal.member.Entry.Why;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The right to host groups: claimed, taken over, given back, lost. */
final class Ownership {
    private Ownership() {}

    /** Claims a free group, or takes over that of a dead node. */
    static void claim(MemberState state, Entry entry, Why why) {
        entry.begunAt = state.now;
        if (entry.claim instanceof Claim.Free free
                && free.next().isPresent()
                && !free.next().get().equals(state.me())) {
            entry.begin(Doing.REDIRECTING, why);
            state.emit(new MemberAction.Redirect(entry.index, free.epoch(), Optional.of(state.me())));
            return;
        }
        entry.begin(Doing.CLAIMING, why);
        NodeId owner = entry.owner();
        boolean taken = owner != null && !owner.equals(state.me());
        entry.takenFrom = taken ? owner : null;
        if (taken) {
            state.emit(new MemberAction.TakeOver(entry.index, entry.epoch()));
        } else {
            state.emit(new MemberAction.Claim(entry.index));
        }
    }

    static void claimed(MemberState state, Entry entry, Claim answer) {
        if (entry.doing != Doing.CLAIMING) {
            return;
        }
        Why why = entry.why;
        NodeId before = entry.owner();
        if (state.connected() && tookOverTwice(state, before, answer)) {
            state.emit(new MemberAction.Claim(entry.index));
            return;
        }
        entry.end();
        state.changed = true;
        boolean perhaps = answer instanceof Claim.Unknown || isMine(state, answer);
        if (state.contacts.connection == Connection.LOST) {
            entry.perhaps |= perhaps || answer instanceof Claim.Acquired;
            refuseCall(state, entry, "contact with the coordination was lost");
            return;
        }
        if (perhaps && entry.call != null) {
            Inquiry.claim(state, entry, notAcquired(answer));
            return;
        }
        if (!(answer instanceof Claim.Acquired acquired)) {
            entry.perhaps = false;
            entry.expected = null;
            refuseCall(state, entry, notAcquired(answer));
            if (perhaps || answer instanceof Claim.Free) { // acquired after all; or free, and perhaps stopped by hand
                entry.claim = new Claim.Unknown(notAcquired(answer));
                state.readAll();
            } else {
                entry.claim = answer;
            }
            return;
        }
        own(entry, acquired.epoch(), state.me());
        if (why == Why.JOIN) {
            entry.finalDone = state.me().equals(entry.memo.ended());
            return;
        }
        if (before != null && !before.equals(state.me())) {
            entry.memo = entry.memo.move(new Memo.Moving(MoveKind.FAILOVER, before));
            entry.lostAt = state.contacts.goneAt(before, state.now) - state.settings.sessionNanos();
        } else {
            entry.lostAt = state.now;
        }
        if (!state.connected()) { // when there is contact again, the plan says what becomes of it
            refuseCall(state, entry, "contact with the coordination is suspended");
            return;
        }
        Optional<String> early = Pursuit.tooEarly(state, entry);
        if (early.isPresent()) {
            refuseCall(state, entry, early.get());
        } else if (entry.call != null
                || Pursuit.refusal(state, entry, state.me()).isEmpty()) {
            start(state, entry);
        } // else something else came here meanwhile, and the plan says what becomes of it
    }

    /** The takeover arrived twice, and this is the answer to the second one: whoever has a group can claim it anew. */
    private static boolean tookOverTwice(MemberState state, @Nullable NodeId before, Claim answer) {
        return before != null && !before.equals(state.me()) && isMine(state, answer);
    }

    private static boolean isMine(MemberState state, Claim claim) {
        return claim instanceof Claim.HeldBy held && held.owner().equals(state.me());
    }

    private static void own(Entry entry, long epoch, NodeId me) {
        entry.ours = epoch;
        entry.claim = new Claim.HeldBy(me, epoch);
        entry.told = null;
        entry.published = null;
        entry.expected = null;
        entry.parked = false;
        entry.failed = null;
        entry.finalDone = false;
    }

    /** Starts a group that is certainly this node's. */
    static void start(MemberState state, Entry entry) {
        Memo.Moving move = entry.memo.move();
        boolean failover = move != null && move.kind() == MoveKind.FAILOVER;
        if (failover && entry.call == null) { // what somebody asks for is none that counts
            long counts = state.wall - entry.group.failover().within().toMillis();
            entry.memo = entry.memo.without(counts, Long.MIN_VALUE).failover(state.wall);
        }
        entry.memo = entry.memo.wish(true).ended(null);
        Knowledge.tell(state, entry);
        Work.start(state, entry, failover ? StartCause.FAILOVER : StartCause.START);
    }

    private static void refuseCall(MemberState state, Entry entry, String why) {
        if (entry.call != null) {
            Inquiry.end(state, entry, why, "look who has the group, and ask again");
        }
    }

    private static String notAcquired(Claim answer) {
        if (answer instanceof Claim.HeldBy held) {
            return held.owner() + " has it, under epoch " + held.epoch();
        }
        if (answer instanceof Claim.Free free) {
            return "it is for " + free.next().map(NodeId::value).orElse("nobody");
        }
        return "the claim is not certain: " + (answer instanceof Claim.Unknown unknown ? unknown.why() : answer);
    }

    static void redirected(MemberState state, Entry entry, boolean certain) {
        if (entry.doing != Doing.REDIRECTING) {
            return;
        }
        Why why = entry.why;
        entry.end();
        state.changed = true;
        if (!certain && entry.call != null) {
            Inquiry.claim(state, entry, "whether it is for this node is not known");
        } else if (!certain) {
            entry.claim = new Claim.Unknown("whether it is for this node is not known");
            state.readAll();
        } else if (entry.claim instanceof Claim.Free free) {
            boolean mine = free.next().isPresent() && !free.next().get().equals(state.me());
            entry.claim =
                    new Claim.Free(free.epoch(), mine ? Optional.of(state.me()) : Optional.ofNullable(entry.target));
            entry.expected = null;
            if (mine && state.connected()) {
                claim(state, entry, why);
            } else if (mine) {
                refuseCall(state, entry, "contact with the coordination is suspended");
            }
        } else {
            refuseCall(state, entry, "who has the group is not known any more");
        }
    }

    /** Has another node come for a group that was released for this one. */
    static void passOn(MemberState state, Entry entry, NodeId to) {
        if (entry.claim instanceof Claim.Free free) {
            entry.target = to;
            entry.begin(Doing.REDIRECTING, Why.PLAN);
            state.emit(new MemberAction.Redirect(entry.index, free.epoch(), Optional.of(to)));
        }
    }

    /** Gives back a group that is offline here. */
    static void release(MemberState state, Entry entry, @Nullable NodeId next) {
        entry.doing = Doing.RELEASING;
        entry.target = next;
        Knowledge.tell(state, entry);
        entry.releaseAsked = true;
        state.emit(new MemberAction.Release(entry.index, entry.ours, Optional.ofNullable(next)));
    }

    /** Asks again, unless the answer to the last time is still under way: it will say whether that is needed. */
    static void releaseAgain(MemberState state, Entry entry) {
        if (entry.ours > 0 && !entry.releaseAsked) {
            entry.releaseAsked = true;
            state.emit(new MemberAction.Release(entry.index, entry.ours, Optional.ofNullable(entry.target)));
        }
    }

    static void released(MemberState state, Entry entry, boolean certain) {
        entry.releaseAsked = false;
        if (entry.doing != Doing.RELEASING) {
            return;
        }
        if (!certain) {
            state.readAll(); // it is tried again, or seen to be so
            return;
        }
        gone(state, entry, new Claim.Free(entry.ours, Optional.ofNullable(entry.target)));
    }

    private static void gone(MemberState state, Entry entry, Claim now) {
        long epoch = entry.ours;
        entry.claim = now;
        entry.expected = null;
        entry.ours = 0;
        entry.told = null;
        entry.failed = null;
        entry.finalDone = false;
        state.changed = true;
        Handover.released(state, entry, epoch);
    }

    /** Takes what was read of who has a group. */
    static void heard(MemberState state, Entry entry, Claim read) {
        boolean mine = isMine(state, read);
        long epoch = read instanceof Claim.HeldBy held ? held.epoch() : ((Claim.Free) read).epoch();
        if (entry.ours > epoch) {
            return; // an older answer
        }
        if (mine) {
            if (entry.doing == Doing.CLAIMING) {
                return; // its own answer is under way
            }
            if (state.stage == MemberState.Stage.JOINED || entry.ours > 0) {
                boolean again = entry.ours == 0;
                entry.ours = epoch;
                entry.told = null;
                entry.claim = read;
                if (!again && entry.doing == Doing.RELEASING) {
                    releaseAgain(state, entry);
                }
            } else {
                entry.claim = read;
            }
            return;
        }
        if (entry.doing == Doing.RELEASING) {
            gone(state, entry, read);
            return;
        }
        boolean had = entry.ours > 0;
        entry.claim = read;
        entry.ours = 0;
        entry.told = null;
        if (had) {
            overtaken(state, entry, read);
        }
    }

    /** Somebody else has it now, or could have: what runs here has no right to. */
    private static void overtaken(MemberState state, Entry entry, Claim read) {
        state.alarm("group " + entry.group.id() + " is not this node's any more: " + notAcquired(read));
        if (entry.doing == Doing.STOPPING) {
            entry.why = Why.LOST;
        } else if (entry.state != GroupState.OFFLINE || !entry.idle()) {
            Work.stop(state, entry, StopCause.GROUP_FAILOVER, Why.LOST);
        }
    }
}
