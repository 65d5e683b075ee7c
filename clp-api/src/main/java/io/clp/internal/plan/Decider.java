package io.clp.internal.plan;

import static io.clp.internal.plan.Index.NONE;

import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.internal.plan.Chooser.Going;
import io.clp.internal.plan.Chooser.Obstacle;
import io.clp.internal.plan.Picture.NodeStatus;
import org.jspecify.annotations.Nullable;

/**
 * Decides where every group will be. First come those about which nothing can be done, then those that stay, so that nobody is sent to
 * where they are; then those that must go somewhere, in the order of what they depend on: once taking what is free already, and once more
 * for those that found nothing, because others may have left meanwhile. Failbacks come last: they are a wish, the others a need.
 */
final class Decider {
    private final Chooser chooser;
    private final Index index;
    private final Remains remains;
    private final Board board;
    private final Words words;
    private final Running running;

    private Decider(Chooser chooser) {
        this.chooser = chooser;
        index = chooser.index;
        remains = chooser.remains;
        board = chooser.board;
        words = chooser.words;
        running = new Running(chooser);
    }

    /** Returns what is decided of a picture. */
    static Chooser decide(Picture picture) {
        Chooser chooser = new Chooser(picture);
        new Decider(chooser).run();
        return chooser;
    }

    private void run() {
        for (int g : index.order) {
            fixed(g);
        }
        running.keep();
        for (int g : index.order) {
            if (!board.settled[g] && isCalmIdle(g)) {
                chooser.here(g, index.owner[g], idleness(index.owner[g]));
            }
        }
        for (int sweep = 0; sweep < 2; sweep++) {
            for (int g : index.order) {
                if (!board.settled[g]) {
                    decide(g, sweep == 1);
                }
            }
        }
        new Failbacks(chooser, running, this::again).run();
    }

    /** Decides once more about a group, as if nothing had been decided about it. */
    private void again(int g) {
        chooser.courses[g] = new Course();
        int owner = index.owner[g];
        if (owner != NONE && index.inContact(owner) && index.state[g] != GroupState.OFFLINE) {
            board.put(g, owner);
        } else {
            board.take(g);
        }
        decide(g, true);
    }

    /** Settles a group about which nothing can be done. */
    private void fixed(int g) {
        int owner = index.owner[g];
        boolean wanted = index.wanted[g];
        if (!index.known[g]) {
            chooser.nowhere(g, words.unknown(g), false);
            board.unsure[g] = true;
        } else if (owner == NONE) {
            board.unsure[g] = remains.lost[g].length > 0 || remains.awaited[g].length > 0;
            if (!wanted) {
                chooser.nowhere(g, "it is stopped until somebody starts it", false);
            }
        } else if (!index.inContact(owner)) {
            board.unsure[g] = index.status(owner) != NodeStatus.FENCED;
            if (!wanted) {
                chooser.nowhere(g, "it is stopped until somebody starts it; it was on " + out(owner), false);
            }
        } else if (index.state[g] == GroupState.OFFLINE) {
            if (!wanted) {
                chooser.nowhere(g, "it is stopped until somebody starts it; " + index.node(owner) + " keeps it", false);
            }
        } else if (!wanted) {
            chooser.stays(g, owner, "somebody stops it; it is left as it is");
        } else {
            running.fixed(g, owner);
        }
    }

    /** Decides about a group, unless it is better to hear of the others first. */
    private void decide(int g, boolean last) {
        int owner = index.owner[g];
        if (owner == NONE) {
            free(g, last);
        } else if (!index.inContact(owner)) {
            orphan(g, owner, last);
        } else if (index.state[g] == GroupState.OFFLINE) {
            idle(g, owner, last);
        } else {
            running.decide(g, owner, last);
        }
    }

    private void free(int g, boolean last) {
        StartCause cause = index.group(g).cause();
        int preferred = index.next[g] != NONE ? index.next[g] : index.target[g];
        if (preferred != NONE) {
            String why =
                    (index.next[g] != NONE ? "it was released for " : "somebody moves it to ") + index.node(preferred);
            Obstacle obstacle = chooser.to(g, preferred, new Going(NONE, StopCause.GROUP_MOVE, cause, why));
            if (obstacle == null || !last) {
                return;
            }
            if (obstacle.passes()) {
                chooser.nowhere(g, why + "; not started: " + obstacle.reason(), true);
                return;
            }
            chooser.note(g, why + ", but " + obstacle.reason());
        }
        Obstacle obstacle = chooser.toBest(g, new Going(NONE, StopCause.GROUP_MOVE, cause, "no node has it"));
        if (obstacle != null && last) {
            chooser.nowhere(g, "not started: " + obstacle.reason(), obstacle.passes());
        }
    }

    /** Takes a group over whose node is out of contact. */
    private void orphan(int g, int owner, boolean last) {
        String why = "it was on " + out(owner);
        Obstacle obstacle = index.status(owner) == NodeStatus.AWAITED
                ? new Obstacle(index.node(owner) + " has not come yet, and may", true)
                : chooser.failover(g);
        if (obstacle == null) {
            obstacle = chooser.toBest(g, new Going(NONE, StopCause.GROUP_FAILOVER, StartCause.FAILOVER, why));
        }
        if (obstacle != null && last) {
            chooser.nowhere(g, why + "; not started: " + obstacle.reason(), obstacle.passes());
        }
    }

    private String out(int owner) {
        NodeId node = index.node(owner);
        return switch (index.status(owner)) {
            case AWAITED -> node + ", which may still run it";
            case FENCED -> node + ", which was fenced";
            case LOST, ONLINE, STANDBY, DRAINING -> node + ", which is lost and may still run it";
        };
    }

    private boolean isCalmIdle(int g) {
        int owner = index.owner[g];
        return owner != NONE
                && index.inContact(owner)
                && index.status(owner) != NodeStatus.DRAINING
                && index.state[g] == GroupState.OFFLINE
                && index.target[g] == NONE
                && !index.failed[g]
                && !board.barred(g, owner);
    }

    private String idleness(int owner) {
        return "it is offline on " + index.node(owner) + ", which has it";
    }

    /** Starts a group that a node has and does not run, there or elsewhere. */
    private void idle(int g, int owner, boolean last) {
        if (running.moved(g, owner)) {
            return;
        }
        boolean failed = index.failed[g] || board.barred(g, owner);
        if (failed) {
            running.failover(g, owner, last);
            return;
        }
        String why = idleness(owner);
        Obstacle obstacle;
        if (index.status(owner) == NodeStatus.DRAINING) {
            why += " and is draining";
            obstacle = elsewhere(g, owner, why);
        } else {
            obstacle = chooser.here(g, owner, why);
            if (obstacle != null && !obstacle.passes() && chooser.obstacle(g) == null) {
                why += " and cannot start it: " + obstacle.reason();
                obstacle = elsewhere(g, owner, why);
            }
        }
        if (obstacle != null && last) {
            chooser.nowhere(g, why + "; not started: " + obstacle.reason(), obstacle.passes());
        }
    }

    private @Nullable Obstacle elsewhere(int g, int owner, String why) {
        return chooser.toBest(
                g, new Going(owner, StopCause.GROUP_MOVE, index.group(g).cause(), why));
    }
}
