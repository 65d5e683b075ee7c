package io.clp.internal.plan;

import static io.clp.internal.plan.Index.NONE;

import io.clp.GroupState;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.internal.plan.Chooser.Going;
import io.clp.internal.plan.Chooser.Obstacle;
import io.clp.internal.plan.Picture.NodeStatus;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Sends healthy groups back to a node that they prefer, where nothing else is to be done about them, and what is only beside them along. */
final class Failbacks {
    private final Chooser chooser;
    private final Running running;
    private final IntConsumer again;
    private final Index index;
    private final Board board;
    /** Where a group that goes back, or goes along, was to be before; {@link Index#NONE}: it does neither. */
    private final int[] from;

    Failbacks(Chooser chooser, Running running, IntConsumer again) {
        this.again = again;
        this.chooser = chooser;
        this.running = running;
        index = chooser.index;
        board = chooser.board;
        from = new int[index.groupCount];
        Arrays.fill(from, NONE);
    }

    void run() {
        for (int g : index.order) {
            int at = board.at[g];
            if (hasLost(g, at)) {
                from[g] = at;
                follow(g);
            }
            if (index.failback[g] && isHealthy(g) && back(g, index.owner[g])) {
                from[g] = at;
            }
        }
    }

    /** Returns whether one without which a group is nowhere was to be where the group is, and goes. */
    private boolean hasLost(int g, int at) {
        for (int leader : index.leaders[g]) {
            if (at != NONE && from[leader] == at) {
                return true;
            }
        }
        return false;
    }

    /** Decides again about a group that is or will be where its leader is not any more. */
    private void follow(int g) {
        Course course = chooser.courses[g];
        if (isQuiet(g)) {
            running.stayOrLeave(g, index.owner[g], true, course.reason);
        } else if (course.start != NONE && board.without(g, course.start) != Bar.FREE) {
            again.accept(g);
        }
    }

    /** Returns whether a group runs where it is and stays there by what is decided so far. */
    private boolean isQuiet(int g) {
        int owner = index.owner[g];
        return owner != NONE
                && index.inContact(owner)
                && board.at[g] == owner
                && chooser.courses[g].start == NONE
                && (index.state[g] == GroupState.ONLINE || index.state[g] == GroupState.ONLINE_FAILURE)
                && index.wanted[g];
    }

    private boolean isHealthy(int g) {
        return isQuiet(g)
                && index.state[g] == GroupState.ONLINE
                && index.status(index.owner[g]) == NodeStatus.ONLINE
                && index.target[g] == NONE
                && !index.failed[g]
                && chooser.remains.none(g);
    }

    private boolean back(int g, int owner) {
        int to = preferred(g, owner);
        if (to == NONE) {
            return false;
        }
        Obstacle obstacle = running.held(g, owner);
        if (obstacle == null) {
            obstacle = company(g, owner, to);
        }
        if (obstacle == null) {
            String why = "it prefers " + index.node(to) + " to " + index.node(owner);
            obstacle = chooser.to(g, to, new Going(owner, StopCause.GROUP_MOVE, StartCause.START, why));
        }
        if (obstacle != null) {
            chooser.note(g, "it does not go back to " + index.node(to) + ": " + obstacle.reason());
        }
        return obstacle == null;
    }

    /** Returns the first node before its own in a group's list that can take it, and is no worse company, or {@link Index#NONE}. */
    private int preferred(int g, int owner) {
        int[] list = index.list[g];
        int own = index.preference(g, owner);
        int last = own == NONE ? list.length : own;
        int found = NONE;
        boolean crowdedHere = board.crowded(g, owner);
        for (int i = 0; i < last; i++) {
            if (board.bar(g, list[i]) == Bar.FREE) {
                if (!board.crowded(g, list[i])) {
                    return list[i];
                }
                found = found == NONE && crowdedHere ? list[i] : found;
            }
        }
        return found;
    }

    /** Returns why what is only beside a group, and so on, cannot go along; null: it can. */
    @Nullable
    private Obstacle company(int g, int owner, int to) {
        if (index.followers[g].length == 0) {
            return null;
        }
        BitSet along = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        along.set(g);
        open.add(g);
        while (!open.isEmpty()) {
            for (int follower : index.followers[open.remove()]) {
                if (board.at[follower] == owner && !along.get(follower)) {
                    along.set(follower);
                    open.add(follower);
                }
            }
        }
        for (int f = along.nextSetBit(0); f >= 0; f = along.nextSetBit(f + 1)) {
            if (f != g && !canGoAlong(f, to, along)) {
                return new Obstacle(index.id(f) + ", which is only where it is, cannot go along", false);
            }
        }
        return null;
    }

    private boolean canGoAlong(int f, int to, BitSet along) {
        for (int leader : index.leaders[f]) {
            if (!along.get(leader) && board.at[leader] != to) {
                return false;
            }
        }
        return (isQuiet(f) || chooser.courses[f].start != NONE)
                && !index.failed[f]
                && chooser.remains.none(f)
                && index.preference(f, to) != NONE
                && !board.barred(f, to)
                && board.beside(f, to) == Bar.FREE;
    }
}
