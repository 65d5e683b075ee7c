package io.clp.internal.member;

import io.clp.GroupState;
import io.clp.StopCause;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.internal.member.Entry.Doing;
import io.clp.internal.member.Entry.Why;
import io.clp.internal.member.MemberState.Stage;
import io.clp.internal.plan.Picture.NodeStatus;
import java.util.Objects;

/** What a member hears of the cluster, and what it lets the others know. */
final class Knowledge {
    /** How often a group has no memo before it is believed that there is none. */
    private static final int MEMOLESS = 3;

    private Knowledge() {}

    static void contact(MemberState state, MemberInput.Contact contact) {
        Connection before = state.contacts.connection;
        state.contacts.connection = contact.connection();
        if (before != contact.connection()) {
            connection(state, before, contact.connection());
        }
        if (state.connected()) {
            state.changed |= state.contacts.alive(contact.alive(), contact.offering(), state.now);
            if (state.stage == Stage.JOINED) {
                offer(state);
            }
            if (state.stage != Stage.ALONE && state.stage != Stage.LEFT) {
                state.readAll();
            }
        }
    }

    /** Tells the others whether this node takes groups, unless they know. */
    static void offer(MemberState state) {
        boolean takes = state.stage == Stage.JOINED && state.own == NodeStatus.ONLINE;
        if (takes != state.contacts.offers()) {
            state.emit(new MemberAction.Offer(takes));
        }
    }

    private static void connection(MemberState state, Connection before, Connection now) {
        state.say("contact with the coordination: " + before + " -> " + now);
        state.changed = true;
        switch (now) {
            case CONNECTED -> {
                state.contacts.begin(state.now, state.settings.sessionNanos());
                state.emit(new MemberAction.Supervise(true));
            }
            case SUSPENDED -> {
                state.emit(new MemberAction.Supervise(false));
            }
            case LOST -> {
                state.contacts.lose();
                state.emit(new MemberAction.Supervise(false));
                state.entries.forEach(it -> lost(state, it));
            }
        }
    }

    /** Nothing is certain any more, and others may count this node as lost: what runs here goes offline at once. */
    private static void lost(MemberState state, Entry entry) {
        boolean had = entry.ours > 0;
        if (had) {
            entry.lostEpoch = entry.ours;
        }
        entry.ours = 0;
        entry.told = null;
        entry.claim = new Claim.Unknown("contact with the coordination is lost");
        if (had || entry.doing == Doing.STARTING) {
            if (entry.state != GroupState.OFFLINE || !entry.idle()) {
                offlineAtOnce(state, entry);
            }
        }
    }

    private static void offlineAtOnce(MemberState state, Entry entry) {
        if (entry.doing == Doing.STOPPING) {
            entry.why = Why.LOST; // it goes offline already; nothing may be given back after
            return;
        }
        switch (entry.doing) {
            case INQUIRING, CLAIMING, REDIRECTING, RELEASING -> {} // nothing of it is online here
            case NOTHING, STARTING, RESTARTING, STOPPING -> Work.stop(state, entry, StopCause.GROUP_FAILOVER, Why.LOST);
        }
    }

    static void read(MemberState state, MemberInput.Read read) {
        state.reading = false;
        for (MemberInput.Recorded record : read.records()) {
            recorded(state, state.entries.get(record.group()), record);
        }
        if (state.readAgain) {
            state.readAgain = false;
            state.readAll();
        }
    }

    private static void recorded(MemberState state, Entry entry, MemberInput.Recorded record) {
        if (state.contacts.connection == Connection.LOST) {
            return; // an answer from before
        }
        if (record.claim() instanceof Claim.Unknown || record.claim() instanceof Claim.Acquired) {
            if (entry.ours == 0 && entry.doing != Doing.CLAIMING) { // its own answer is under way
                entry.claim = record.claim();
            }
            unheard(state, entry);
            return;
        }
        if (lacksMemo(state, entry, record)) {
            return; // it is read again soon
        }
        entry.lostEpoch = 0;
        GroupState published = record.published().orElse(null);
        memo(state, entry, record);
        if (published != entry.published) {
            entry.published = published;
            state.changed = true;
        }
        if (!record.claim().equals(entry.claim) || doubted(state, entry)) {
            state.changed = true;
            entry.expected = null;
            Ownership.heard(state, entry, record.claim());
        } else if (entry.doing == Doing.RELEASING) {
            Ownership.releaseAgain(state, entry);
        }
        Handover.look(state, entry);
    }

