package io.clp.internal.member;

import io.clp.ClpException;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.MoveKind;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.Report;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.StopReport;
import io.clp.failover.Claim;
import io.clp.failover.FailoverPolicy;
import io.clp.internal.member.Entry.Doing;
import io.clp.internal.member.Entry.Why;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Starts, stops and restarts on this node, and what follows from how they end. */
final class Work {
    static final long RETRY_NANOS = Duration.ofSeconds(1).toNanos();

    private Work() {}

    static void start(MemberState state, Entry entry, StartCause cause) {
        entry.begin(Doing.STARTING, entry.call != null ? Why.ASKED : Why.PLAN);
        state.emit(new MemberAction.Start(entry.index, state.nextWork(entry), cause, entry.ours));
    }

    static void stop(MemberState state, Entry entry, StopCause cause, Why why) {
        if (entry.doing == Doing.STARTING && entry.call != null) {
            entry.cutCall = entry.call;
            entry.cutWork = entry.work;
            entry.call = null;
        }
        entry.begunAt = state.now;
        entry.stopped = null;
        entry.stuck = false;
        entry.begin(Doing.STOPPING, why);
        state.emit(new MemberAction.Stop(entry.index, state.nextWork(entry), cause));
    }

    /** Begins or ends monitoring: a group is monitored while there is contact and nothing is under way with it. */
    static void watch(MemberState state, Entry entry) {
        boolean should = state.monitors && state.acts() && entry.idle();
        if (should != entry.monitored) {
            entry.monitored = should;
            state.emit(new MemberAction.Monitor(entry.index, should));
        }
    }

    static void became(MemberState state, Entry entry, GroupState now) {
        if (entry.state == now) {
            return;
        }
        entry.state = now;
        entry.stuck &= !entry.idle();
        if (now == GroupState.ONLINE && entry.idle()) {
            entry.failed = null;
            entry.finalDone = false;
        }
        state.changed = true;
    }

    static void verdict(MemberState state, MemberInput.Verdict verdict) {
        Entry entry = state.entries.get(verdict.group());
        boolean online = entry.state == GroupState.ONLINE || entry.state == GroupState.ONLINE_FAILURE;
        if (!entry.monitored || entry.ours == 0 || !online || entry.failed != null) {
            return;
        }
        FailoverPolicy policy = entry.group.failover();
        if (entry.failedAt == Long.MIN_VALUE
                || state.now - entry.failedAt > policy.resetAfter().toNanos()) {
            entry.restarts = 0;
        }
        entry.failedAt = state.now;
        String what = "resource " + verdict.resource() + " failed: " + verdict.why();
        if (entry.restarts < policy.restarts()) {
            entry.restarts++;
            state.say("group " + entry.group.id() + ": " + what + "; restart " + entry.restarts + " of "
                    + policy.restarts());
            entry.begin(Doing.RESTARTING, Why.PLAN);
            state.emit(new MemberAction.Restart(entry.index, state.nextWork(entry), verdict.resource()));
        } else {
            fail(state, entry, what);
        }
    }

    private static void fail(MemberState state, Entry entry, String what) {
        state.alarm("group " + entry.group.id() + " on " + state.me() + ": " + what);
        entry.failed = what;
        entry.finalDone = false;
        state.changed = true;
    }

    static void ended(MemberState state, MemberInput.Ended ended) {
        Entry entry = state.entries.get(ended.group());
        entry.state = ended.state();
        state.changed = true;
        if (entry.cutCall != null && ended.work() == entry.cutWork) {
            answer(state, entry.cutCall, ended);
            entry.cutCall = null;
        }
        if (ended.work() != entry.work) {
            return;
        }
        switch (entry.doing) {
            case STARTING -> started(state, entry, ended);
            case RESTARTING -> restarted(state, entry, ended);
            case STOPPING -> stopped(state, entry, ended);
            case NOTHING, INQUIRING, CLAIMING, REDIRECTING, RELEASING -> {}
        }
    }

    private static void started(MemberState state, Entry entry, MemberInput.Ended ended) {
        entry.end();
        Memo.Moving move = entry.memo.move();
        boolean online = entry.state == GroupState.ONLINE || entry.state == GroupState.ONLINE_FAILURE;
        if (ended.report() instanceof StartReport report && move != null) {
            moved(state, entry, move, report);
        }
        if (ended.report() != null) {
            entry.memo = entry.memo.move(null);
        }
        if (online) {
            entry.failed = null;
            entry.memo = entry.memo.unbar(state.me());
        } else if (ended.report() == null || ended.report().outcome() == Outcome.REFUSED) {
            refused(state, entry, ended);
        } else {
            String why = "the start on " + state.me() + " failed: " + words(ended.error());
            entry.memo = entry.memo.bar(state.me(), state.wall, why);
            if (entry.state != GroupState.OFFLINE) {
                entry.failed = why;
            }
        }
        MemberCall call = entry.call;
        if (entry.doing == Doing.INQUIRING || call == null) {
            return;
        }
        entry.call = null;
        answer(state, call, ended);
    }

