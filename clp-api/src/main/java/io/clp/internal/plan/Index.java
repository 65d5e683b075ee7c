package io.clp.internal.plan;

import io.clp.FailoverGroup;
import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.failover.PlacementPolicy;
import io.clp.internal.definition.Names;
import io.clp.internal.plan.Picture.NodeStatus;
import io.clp.internal.plan.Picture.Ownership;
import io.clp.internal.plan.Picture.Truth;
import io.clp.resource.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture by positions, nodes by name and groups as they come, so that what is asked for every group again is an array's element. The maps are only looked up in, never gone
 * through: their order is not the same everywhere. Not changed once it is made.
 */
final class Index {
    static final int NONE = -1;
    static final int[] NOTHING = {};

    final int groupCount;
    /** Whether it is known who has a group, or that nobody does. */
    final boolean[] known;
    /** Who has a group, or {@link #NONE}. */
    final int[] owner;
    /** A group's state on its owner; what a complete truth there says where the state is not known. */
    final GroupState[] state;
    /** For whom a free group was released, or {@link #NONE}. */
    final int[] next;
    /** Where people want a group, or {@link #NONE}. */
    final int[] target;
    /** The nodes of a group, the preferred one first. */
    final int[][] list;
    /** What a group is on the same node as. */
    final int[][] leaders;
    /** What is on the same node as a group. */
    final int[][] followers;
    /** What a group starts after. */
    final int[][] after;
    /** What a group is never with, whichever of the two said so. */
    final int[][] never;
    /** The groups, each behind those that it depends on, else as in the picture. */
    final int[] order;
    /** Where a group stands in the order. */
    final int[] rank;

    private final Picture.Group[] groups;
    private final Map<NodeId, Integer> nodePositions = new HashMap<>();
    private final Map<GroupId, Integer> groupPositions;
    private final List<NodeId> nodes = new ArrayList<>();
    private final List<NodeStatus> statuses = new ArrayList<>();

    Index(Picture picture) {
        groups = picture.groups().toArray(Picture.Group[]::new);
        groupCount = groups.length;
        groupPositions = new HashMap<>(groupCount * 2);
        known = new boolean[groupCount];
        owner = new int[groupCount];
        state = new GroupState[groupCount];
        next = new int[groupCount];
        target = new int[groupCount];
        list = new int[groupCount][];
        picture.nodes().stream()
                .sorted(Comparator.comparing(it -> Names.fold(it.id().value())))
                .forEach(it -> add(it.id(), it.status()));
        for (int g = 0; g < groupCount; g++) {
            groupPositions.putIfAbsent(groups[g].definition().id(), g);
            place(g);
            forgotten(groups[g].truth());
        }
        leaders = new int[groupCount][];
        after = new int[groupCount][];
        int[][] named = new int[groupCount][];
        for (int g = 0; g < groupCount; g++) {
            PlacementPolicy policy = groups[g].definition().placement();
            leaders[g] = positions(g, policy.sameNodeAs());
            after[g] = positions(g, policy.startAfter());
            named[g] = positions(g, policy.neverWith());
        }
        followers = Graphs.reversed(leaders);
        never = Graphs.bothWays(named);
        order = Graphs.dependenciesFirst(leaders, after);
        rank = new int[groupCount];
        for (int i = 0; i < groupCount; i++) {
            rank[order[i]] = i;
        }
    }

    private void place(int g) {
        Picture.Group group = groups[g];
        Ownership ownership = group.ownership();
        known[g] = !(ownership instanceof Ownership.Unknown);
        owner[g] = ownership instanceof Ownership.Held held ? nodePosition(held.owner()) : NONE;
        next[g] = ownership instanceof Ownership.Free free && free.next().isPresent()
                ? nodePosition(free.next().get())
                : NONE;
        state[g] = state(group);
        target[g] = group.target().isPresent() ? nodePosition(group.target().get()) : NONE;
        List<NodeId> own = group.definition().nodes();
        list[g] = new int[own.size()];
        for (int i = 0; i < own.size(); i++) {
            list[g][i] = nodePosition(own.get(i));
        }
    }

    private static GroupState state(Picture.Group group) {
        if (group.state() != GroupState.UNKNOWN || !(group.ownership() instanceof Ownership.Held held)) {
            return group.state();
        }
        Map<ResourceId, Truth> truth = group.truth().getOrDefault(held.owner(), Map.of());
        boolean online = true;
        boolean offline = true;
        for (Resource resource : group.definition().resources()) {
            Truth each = truth.getOrDefault(resource.id(), Truth.UNKNOWN);
            if (each == Truth.UNKNOWN) {
                return GroupState.UNKNOWN;
            }
            online &= each == Truth.ONLINE;
            offline &= each == Truth.OFFLINE;
        }
        return online ? GroupState.ONLINE : offline ? GroupState.OFFLINE : GroupState.ONLINE_FAILURE;
    }

    /** Returns the positions of groups that the picture has, without the group itself. */
    private int[] positions(int self, List<GroupId> ids) {
        if (ids.isEmpty()) {
            return NOTHING;
        }
        int[] found = new int[ids.size()];
        int count = 0;
        for (GroupId id : ids) {
            Integer position = groupPositions.get(id);
            if (position != null && position != self) {
                found[count++] = position;
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    private int add(NodeId id, NodeStatus status) {
        Integer before = nodePositions.putIfAbsent(id, nodes.size());
        if (before != null) {
            return before;
        }
        nodes.add(id);
        statuses.add(status);
        return nodes.size() - 1;
    }

    /** Returns where a node stands. One that the picture forgot counts as lost. */
    int nodePosition(NodeId id) {
        Integer position = nodePositions.get(id);
        return position != null ? position : add(id, NodeStatus.LOST);
    }

    /** Adds the nodes that only a truth names, in an order that does not depend on the map's. */
    private void forgotten(Map<NodeId, ?> truth) {
        if (!nodePositions.keySet().containsAll(truth.keySet())) {
            truth.keySet().stream()
                    .sorted(Comparator.comparing(it -> Names.fold(it.value())))
                    .forEach(this::nodePosition);
        }
    }

    /** Returns how many nodes there are. */
    int nodeCount() {
        return nodes.size();
    }

    /** Returns where a group stands, or {@link #NONE}. */
    int groupPosition(GroupId id) {
        return groupPositions.getOrDefault(id, NONE);
    }

    Picture.Group group(int g) {
        return groups[g];
    }

    FailoverGroup definition(int g) {
        return groups[g].definition();
    }

    GroupId id(int g) {
        return groups[g].definition().id();
    }

    NodeId node(int n) {
        return nodes.get(n);
    }

    /** Returns where a node stands, or {@link #NONE}. */
    int node(NodeId id) {
        return nodePositions.getOrDefault(id, NONE);
    }

    NodeStatus status(int n) {
        return statuses.get(n);
    }

    boolean inContact(int n) {
        return statuses.get(n).inContact();
    }

    /** Returns where a node stands in a group's list, or {@link #NONE}. */
    int preference(int g, int n) {
        int[] own = list[g];
        for (int i = 0; i < own.length; i++) {
            if (own[i] == n) {
                return i;
            }
        }
        return NONE;
    }
}
