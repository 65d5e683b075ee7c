package io.clp.internal.plan;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.StartCause;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a cluster at one moment. A value; the maps keep their order.
 *
 * @param nodes every node that any group names, once; a node that a group names and that is not among them counts as lost
 * @param groups every group
 */
public record Picture(List<Node> nodes, List<Group> groups) {
    /** Keeps copies. */
    public Picture {
        nodes = List.copyOf(nodes);
        groups = List.copyOf(groups);
    }

    /** What a node can be. */
    public enum NodeStatus {
        /** In contact, and may host groups. */
        ONLINE,
        /** In contact, keeps what it has, takes nothing more. */
        STANDBY,
        /** In contact, gives away what it has. */
        DRAINING,
        /** Not heard of yet, and may run anything; it counts as lost where it does not come soon. Until then nothing is done about it. */
        AWAITED,
        /** Out of contact, and may still run anything. It cannot act. */
        LOST,
        /** Out of contact, and certainly dead (or the user takes it for that). It cannot act. */
        FENCED;

        /** Returns whether the node can act. */
        public boolean inContact() {
            return this != AWAITED && this != LOST && this != FENCED;
        }
    }

    /**
     * A node.
     *
     * @param id its name
     * @param status what is known of it
     */
    public record Node(NodeId id, NodeStatus status) {}

    /** Who has the right to a group. */
    public sealed interface Ownership {
        /**
         * Not known; nothing is done about the group.
         *
         * @param why in words
         */
        record Unknown(String why) implements Ownership {}

        /**
         * Nobody has it.
         *
         * @param next the only node that may claim it, where there is one
         */
        record Free(Optional<NodeId> next) implements Ownership {}

        /**
         * A node has it.
         *
         * @param owner which
         */
        record Held(NodeId owner) implements Ownership {}
    }

    /** What people want of a group. */
    public enum Wish {
        /** That it runs. */
        RUN,
        /** That it does not, until somebody asks; a node that holds it without running it keeps it. */
        STOPPED
    }

    /** What is known of a resource on a node. */
    public enum Truth {
        /** It is online. */
        ONLINE,
        /** It is certainly offline. */
        OFFLINE,
        /** It is neither, and that is known. */
        FAILED,
        /** Nothing is known. */
        UNKNOWN
    }

    /**
     * A group.
     *
     * @param definition its definition
     * @param ownership who has it
     * @param wish what people want of it
     * @param state its state on its owner, as far as is known; {@link GroupState#OFFLINE} where nobody has it
     * @param failed there is a verdict that it cannot stay where it is, and restarts are used up; in words
     * @param target where people want it now, for one move
     * @param barred the nodes it must not be started on now, with the reason (a start there failed)
     * @param failovers how many failovers count against it now
     * @param waited whether it has waited for those it starts after as long as it may
     * @param truth what is known of its resources on nodes that do not own it, or whose state is not known; a node that is not in it holds
     *     nothing. Of its owner it counts only while the group's state is {@link GroupState#UNKNOWN}
     * @param cause why it starts if nothing but its being free, or offline where it belongs, makes it start: {@link StartCause#FAILOVER}
     *     from the stop by which it fails over until it is online again; {@link StartCause#START} otherwise, and where that is not known
     * @param ended whether its final action has run for the present failure
     */
    public record Group(
            FailoverGroup definition,
            Ownership ownership,
            Wish wish,
            GroupState state,
            Optional<String> failed,
            Optional<NodeId> target,
            Map<NodeId, String> barred,
            int failovers,
            boolean waited,
            Map<NodeId, Map<ResourceId, Truth>> truth,
            StartCause cause,
            boolean ended) {}
}
