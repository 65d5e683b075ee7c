package io.clp.internal.member;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.MoveKind;
import io.clp.NodeId;
import io.clp.StopReport;
import io.clp.failover.Claim;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a member knows of one group, and what it does about it. */
final class Entry {
    /** What is under way. */
    enum Doing {
        NOTHING,
        /** A start that somebody asked for waits for an answer. */
        INQUIRING,
        CLAIMING,
        REDIRECTING,
        STARTING,
        RESTARTING,
        STOPPING,
        RELEASING
    }

    /** Why something is under way. */
    enum Why {
        /** Nothing is. */
        NONE,
        /** The node joins and had the group before. */
        JOIN,
        /** The group belongs here. */
        PLAN,
        /** Somebody asked for a start, or a stop. */
        ASKED,
        /** Somebody asked for a move. */
        MOVE,
        /** It returns to the preferred node. */
        FAILBACK,
        /** This node gives away what it has. */
        DRAIN,
        /** It failed here. */
        FAILOVER,
        /** The right to it is lost, or perhaps lost. */
        LOST,
        /** It is found here without the right to it. */
        CLEAN,
        /** The member leaves. */
        LEAVE,
        /** Its final action is to stop it. */
        FINAL;

        MoveKind moveKind() {
            return switch (this) {
                case FAILOVER -> MoveKind.FAILOVER;
                case FAILBACK -> MoveKind.FAILBACK;
                default -> MoveKind.SWITCHOVER;
            };
        }
    }

    /**
     * A move whose second half is another node's.
     *
     * @param call who waits for it
     * @param kind why
     * @param target to whom
     * @param epoch under which this node had the group
     * @param stop the first half
     * @param begunAt when it was decided
     * @param until when it has taken too long
     */
    record Handing(
            @Nullable MemberCall call,
            MoveKind kind,
            NodeId target,
            long epoch,
            @Nullable StopReport stop,
            long begunAt,
            long until) {}

    final int index;
    final FailoverGroup group;

    /** Starts only when somebody asks, as long as nobody ever had it. */
    final boolean waitsForStart;

    /** How long a start may take. */
    final long startLimitNanos;

    Claim claim = new Claim.Unknown("not read yet");

    /** The epoch under which the group is certainly this node's; 0 where it is not. */
    long ours;

    /** Its state on this node. */
    GroupState state = GroupState.UNKNOWN;

    /** What its owner published. */
    @Nullable
    GroupState published;

    /** What this node published last under the present epoch. */
    @Nullable
    GroupState told;

    /** Whether a release was asked for and has not been answered. */
    boolean releaseAsked;

    /** Under which epoch it was this node's when contact was lost; 0 where it was not, or who has it was heard since. */
    long lostEpoch;

    /** When it was said again without that anything was answered; MIN_VALUE where it never was. */
    long saidAgainAt = Long.MIN_VALUE;

    Memo memo = Memo.EMPTY;

    /** The memo as it was kept last; null where it is not known whether it was. */
    @Nullable
    Memo kept = Memo.EMPTY;

    /** The memo as it was read last, and its text: it is the same nearly always. */
    Memo read = Memo.EMPTY;

    String readText = "";

    private Memo textOf = Memo.EMPTY;

    private String text = "";

    /** How often it was read without a memo. */
    int memoless;

    /** How many failures counted against it at the last tick. */
    int counting;

    /** Left as it is until somebody asks: what was asked of it did not work. */
    boolean parked;

    /** A stop did not work: none is tried again before the group's state is another one, somebody asks, or a time has passed. */
    boolean stuck;

    long stuckSince;

    /** When a start that was refused is tried again; MAX_VALUE where none is. */
    long retryAt = Long.MAX_VALUE;

    @Nullable
    String failed;

    boolean finalDone;
    int restarts;
    long failedAt = Long.MIN_VALUE;

    Doing doing = Doing.NOTHING;
    Why why = Why.NONE;
    long work;

    @Nullable
    MemberCall call;

    /** A call whose start was cut short, and which work that was. */
    @Nullable
    MemberCall cutCall;

    long cutWork;

    @Nullable
    NodeId target;

    @Nullable
    StopReport stopped;

    long begunAt;

    /** When somebody asked for the start under way. */
    long askedAt;

    /** Whether the claim for it may have come about, without that it is known; then until when that is waited for. */
    boolean perhaps;

    long knownBy;

    /** The node that the claim under way takes it over from; null where nobody has it. */
    @Nullable
    NodeId takenFrom;

    /** Which other node is to come for it, by the plan, and since when it is waited for. */
    @Nullable
    NodeId expected;

    long expectedSince;

    /** Since when it waits for those it starts after; MIN_VALUE where it does not. */
    long orderSince = Long.MIN_VALUE;

    /** Nodes that did not come for it, or gave it back at once, and until when it is not for them again. */
    final Map<NodeId, Long> absent = new LinkedHashMap<>();

    @Nullable
    Handing handing;

    /** When the owner was found lost, and what detection may have taken before; for the downtime. */
    long lostAt;

    boolean monitored;

    Entry(int index, FailoverGroup group, boolean waitsForStart, long startLimitNanos) {
        this.index = index;
        this.group = group;
        this.waitsForStart = waitsForStart;
        this.startLimitNanos = startLimitNanos;
    }

    boolean idle() {
        return doing == Doing.NOTHING;
    }

    /** Returns the epoch of the claim, as far as it is known. */
    long epoch() {
        if (claim instanceof Claim.HeldBy held) {
            return held.epoch();
        }
        return claim instanceof Claim.Free free ? free.epoch() : 0;
    }

    @Nullable
    NodeId owner() {
        return claim instanceof Claim.HeldBy held ? held.owner() : null;
    }

    /** Returns the text of the memo that was kept last; it is asked for at each look, and made once. */
    String keptText(Memo own) {
        if (!own.equals(textOf)) {
            textOf = own;
            text = own.text();
        }
        return text;
    }

    /** Returns whether people want it to run. */
    boolean wanted() {
        if (memo.wish() != null) {
            return memo.wish();
        }
        return epoch() > 0 || (group.autoStart() && !waitsForStart);
    }

    void begin(Doing what, Why because) {
        doing = what;
        why = because;
    }

    void end() {
        doing = Doing.NOTHING;
        why = Why.NONE;
    }
}
