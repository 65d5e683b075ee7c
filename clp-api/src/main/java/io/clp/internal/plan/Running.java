package io.clp.internal.plan;

import static io.clp.internal.plan.Index.NONE;

import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.failover.FinalAction;
import io.clp.internal.plan.Chooser.Going;
import io.clp.internal.plan.Chooser.Obstacle;
import io.clp.internal.plan.Picture.NodeStatus;
import org.jspecify.annotations.Nullable;

/** Decides about groups that a node in contact runs, or may be running. */
final class Running {
    private final Chooser chooser;
    private final Index index;
    private final Board board;
    private final Words words;
    /** Whether a group is beside one that it must not be beside, and gives way. */
    private final boolean[] yields;
    /** Whether nothing can be done about a group now. */
    private final boolean[] stuck;

    Running(Chooser chooser) {
        this.chooser = chooser;
        index = chooser.index;
        board = chooser.board;
        words = chooser.words;
        yields = new boolean[index.groupCount];
        stuck = new boolean[index.groupCount];
    }

    /** Settles a group that is wanted, where nothing can be done about it. */
    void fixed(int g, int owner) {
        GroupState state = index.state[g];
        boolean failed = index.failed[g];
        stuck[g] = switch (state) {
            case ONLINE_PENDING, OFFLINE_PENDING, OFFLINE_FAILURE -> true;
            case UNKNOWN -> !failed;
            case ONLINE, OFFLINE, ONLINE_FAILURE -> false;
        };
        if (stuck[g]) {
            chooser.stays(g, owner, Words.stays(state));
            if (failed && state == GroupState.OFFLINE_FAILURE) {
                end(g, owner, verdict(g, owner) + "; " + Words.stays(state));
            }
        }
    }

    /** Puts every running group where it is, those that may stay first, and settles these where they depend on nobody. */
    void keep() {
        for (int g : index.order) {
            if (isRunning(g) && isCalm(g)) {
                int owner = index.owner[g];
                long bar = board.beside(g, owner);
                yields[g] = bar != Bar.FREE && !Bar.passes(bar);
                if (yields[g]) {
                    continue;
                }
                board.put(g, owner);
                if (index.leaders[g].length == 0) {
                    chooser.stays(g, owner, Words.stays(index.state[g]));
                }
            }
        }
        for (int g : index.order) {
            if (isRunning(g) && board.at[g] == NONE) {
                board.put(g, index.owner[g]);
            }
        }
    }

    private boolean isRunning(int g) {
        int owner = index.owner[g];
        return !board.settled[g] && owner != NONE && index.inContact(owner) && index.state[g] != GroupState.OFFLINE;
    }

    /** Returns whether nothing asks a running group to leave its node. */
    private boolean isCalm(int g) {
        int owner = index.owner[g];
        int target = index.target[g];
        return !index.failed[g] && (target == NONE || target == owner) && index.status(owner) != NodeStatus.DRAINING;
    }

    /** Decides about a running group, unless it is better to hear of the others first. */
    void decide(int g, int owner, boolean last) {
        if (moved(g, owner)) {
            return;
        }
        if (index.failed[g]) {
            failover(g, owner, last);
        } else if (index.status(owner) == NodeStatus.DRAINING) {
            drain(g, owner, last);
        } else {
            stayOrLeave(g, owner, last, Words.stays(index.state[g]));
        }
    }

    /** Moves a group where somebody wants it; where that cannot be, says so and returns false. */
    boolean moved(int g, int owner) {
        int target = index.target[g];
        if (target == NONE || target == owner) {
            return false;
        }
        NodeId to = index.node(target);
        Obstacle obstacle = held(g, owner);
        if (obstacle == null) {
            String why = "somebody moves it from " + index.node(owner) + " to " + to;
            obstacle = chooser.to(g, target, new Going(owner, StopCause.GROUP_MOVE, StartCause.START, why));
        }
        if (obstacle != null) {
            String how = obstacle.passes() ? " is not possible now: " : " is refused: ";
            chooser.note(g, "the move to " + to + how + obstacle.reason());
        } else {
            chooser.note(g, "");
        }
        return obstacle == null;
    }

