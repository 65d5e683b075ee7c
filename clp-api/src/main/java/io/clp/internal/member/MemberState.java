package io.clp.internal.member;

import io.clp.CallRefusedException;
import io.clp.ClpException;
import io.clp.NodeId;
import io.clp.failover.Connection;
import io.clp.failover.Plan;
import io.clp.internal.plan.Picture;
import io.clp.internal.plan.Picture.NodeStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that a member knows, and what its turn has found to be done. Not thread-safe. */
final class MemberState {
    /** How far a member is. */
    enum Stage {
        ALONE,
        /** Waits for contact. */
        CALLING,
        /** Reads who has what, and claims anew what is its own. */
        CLAIMING,
        /** Takes offline what is not its own. */
        CLEANING,
        JOINED,
        LEFT
    }

    final MemberSettings settings;
    final List<Entry> entries = new ArrayList<>();

    /** The indices of all entries, which only become more. */
    private List<Integer> everything = List.of();

    final Contacts contacts;
    Stage stage = Stage.ALONE;
    NodeStatus own = NodeStatus.ONLINE;

    @Nullable
    MemberCall joining;

    long joinUntil;

    /** Whether, and until when, free groups wait for more preferred nodes. */
    boolean waits;

    long waitUntil;

    /** A drain or a leave. */
    @Nullable
    MemberCall leaving;

    long leaveUntil;
    final Departure departure = new Departure();

    /** Something is different that may change the plan. */
    boolean changed;

    /** The last plan, and what it was made of. */
    @Nullable
    Plan plan;

    @Nullable
    Picture picture;

    /** Whether people want monitoring. */
    boolean monitors = true;

    boolean reading;
    boolean readAgain;
    long now;
    long wall;
    private long works;
    private List<MemberAction> actions = new ArrayList<>();

    MemberState(MemberSettings settings) {
        this.settings = settings;
        contacts = new Contacts(settings.me());
    }

    NodeId me() {
        return settings.me();
    }

    boolean connected() {
        return contacts.connection == Connection.CONNECTED;
    }

    boolean acts() {
        return stage == Stage.JOINED && connected();
    }

    void emit(MemberAction action) {
        actions.add(action);
    }

    List<MemberAction> takeActions() {
        List<MemberAction> all = actions;
        actions = new ArrayList<>();
        return all;
    }

    long nextWork(Entry entry) {
        entry.work = ++works;
        return entry.work;
    }

    void say(String text) {
        emit(new MemberAction.Say(false, text));
    }

    void alarm(String text) {
        emit(new MemberAction.Say(true, text));
    }

    void answer(MemberCall call, @Nullable Object result) {
        emit(new MemberAction.Answer(call, result, null));
    }

    void fail(MemberCall call, ClpException error) {
        emit(new MemberAction.Answer(call, null, error));
    }

    void refuse(MemberCall call, String why, String advice) {
        String what = call.kind().words
                + (call.group() < 0
                        ? " of member " + me()
                        : " of group " + entries.get(call.group()).group.id() + " on " + me());
        CallRefusedException refused = new CallRefusedException(what, why, advice);
        refused.locate(
                me(), call.group() < 0 ? null : entries.get(call.group()).group.id(), null);
        fail(call, refused);
    }

    /** Asks for the records of all groups, once at a time. */
    void readAll() {
        if (reading) {
            readAgain = true;
            return;
        }
        reading = true;
        if (everything.size() != entries.size()) {
            everything = entries.stream().map(it -> it.index).toList();
        }
        emit(new MemberAction.Read(everything));
    }
}
