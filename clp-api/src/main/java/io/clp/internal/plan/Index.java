package io.clp.internal.plan;

import io.clp.FailoverGroup;
import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.failover.Exclusion;
import io.clp.failover.PlacementPolicy;
import io.clp.internal.definition.Names;
import io.clp.internal.plan.Picture.NodeStatus;
import io.clp.internal.plan.Picture.Ownership;
import io.clp.internal.plan.Picture.Truth;
import io.clp.internal.plan.Picture.Wish;
import io.clp.resource.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture by positions, nodes by name and groups as they come, so that what is asked for every group again is an element of an array,
 * read from the picture once. The maps are only looked up in, never gone through: their order is not the same everywhere. Not changed once
 * it is made.
 */
final class Index {
    static final int NONE = -1;
    static final int[] NOTHING = {};

    final int groupCount;
    /** Whether people want that a group runs. */
    final boolean[] wanted;
    /** Whether there is a verdict on a group. */
    final boolean[] failed;
    /** Whether a group goes back by itself. */
    final boolean[] failback;
    /** Whether there is a node that a group must not be started on. */
    final boolean[] barred;
    /** Whether a group shares its node with other exclusive groups. */
    final Exclusion[] exclusion;
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

    /** What is known of a group's resources. */
    final List<Map<NodeId, Map<ResourceId, Truth>>> truths;

    private final Picture.Group[] groups;
    private final FailoverGroup[] definitions;
    private final GroupId[] ids;
    private final Map<NodeId, Integer> nodePositions = new HashMap<>();
    private final Map<GroupId, Integer> groupPositions;
    private final List<NodeId> nodes = new ArrayList<>();
    private final List<NodeStatus> statuses = new ArrayList<>();

    Index(Picture picture) {
        groups = picture.groups().toArray(Picture.Group[]::new);
        groupCount = groups.length;
        groupPositions = new HashMap<>(groupCount * 2);
        definitions = new FailoverGroup[groupCount];
        ids = new GroupId[groupCount];
        truths = new ArrayList<>(groupCount);
        PlacementPolicy[] policies = new PlacementPolicy[groupCount];
        wanted = new boolean[groupCount];
        failed = new boolean[groupCount];
        failback = new boolean[groupCount];
        barred = new boolean[groupCount];
        exclusion = new Exclusion[groupCount];
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
            definitions[g] = groups[g].definition();
            ids[g] = definitions[g].id();
            groupPositions.putIfAbsent(ids[g], g);
            policies[g] = definitions[g].placement();
            truths.add(groups[g].truth());
            place(g);
            describe(g);
        }
        leaders = new int[groupCount][];
        after = new int[groupCount][];
        int[][] named = new int[groupCount][];
        for (int g = 0; g < groupCount; g++) {
            leaders[g] = positions(g, policies[g].sameNodeAs());
            after[g] = positions(g, policies[g].startAfter());
            named[g] = positions(g, policies[g].neverWith());
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
        List<NodeId> own = definitions[g].nodes();
        list[g] = new int[own.size()];
        for (int i = 0; i < own.size(); i++) {
            list[g][i] = nodePosition(own.get(i));
        }
    }

    private void describe(int g) {
        Picture.Group group = groups[g];
        wanted[g] = group.wish() == Wish.RUN;
        failed[g] = group.failed().isPresent();
        failback[g] = definitions[g].failover().failback();
        barred[g] = !group.barred().isEmpty();
        exclusion[g] = definitions[g].placement().exclusion();
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
        return definitions[g];
    }

    GroupId id(int g) {
        return ids[g];
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

    /** Returns why two groups are never on one node, or {@link Bar#FREE}. */
    long apart(int g, int other) {
        for (int enemy : never[g]) {
            if (enemy == other) {
                return Bar.NEVER.of(other);
            }
        }
        boolean exclusive = exclusion[g] != Exclusion.NONE && exclusion[other] != Exclusion.NONE;
        boolean absolute = exclusion[g] == Exclusion.ABSOLUTE || exclusion[other] == Exclusion.ABSOLUTE;
        return exclusive && absolute ? Bar.EXCLUSIVE.of(other) : Bar.FREE;
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