    /** Returns why a group cannot leave its node on purpose: one that is only where it is cannot be stopped. */
    @Nullable
    Obstacle held(int g, int owner) {
        for (int follower : index.followers[g]) {
            if (stuck[follower] && board.at[follower] == owner) {
                return new Obstacle(
                        index.id(follower) + ", which is only where it is, cannot leave: "
                                + Words.stays(index.state[follower]),
                        true);
            }
        }
        return null;
    }

    /** Moves a failed group to another node, or ends with its final action. */
    void failover(int g, int owner, boolean last) {
        String why = verdict(g, owner);
        Obstacle obstacle = chooser.failover(g);
        if (obstacle == null) {
            obstacle = chooser.toBest(g, new Going(owner, StopCause.GROUP_FAILOVER, StartCause.FAILOVER, why));
        }
        if (obstacle == null || !last) {
            return;
        }
        String what = why + "; " + obstacle.reason();
        if (index.state[g] == GroupState.OFFLINE) {
            chooser.nowhere(g, what, obstacle.passes());
        } else {
            chooser.stays(g, owner, what);
        }
        if (!obstacle.passes()) {
            end(g, owner, what);
        }
    }

    private String verdict(int g, int owner) {
        NodeId node = index.node(owner);
        String barred = index.group(g).barred().getOrDefault(node, "");
        return index.group(g)
                .failed()
                .map(it -> "it failed on " + node + ": " + it)
                .orElse("it failed on " + node + ": " + barred);
    }

    /** Runs the final action, once, where there is one and somebody else is there. */
    private void end(int g, int owner, String why) {
        FinalAction action = index.definition(g).failover().finalAction();
        if (action.kind() == FinalAction.Kind.NONE) {
            return;
        }
        if (index.group(g).ended()) {
            chooser.note(g, "its final action has run: " + action);
        } else if (action.runsAlone() || hasCompany(g, owner)) {
            chooser.courses[g].end = why + ": " + action;
        } else {
            chooser.note(g, "its final action does not run, because no other node of its list is in contact");
        }
    }

    private boolean hasCompany(int g, int owner) {
        for (int n : index.list[g]) {
            if (n != owner && index.inContact(n)) {
                return true;
            }
        }
        return false;
    }

    private void drain(int g, int owner, boolean last) {
        String why = index.node(owner) + " is draining";
        Obstacle obstacle = held(g, owner);
        if (obstacle == null) {
            obstacle = chooser.toBest(g, new Going(owner, StopCause.GROUP_MOVE, StartCause.START, why));
        }
        if (obstacle != null && last) {
            stayOrLeave(g, owner, true, why + ", but it stays: " + obstacle.reason());
        }
    }

    /** Leaves a group where it is, or takes it away from where it may not be any more. */
    void stayOrLeave(int g, int owner, boolean last, String stays) {
        long bar = board.without(g, owner);
        if (bar == Bar.FREE && yields[g]) {
            bar = board.beside(g, owner);
        }
        if (bar == Bar.FREE) {
            chooser.stays(g, owner, stays);
            return;
        }
        String why = "it may not be on " + index.node(owner) + ": " + words.bar(g, owner, bar);
        Obstacle obstacle = Bar.passes(bar)
                ? new Obstacle(words.bar(g, owner, bar), true)
                : chooser.toBest(g, new Going(owner, StopCause.GROUP_MOVE, StartCause.START, why));
        if (obstacle == null || !last) {
            return;
        }
        if (obstacle.passes()) {
            chooser.stays(g, owner, stays + "; " + obstacle.reason());
        } else {
            chooser.stop(g, why + "; " + obstacle.reason());
        }
    }
}
