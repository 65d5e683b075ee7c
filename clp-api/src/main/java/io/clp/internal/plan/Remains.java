package io.clp.internal.plan;

import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.internal.definition.Names;
import io.clp.internal.plan.Picture.Truth;
import io.clp.resource.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is, or may be, left of groups on nodes that do not have them: what is there must be stopped, what is not known must be probed, and
 * what a lost node has must be fenced, before the group starts. Nodes ascend. Not changed once it is made.
 */
final class Remains {
    /** Where something of a group is online or failed, on nodes that can act. */
    final int[][] running;
    /** Where it is not known whether something is, on nodes that can act. */
    final int[][] unknown;
    /** Where something may be, on nodes out of contact. */
    final int[][] lost;
    /** Where something may be, on nodes that have not come yet. */
    final int[][] awaited;

    private final Index index;

    Remains(Index index) {
        this.index = index;
        running = new int[index.groupCount][];
        unknown = new int[index.groupCount][];
        lost = new int[index.groupCount][];
        awaited = new int[index.groupCount][];
        List<Found> found = new ArrayList<>();
        for (int g = 0; g < index.groupCount; g++) {
            running[g] = Index.NOTHING;
            unknown[g] = Index.NOTHING;
            lost[g] = Index.NOTHING;
            awaited[g] = Index.NOTHING;
            if (index.known[g]) {
                for (Map.Entry<NodeId, Map<ResourceId, Truth>> it :
                        index.truths.get(g).entrySet()) {
                    look(g, it.getKey(), it.getValue(), found);
                }
            }
        }
        found.sort(Comparator.comparing(it -> Names.fold(it.node().value())));
        found.forEach(it -> keep(it, index.nodePosition(it.node())));
    }

    /** What is or may be left of a group on a node. */
    private record Found(int group, NodeId node, boolean runs, boolean open) {}

    private static void look(int g, NodeId node, Map<ResourceId, Truth> resources, List<Found> found) {
        boolean runs = false;
        boolean open = false;
        for (Truth truth : resources.values()) {
            runs |= truth == Truth.ONLINE || truth == Truth.FAILED;
            open |= truth == Truth.UNKNOWN;
        }
        if (runs || open) {
            found.add(new Found(g, node, runs, open));
        }
    }

    private void keep(Found found, int n) {
        int g = found.group();
        if (n == index.owner[g]) {
            return;
        }
        switch (index.status(n)) {
            case FENCED -> {}
            case AWAITED -> awaited[g] = with(awaited[g], n);
            case LOST -> lost[g] = with(lost[g], n);
            case ONLINE, STANDBY, DRAINING -> {
                running[g] = found.runs() ? with(running[g], n) : running[g];
                unknown[g] = found.open() ? with(unknown[g], n) : unknown[g];
            }
        }
    }

    private static int[] with(int[] nodes, int n) {
        return Graphs.union(nodes, new int[] {n});
    }

    /** Returns whether nothing is left of a group anywhere. */
    boolean none(int g) {
        return running[g].length == 0 && unknown[g].length == 0 && lost[g].length == 0 && awaited[g].length == 0;
    }

    /** Returns the resources of a group whose truth on a node is not known, in the order of the definition. */
    List<ResourceId> unknownOn(int g, int n) {
        Map<ResourceId, Truth> truth = truth(g, n);
        Set<ResourceId> others = new TreeSet<>(truth.keySet());
        List<ResourceId> found = new ArrayList<>();
        for (Resource resource : index.definition(g).resources()) {
            others.remove(resource.id());
            boolean missing = n == index.owner[g] && !truth.containsKey(resource.id());
            if (missing || truth.get(resource.id()) == Truth.UNKNOWN) {
                found.add(resource.id());
            }
        }
        others.removeIf(it -> truth.get(it) != Truth.UNKNOWN);
        found.addAll(others);
        return found;
    }

    /** Returns the resources of a group that are online or failed on a node, in words. */
    String runningOn(int g, int n) {
        Map<ResourceId, Truth> truth = truth(g, n);
        List<String> found = new ArrayList<>();
        for (ResourceId id : new TreeSet<>(truth.keySet())) {
            if (truth.get(id) == Truth.ONLINE) {
                found.add(id + " is online");
            } else if (truth.get(id) == Truth.FAILED) {
                found.add(id + " has failed");
            }
        }
        return String.join(", ", found);
    }

    private Map<ResourceId, Truth> truth(int g, int n) {
        return index.truths.get(g).getOrDefault(index.node(n), Map.of());
    }

    /** Returns whether something of a group may be on a node that does not have it and can act, and nobody knows. */
    boolean unknownAt(int g, int n) {
        return Arrays.binarySearch(unknown[g], n) >= 0;
    }

    /** Returns whether something of a group is on a node that does not have it. */
    boolean runningAt(int g, int n) {
        return Arrays.binarySearch(running[g], n) >= 0;
    }
}