    /**
     * On a link too slow for any answer what is said arrives all the same: what may have been lost is said again, as the others go by what
     * they were told last. Not at once each time, as a coordination may tell of each of it as of a change, and be asked again.
     */
    private static void unheard(MemberState state, Entry entry) {
        boolean lately = entry.saidAgainAt != Long.MIN_VALUE && state.now - entry.saidAgainAt < Work.RETRY_NANOS;
        long epoch = entry.ours > 0 ? entry.ours : entry.lostEpoch;
        if (epoch == 0 || !state.connected() || lately || entry.doing == Doing.CLAIMING) {
            return;
        }
        entry.saidAgainAt = state.now;
        if (entry.ours == 0) { // whoever has it since has a higher epoch, and this says nothing
            state.emit(new MemberAction.Publish(entry.index, epoch, entry.state));
            return;
        }
        if (entry.published != entry.told) {
            entry.told = null;
        }
        if (entry.doing == Doing.RELEASING) {
            Ownership.releaseAgain(state, entry);
        }
    }

    /** It is this node's by what was read, and was not yet taken for that. */
    private static boolean doubted(MemberState state, Entry entry) {
        return state.stage == Stage.JOINED
                && entry.ours == 0
                && entry.idle()
                && state.me().equals(entry.owner());
    }

    /**
     * Returns whether what the last owner of a group left to its successor was lost on its way: a memo once kept is never gone. Without it
     * nobody knows whether the group was stopped by hand. That a coordination keeps none is believed when none was read several times.
     */
    private static boolean lacksMemo(MemberState state, Entry entry, MemberInput.Recorded record) {
        if (entry.ours > 0 || record.memo().isPresent()) {
            return false;
        }
        boolean another =
                record.claim() instanceof Claim.HeldBy held && !held.owner().equals(state.me());
        boolean nobodyYet = record.claim() instanceof Claim.Free free && free.epoch() == 0;
        if (another || nobodyYet) {
            return false;
        }
        if (entry.readText.isEmpty()) {
            if (++entry.memoless >= MEMOLESS) {
                return false;
            }
            state.readAll();
        }
        return true;
    }

    /** The owner's own memo is what it wrote, or is about to write; where something else is read, it is written again. */
    private static void memo(MemberState state, Entry entry, MemberInput.Recorded record) {
        Memo own = entry.kept;
        if (entry.ours > 0
                && own != null
                && !entry.keptText(own).equals(record.memo().orElse(""))) {
            entry.kept = null; // it was not kept, or is on its way: said again
        }
        String text = record.memo().orElse(entry.readText);
        if (!text.equals(entry.readText)) {
            entry.readText = text;
            entry.read = Memo.parse(text);
        }
        if (entry.ours > 0 || record.memo().isEmpty() || givesBack(state, entry, record)) {
            return;
        }
        Memo memo = entry.read;
        if (!memo.equals(entry.memo)) {
            entry.memo = memo;
            entry.kept = memo;
            state.changed = true;
        }
    }

    /** Returns whether this node gives the group back and nobody has had it since: what it is to remember is known here alone, perhaps. */
    private static boolean givesBack(MemberState state, Entry entry, MemberInput.Recorded record) {
        return entry.doing == Doing.RELEASING
                && !(record.claim() instanceof Claim.HeldBy held
                        && !held.owner().equals(state.me()));
    }

    /** Tells the others what is new of a group that is this node's. */
    static void tell(MemberState state, Entry entry) {
        if (entry.ours == 0 || !state.connected() || entry.doing == Doing.CLAIMING) {
            return;
        }
        if (!entry.memo.equals(entry.kept)) {
            entry.kept = entry.memo;
            state.emit(new MemberAction.Remember(entry.index, entry.ours, entry.memo.text()));
        }
        boolean lost = entry.told != null && entry.published != null && entry.published != entry.told;
        if (!Objects.equals(entry.told, entry.state) || lost) {
            entry.told = entry.state;
            entry.published = null;
            state.emit(new MemberAction.Publish(entry.index, entry.ours, entry.state));
        }
    }
}
