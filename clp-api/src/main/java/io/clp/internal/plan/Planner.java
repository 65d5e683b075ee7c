package io.clp.internal.plan;

import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.failover.Plan;
import java.util.Optional;

/**
 * Says what is to be done in a cluster. The same picture gives the same plan on every node. Time is linear in groups, nodes and what
 * groups say of each other.
 */
public final class Planner {
    private Planner() {}

    /** Returns what is to be done in a cluster, and where every group will be. */
    public static Plan plan(Picture picture) {
        Chooser decided = Decider.decide(picture);
        return new Plan(Steps.of(decided), Placements.of(decided));
    }

    /**
     * Returns why a node could not start a group now, where the others are as the plan will have them; what people want of the group, where
     * it is, its order with others and its counts do not matter.
     *
     * @return in words; empty: it could
     * @throws IllegalArgumentException the picture does not have the group
     */
    public static Optional<String> check(Picture picture, GroupId group, NodeId node) {
        Chooser decided = Decider.decide(picture);
        int g = position(decided.index, group);
        if (!decided.index.known[g]) {
            return Optional.of(decided.words.unknown(g));
        }
        if (decided.index.node(node) == Index.NONE) {
            return Optional.of(node + ": it is not in the group's list");
        }
        int n = decided.index.node(node);
        long bar = decided.board.bar(g, n);
        if (bar != Bar.FREE) {
            return Optional.of(node + ": " + decided.words.bar(g, n, bar));
        }
        return Optional.ofNullable(decided.unknown(g)).map(Chooser.Obstacle::reason);
    }

    /**
     * Returns why it is too early for a group to start on a node: another one that it must not be beside has not left yet, or one that it is
     * only beside has not come yet, wherever the plan may have them.
     *
     * @return in words; empty: nothing is in the way there now
     * @throws IllegalArgumentException the picture does not have the group
     */
    public static Optional<String> tooEarly(Picture picture, GroupId group, NodeId node) {
        Index index = new Index(picture);
        int g = position(index, group);
        int n = index.node(node);
        if (n == Index.NONE) {
            return Optional.empty();
        }
        Words words = new Words(index);
        Remains remains = new Remains(index);
        for (int other = 0; other < index.groupCount; other++) {
            boolean there = index.owner[other] == n && index.state[other] != GroupState.OFFLINE;
            long bar = other == g ? Bar.FREE : index.apart(g, other);
            if (bar != Bar.FREE && (there || remains.runningAt(other, n))) {
                return Optional.of(node + ": " + words.bar(g, n, bar));
            }
        }
        for (int leader : index.leaders[g]) {
            if (index.owner[leader] != n || index.state[leader] == GroupState.OFFLINE) {
                return Optional.of(node + ": " + words.bar(g, n, Bar.WITHOUT.of(leader)));
            }
        }
        return Optional.empty();
    }

    /**
     * The best node for a group.
     *
     * @param node which; empty: there is none
     * @param reason why there is none
     */
    public record Best(Optional<NodeId> node, Optional<String> reason) {}

    /**
     * Returns the first node of a group's list that {@link #check} lets pass.
     *
     * @param except which node does not count; empty: all do
     * @throws IllegalArgumentException the picture does not have the group
     */
    public static Best best(Picture picture, GroupId group, Optional<NodeId> except) {
        Chooser decided = Decider.decide(picture);
        int g = position(decided.index, group);
        if (!decided.index.known[g]) {
            return none(decided.words.unknown(g));
        }
        Chooser.Obstacle unknown = decided.unknown(g);
        if (unknown != null) {
            return none(unknown.reason());
        }
        int without = except.isPresent() ? decided.index.node(except.get()) : Index.NONE;
        int n = decided.best(g, without);
        return n == Index.NONE
                ? none(decided.nowhere(g, without).reason())
                : new Best(Optional.of(decided.index.node(n)), Optional.empty());
    }

    private static Best none(String reason) {
        return new Best(Optional.empty(), Optional.of(reason));
    }

    private static int position(Index index, GroupId group) {
        int g = index.groupPosition(group);
        if (g == Index.NONE) {
            throw new IllegalArgumentException("the picture has no group " + group);
        }
        return g;
    }
}
