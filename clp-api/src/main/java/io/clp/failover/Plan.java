package io.clp.failover;

import io.clp.GroupId;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StopCause;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be done in a cluster and where every group will be, each with its reason in words. A value: making it does nothing.
 * {@code toString()} is for people.
 *
 * @param actions what is to be done; an action begins when all it waits for are done, others in any order
 * @param placements where every group will be, in the order of the groups
 */
public record Plan(List<Action> actions, List<Placement> placements) {
    /**
     * Keeps copies.
     *
     * @param actions what is to be done
     * @param placements where every group will be
     */
    public Plan {
        actions = List.copyOf(actions);
        placements = List.copyOf(placements);
    }

    /** The kinds of action. */
    public enum Kind {
        /** A group is started on a node. */
        START,
        /** A group, or what is found of it, is stopped on a node. */
        STOP,
        /** A node looks what is true of a group's resource. */
        PROBE,
        /** A node is made sure not to run anything. */
        FENCE,
        /** A group's final action runs on its node. */
        FINAL_ACTION
    }

    /**
     * One action.
     *
     * @param number its number in the plan, from 1
     * @param kind what is done
     * @param node on which node; for {@link Kind#FENCE}, to which
     * @param group which group; empty for {@link Kind#FENCE}
     * @param resource which resource, for {@link Kind#PROBE}
     * @param startCause why the group starts, for {@link Kind#START}
     * @param stopCause why the group stops, for {@link Kind#STOP}
     * @param reason why, in words
     * @param after the numbers of the actions it waits for, ascending
     */
    public record Action(
            int number,
            Kind kind,
            NodeId node,
            Optional<GroupId> group,
            Optional<ResourceId> resource,
            Optional<StartCause> startCause,
            Optional<StopCause> stopCause,
            String reason,
            List<Integer> after) {
        /**
         * Keeps a copy of the list.
         *
         * @param number its number
         * @param kind what is done
         * @param node where
         * @param group which group
         * @param resource which resource
         * @param startCause why it starts
         * @param stopCause why it stops
         * @param reason why, in words
         * @param after what it waits for
         */
        public Action {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(node, "node");
            after = List.copyOf(after);
        }
    }

    /**
     * Where a group will be.
     *
     * @param group which group
     * @param node on which node; empty: on none
     * @param reason why there, or why nowhere, in words
     * @param notElsewhere why not on the other nodes of the group's list, in its order
     */
    public record Placement(GroupId group, Optional<NodeId> node, String reason, Map<NodeId, String> notElsewhere) {
        /**
         * Keeps a copy of the map.
         *
         * @param group which group
         * @param node on which node
         * @param reason why
         * @param notElsewhere why not elsewhere
         */
        public Placement {
            notElsewhere = NodeTexts.copyOf(notElsewhere);
        }
    }

    /** {@return the plan for people: the actions with what they wait for, then where every group will be and why not elsewhere} */
    @Override
    public String toString() {
        return PlanText.of(this);
    }

    /**
     * Returns where a group will be.
     *
     * @param group which group
     * @return its placement
     * @throws IllegalArgumentException the plan does not know the group
     */
    public Placement placementOf(GroupId group) {
        return placements.stream()
                .filter(it -> it.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the plan has no group " + group));
    }
}
