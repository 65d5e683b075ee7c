package io.clp.internal.decide;

import io.clp.FailoverGroup;
import io.clp.Operation.Kind;
import io.clp.ResourceId;
import io.clp.platform.NodeThing;
import io.clp.resource.Resource;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ResourceTier;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What of a group never changes, by the index of its resources: a dependency always has a lower index than what depends on it. Immutable.
 */
public final class Shape {
    private final Resource[] resources;
    private final Map<ResourceId, Integer> indices = new HashMap<>();
    private final ResourcePolicy[] policies;
    private final long[] probeNanos;
    private final long[] onlineNanos;
    private final long[] offlineNanos;
    private final Hooks[] hooks;
    private final boolean[] partition;
    private final boolean[] things;
    final int[][] dependencies;
    final int[][] dependents;
    /** For a partition: what must be offline before it is released. Empty for all others. */
    final int[][] users;
    /** For every resource: the partitions that wait for it, beside its own dependencies. */
    final int[][] usedPartitions;
    /** The resources that have {@link io.clp.resource.Resource#released}. */
    final int[] releasers;
    /** What each resource rests on, directly or not. */
    final BitSet[] below;

    private Shape(FailoverGroup group) {
        List<Resource> order = topological(group);
        int size = order.size();
        resources = order.toArray(Resource[]::new);
        for (int i = 0; i < size; i++) {
            indices.put(resources[i].id(), i);
        }
        policies = new ResourcePolicy[size];
        probeNanos = new long[size];
        onlineNanos = new long[size];
        offlineNanos = new long[size];
        hooks = new Hooks[size];
        partition = new boolean[size];
        things = new boolean[size];
        dependencies = new int[size][];
        below = new BitSet[size];
        for (int i = 0; i < size; i++) {
            Resource resource = resources[i];
            policies[i] = group.policyOf(resource.id());
            probeNanos[i] = policies[i].probeDeadline().toNanos();
            onlineNanos[i] = policies[i].onlineDeadline().toNanos();
            offlineNanos[i] = policies[i].offlineDeadline().toNanos();
            hooks[i] = Hooks.of(resource);
            partition[i] = resource.tier() == ResourceTier.PARTITION;
            things[i] = !resource.uses().isEmpty();
            dependencies[i] = group.dependenciesOf(resource.id()).stream()
                    .mapToInt(this::index)
                    .sorted()
                    .toArray();
            below[i] = new BitSet(size);
            for (int dependency : dependencies[i]) {
                below[i].set(dependency);
                below[i].or(below[dependency]);
            }
        }
        dependents = reversed(dependencies);
        users = new int[size][];
        for (int i = 0; i < size; i++) {
            users[i] = partition[i] ? usersOf(i) : new int[0];
        }
        usedPartitions = reversed(users);
        releasers = IntStream.range(0, size).filter(i -> hooks[i].released()).toArray();
    }

    /** Returns the shape of a group. */
    public static Shape of(FailoverGroup group) {
        return new Shape(group);
    }

    /** Returns how many resources there are. */
    public int size() {
        return resources.length;
    }

    /** Returns a resource. */
    public Resource resource(int index) {
        return resources[index];
    }

    /** Returns a resource's index, -1 where the group has no such resource. */
    public int index(ResourceId id) {
        return indices.getOrDefault(id, -1);
    }

    /** Returns a resource's deadlines and retries. */
    public ResourcePolicy policy(int index) {
        return policies[index];
    }

    /** Returns which optional methods a resource has. */
    public Hooks hooks(int index) {
        return hooks[index];
    }

    /** Returns whether a resource is a partition. */
    public boolean partition(int index) {
        return partition[index];
    }

    /** Returns whether a resource's operations are serialised with others'. */
    public boolean usesThings(int index) {
        return things[index];
    }

    /** Returns what a resource directly depends on. The array is not to be written to. */
    public int[] dependencies(int index) {
        return dependencies[index];
    }

    /** Returns what directly depends on a resource. The array is not to be written to. */
    public int[] dependents(int index) {
        return dependents[index];
    }

    /** Returns how long an attempt may take. */
    public long deadlineNanos(int index, Kind kind) {
        return switch (kind) {
            case PROBE -> probeNanos[index];
            case ONLINE, ONLINE_BLOCKED, RECOVERED -> onlineNanos[index];
            case OFFLINE, RELEASED -> offlineNanos[index];
        };
    }

    long graceNanos(int index) {
        return probeNanos[index];
    }

    int attempts(int index, Kind kind) {
        return switch (kind) {
            case ONLINE -> policies[index].onlineRetries() + 1;
            case OFFLINE -> policies[index].offlineRetries() + 1;
            default -> 1;
        };
    }

    private int[] usersOf(int index) {
        Set<String> volumes = volumes(index);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            boolean shares = !partition[i]
                    && !below[index].get(i) // what the partition itself rests on outlives it
                    && volumes(i).stream().anyMatch(volumes::contains);
            if (i != index && (below[i].get(index) || shares)) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private Set<String> volumes(int index) {
        Set<String> volumes = new HashSet<>();
        for (NodeThing thing : resources[index].uses()) {
            if (thing.kind() == NodeThing.Kind.VOLUME) {
                volumes.add(thing.key());
            }
        }
        return volumes;
    }

    private static List<Resource> topological(FailoverGroup group) {
        List<Resource> order = new ArrayList<>();
        Map<ResourceId, Integer> open = new HashMap<>();
        Map<ResourceId, List<Resource>> waiting = new HashMap<>();
        List<Resource> ready = new ArrayList<>();
        for (Resource resource : group.resources()) {
            Set<ResourceId> dependencies = group.dependenciesOf(resource.id());
            open.put(resource.id(), dependencies.size());
            dependencies.forEach(
                    it -> waiting.computeIfAbsent(it, key -> new ArrayList<>()).add(resource));
            if (dependencies.isEmpty()) {
                ready.add(resource);
            }
        }
        for (int next = 0; next < ready.size(); next++) {
            Resource resource = ready.get(next);
            order.add(resource);
            for (Resource waiter : waiting.getOrDefault(resource.id(), List.of())) {
                if (open.merge(waiter.id(), -1, Integer::sum) == 0) {
                    ready.add(waiter);
                }
            }
        }
        return order;
    }

    private static int[][] reversed(int[][] edges) {
        int[] counts = new int[edges.length];
        for (int[] targets : edges) {
            for (int target : targets) {
                counts[target]++;
            }
        }
        int[][] result = new int[edges.length][];
        for (int i = 0; i < edges.length; i++) {
            result[i] = new int[counts[i]];
        }
        int[] next = new int[edges.length];
        for (int source = 0; source < edges.length; source++) {
            for (int target : edges[source]) {
                result[target][next[target]++] = source;
            }
        }
        return result;
    }
}
