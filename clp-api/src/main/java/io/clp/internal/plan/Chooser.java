package io.clp.internal.plan;

import static io.clp.internal.plan.Index.NONE;

import io.clp.GroupState;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.failover.FailoverPolicy;
import org.jspecify.annotations.Nullable;

/** Finds nodes for groups, and writes down that a group goes there, or why it cannot. */
final class Chooser {
    final Index index;
    final Remains remains;
    final Board board;
    final Words words;
    final Course[] courses;

    /**
     * Why a group cannot start.
     *
     * @param reason in words
     * @param passes whether that may change by itself soon: what cannot be undone is not done for it
     */
    record Obstacle(String reason, boolean passes) {}

    /**
     * How a group goes.
     *
     * @param from who has it and gives it up, or {@link Index#NONE}
     * @param stop why it stops there
     * @param start why it starts
     * @param why in words
     */
    record Going(int from, StopCause stop, StartCause start, String why) {}

    Chooser(Picture picture) {
        index = new Index(picture);
        remains = new Remains(index);
        board = new Board(index, remains);
        words = new Words(index);
        courses = new Course[index.groupCount];
        for (int g = 0; g < courses.length; g++) {
            courses[g] = new Course();
        }
    }

    /** Sends a group to the first node of its list that can take it and is not the one it leaves. */
    @Nullable
    Obstacle toBest(int g, Going going) {
        Obstacle obstacle = obstacle(g);
        if (obstacle != null) {
            return obstacle;
        }
        int to = best(g, going.from());
        if (to == NONE) {
            return nowhere(g, going.from());
        }
        go(g, to, going, "; " + words.choice(g, to));
        return null;
    }

    /** Sends a group to a certain node. */
    @Nullable
    Obstacle to(int g, int n, Going going) {
        long bar = board.bar(g, n);
        if (bar != Bar.FREE) {
            return new Obstacle(words.bar(g, n, bar), Bar.passes(bar));
        }
        Obstacle obstacle = obstacle(g);
        if (obstacle == null) {
            go(g, n, going, "");
        }
        return obstacle;
    }

    /** Starts a group where it is offline and belongs. */
    @Nullable
    Obstacle here(int g, int n, String why) {
        long bar = board.barOfOwner(g, n);
        if (bar != Bar.FREE) {
            return new Obstacle(words.bar(g, n, bar), Bar.passes(bar));
        }
        Obstacle obstacle = obstacle(g);
        if (obstacle == null) {
            start(g, n, index.group(g).cause(), why);
        }
        return obstacle;
    }

    /** Returns the first node that can take a group, or {@link Index#NONE}; writes down what is in the way on each. */
    int best(int g, int except) {
        int[] list = index.list[g];
        long[] bars = new long[list.length];
        int found = NONE;
        boolean roomy = false;
        for (int i = 0; i < list.length; i++) {
            bars[i] = board.bar(g, list[i]);
            if (bars[i] == Bar.FREE && list[i] != except && !roomy) {
                boolean crowded = board.crowded(g, list[i]);
                found = found == NONE || !crowded ? list[i] : found;
                roomy = !crowded;
            }
        }
        courses[g].bars = bars;
        return found;
    }

    /** Returns why none was found, after {@link #best}. */
    Obstacle nowhere(int g, int except) {
        boolean passes = false;
        boolean others = false;
        long[] bars = courses[g].bars;
        for (int i = 0; bars != null && i < bars.length; i++) {
            boolean counts = index.list[g][i] != except;
            others |= counts;
            passes |= counts && Bar.passes(bars[i]);
        }
        if (!others) {
            return new Obstacle("no other node is in its list", false);
        }
        return new Obstacle(except == NONE ? "no node can take it" : "no other node can take it", passes);
    }

    /** Returns why a group can start nowhere at all, or null. */
    @Nullable
    Obstacle obstacle(int g) {
        Obstacle unknown = unknown(g);
        if (unknown != null) {
            return unknown;
        }
        if (remains.lost[g].length > 0 && !index.definition(g).failover().automatic()) {
            int n = remains.lost[g][0];
            return new Obstacle(index.node(n) + " is lost and may still run it, and failover is by hand", false);
        }
        if (index.group(g).waited()) {
            return null;
        }
        for (int before : index.after[g]) {
            if (courses[before].start == NONE && !online(before)) {
                return new Obstacle("it starts after " + index.id(before) + ", " + words.state(before), true);
            }
        }
        return null;
    }

    /** Returns where it is not known whether something of a group is online, or null. */
    @Nullable
    Obstacle unknown(int g) {
        if (remains.awaited[g].length > 0) {
            return new Obstacle(
                    index.node(remains.awaited[g][0]) + " may still run something of it, and has not come yet", true);
        }
        return remains.unknown[g].length == 0
                ? null
                : new Obstacle(
                        "whether something of it is online on " + index.node(remains.unknown[g][0])
                                + " is not known yet",
                        true);
    }

    private boolean online(int g) {
        return board.settled[g]
                && index.owner[g] != NONE
                && index.inContact(index.owner[g])
                && index.state[g] == GroupState.ONLINE
                && courses[g].stop == null;
    }

    /** Returns why a group does not fail over by itself now, or null. */
    @Nullable
    Obstacle failover(int g) {
        FailoverPolicy policy = index.definition(g).failover();
        if (!policy.automatic()) {
            return new Obstacle("manual failover: it moves by hand only", false);
        }
        int nodes = index.list[g].length;
        int allowed = policy.failovers().orElse(nodes - 1);
        int used = index.group(g).failovers();
        if (used >= allowed && nodes > 1) {
            return new Obstacle(
                    "its failovers are used up: " + used + " of " + allowed + " within "
                            + Words.period(policy.within()),
                    false);
        }
        return null;
    }

    private void go(int g, int n, Going going, String choice) {
        if (going.from() != NONE) {
            courses[g].stop = going.stop();
            courses[g].stopReason = going.why() + "; it goes to " + index.node(n);
        }
        start(g, n, going.start(), going.why() + choice);
    }

    private void start(int g, int n, StartCause cause, String why) {
        Course course = courses[g];
        course.start = n;
        course.cause = cause;
        course.startReason = why;
        course.reason = why;
        board.put(g, n);
        board.unsure[g] = false;
        board.later[g] = false;
        board.settled[g] = true;
    }

    /** Writes down that a group stops where it is and starts nowhere. */
    void stop(int g, String why) {
        courses[g].stop = StopCause.GROUP_STOP;
        courses[g].stopReason = why;
        nowhere(g, why, false);
    }

    /** Writes down that a group will be nowhere. */
    void nowhere(int g, String why, boolean later) {
        board.take(g);
        board.later[g] = later;
        board.settled[g] = true;
        courses[g].reason = why;
    }

    /** Writes down that a group stays where it is. */
    void stays(int g, int n, String why) {
        board.put(g, n);
        board.settled[g] = true;
        courses[g].reason = why;
    }

    /** Adds to why a group will be where it will be. */
    void note(int g, String text) {
        courses[g].note = text;
    }
}