    /** The start was not begun: the right is not certain, or the node bears nothing more. */
    private static void refused(MemberState state, Entry entry, MemberInput.Ended ended) {
        if (ended.report() == null && entry.call != null) {
            Inquiry.claim(state, entry, "not certain when the start was to begin");
        } else if (ended.report() == null) {
            entry.ours = 0;
            entry.claim = new Claim.Unknown("not certain when the start was to begin");
            entry.retryAt = state.now + RETRY_NANOS;
            state.readAll();
        } else {
            entry.memo = entry.memo.bar(
                    state.me(), state.wall, state.me() + " refuses to start it: " + words(ended.error()));
        }
    }

    private static void moved(MemberState state, Entry entry, Memo.Moving move, StartReport start) {
        boolean good = start.outcome() == Outcome.DONE || start.outcome() == Outcome.NOTHING_TO_DO;
        Moves report = new Moves(
                entry.group.id(),
                move.kind(),
                move.from(),
                state.me(),
                state.me(),
                good ? Outcome.DONE : start.outcome(),
                Optional.empty(),
                Optional.of(start),
                List.of(),
                Duration.ofNanos(state.now - entry.begunAt),
                Duration.ofNanos(state.now - entry.lostAt));
        state.emit(new MemberAction.Moved(report, entry.ours));
    }

    private static void restarted(MemberState state, Entry entry, MemberInput.Ended ended) {
        entry.end();
        if (entry.state != GroupState.ONLINE) {
            String why = "the restart on " + state.me() + " failed: " + words(ended.error());
            entry.memo = entry.memo.bar(state.me(), state.wall, why);
            fail(state, entry, why);
        }
    }

    private static void stopped(MemberState state, Entry entry, MemberInput.Ended ended) {
        entry.stopped = stopReport(ended);
        Why why = entry.why;
        if (entry.state != GroupState.OFFLINE) {
            entry.end();
            notStopped(state, entry, why, ended);
            return;
        }
        switch (why) {
            case ASKED, FINAL -> {
                entry.memo = entry.memo.wish(false);
                Ownership.release(state, entry, null);
            }
            case LEAVE -> Ownership.release(state, entry, null);
            case MOVE, FAILBACK, DRAIN, FAILOVER -> Handover.handOver(state, entry, why);
            case NONE, JOIN, PLAN, LOST, CLEAN -> {
                entry.end();
                Handover.broken(
                        state,
                        entry,
                        "contact with the coordination was lost; the group is offline here and not handed over");
            }
        }
    }

    private static void notStopped(MemberState state, Entry entry, Why why, MemberInput.Ended ended) {
        if (why == Why.LEAVE && ended.report() != null) {
            state.departure.ended(entry.group.id(), ended.report());
        }
        entry.stuck = true;
        entry.stuckSince = state.now;
        if (why != Why.FAILOVER && why != Why.LOST && why != Why.CLEAN) {
            entry.parked = true;
        }
        MemberCall call = entry.call;
        entry.call = null;
        if (call == null) {
            return;
        }
        StopReport stop = stopReport(ended);
        if (call.kind() == MemberCall.Kind.STOP || stop == null) {
            answer(state, call, ended);
            return;
        }
        NodeId to = entry.target == null ? state.me() : entry.target;
        Moves report = new Moves(
                entry.group.id(),
                why == Why.FAILBACK ? MoveKind.FAILBACK : MoveKind.SWITCHOVER,
                state.me(),
                to,
                state.me(),
                stop.outcome(),
                Optional.of(stop),
                Optional.empty(),
                List.of(),
                Duration.ofNanos(state.now - entry.begunAt),
                Duration.ofNanos(state.now - entry.begunAt));
        state.emit(new MemberAction.Moved(report, entry.ours));
        state.fail(
                call,
                new GroupOperationException("move of group " + entry.group.id() + " to " + to, state.me(), report));
    }

    private static @Nullable StopReport stopReport(MemberInput.Ended ended) {
        Report<?> report = ended.report();
        return report instanceof StopReport stop ? stop : null;
    }

    private static void answer(MemberState state, MemberCall call, MemberInput.Ended ended) {
        if (ended.error() != null) {
            state.fail(call, ended.error());
        } else {
            state.answer(call, ended.report());
        }
    }

    private static String words(@Nullable ClpException error) {
        if (error instanceof GroupOperationException operation) {
            return operation.report().failures().stream()
                    .map(it -> it.resource().map(resource -> resource + ": ").orElse("")
                            + it.error().getMessage())
                    .findFirst()
                    .orElse(String.valueOf(operation.getMessage()));
        }
        return error == null ? "no report" : String.valueOf(error.getMessage());
    }
}
