package io.clp.internal.definition;

import io.clp.FailoverGroup;
import io.clp.GroupId;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.failover.FailoverPolicy;
import io.clp.failover.PlacementPolicy;
import io.clp.monitor.Monitor;
import io.clp.monitor.MonitorId;
import io.clp.platform.NodeThing;
import io.clp.resource.Resource;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ResourceTier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Puts a group together from what its builder was told, and finds all that is wrong with it. Not thread-safe. */
public final class GroupAssembly {
    private final String id;
    private final List<String> nodes = new ArrayList<>();
    private final List<ResourceEntry> entries = new ArrayList<>();
    private FailoverPolicy failover = FailoverPolicy.defaults();
    private PlacementPolicy placement = PlacementPolicy.defaults();
    private boolean autoStart = true;
    private final List<Monitor> monitors = new ArrayList<>();

    /**
     * The parts of a group.
     *
     * @param id its name
     * @param nodes its nodes
     * @param resources its resources in the order of the definition
     * @param dependencies what each directly depends on
     * @param policies deadlines of each
     * @param failover when it moves
     * @param placement where it may be
     * @param autoStart whether it starts by itself
     * @param monitors those of the resources, then the further ones
     */
    public record Result(
            GroupId id,
            List<NodeId> nodes,
            Map<ResourceId, Resource> resources,
            Map<ResourceId, Set<ResourceId>> dependencies,
            Map<ResourceId, ResourcePolicy> policies,
            FailoverPolicy failover,
            PlacementPolicy placement,
            boolean autoStart,
            List<Monitor> monitors) {}

    /** Begins a group; the name is checked at the end. */
    public GroupAssembly(String id) {
        this.id = id;
    }

    /** Adds nodes, by priority. */
    public void nodes(List<String> byPriority) {
        nodes.addAll(byPriority);
    }

    /** Adds a resource and returns what its settings are written to. */
    public ResourceEntry add(Resource resource) {
        ResourceEntry entry = new ResourceEntry(resource);
        entries.add(entry);
        return entry;
    }

    /** Sets the failover policy. */
    public void failover(FailoverPolicy policy) {
        failover = policy;
    }

    /** Sets where the group may be. */
    public void placement(PlacementPolicy policy) {
        placement = policy;
    }

    /** Sets whether the group starts by itself. */
    public void autoStart(boolean value) {
        autoStart = value;
    }

    /** Adds a monitor beside those of the resources. */
    public void monitor(Monitor monitor) {
        monitors.add(monitor);
    }

    /** Builds the group of its parts, or throws all that is wrong. */
    public FailoverGroup build(Function<Result, FailoverGroup> constructor) {
        Problems problems = new Problems("group " + id);
        GroupId groupId = checkedId(problems);
        List<NodeId> nodeIds = checkedNodes(problems);
        Map<ResourceId, Resource> resources = checkedResources(problems);
        Map<ResourceId, Set<ResourceId>> dependencies = Dependencies.resolve(entries, resources, problems);
        Map<ResourceId, ResourcePolicy> policies = new LinkedHashMap<>();
        entries.forEach(it -> policies.putIfAbsent(it.resource().id(), it.policy()));
        checkThings(resources, problems);
        checkFailovers(nodeIds.size(), problems);
        checkPlacement(groupId, problems);
        List<Monitor> all = checkedMonitors(resources, policies, problems);
        FailoverGroup group = constructor.apply(
                new Result(groupId, nodeIds, resources, dependencies, policies, failover, placement, autoStart, all));
        for (Resource resource : resources.values()) {
            resource.validate(group).forEach(it -> problems.add("resource", resource.id(), it));
        }
        problems.throwIfAny();
        return group;
    }

    private List<Monitor> checkedMonitors(
            Map<ResourceId, Resource> resources, Map<ResourceId, ResourcePolicy> policies, Problems problems) {
        Map<MonitorId, Monitor> all = new LinkedHashMap<>();
        policies.forEach((resource, policy) -> {
            Monitor own = Monitor.ofResource(resource, policy);
            all.put(own.id(), own);
        });
        for (Monitor monitor : monitors) {
            if (all.putIfAbsent(monitor.id(), monitor) != null) {
                problems.add(
                        "monitor",
                        monitor.id(),
                        "two monitors of the group have this id; each resource has a monitor of its own name");
            }
            if (!resources.containsKey(monitor.watches())) {
                problems.add(
                        "monitor " + monitor.id() + " watches", monitor.watches(), "the group has no such resource");
            }
        }
        return List.copyOf(all.values());
    }

    private GroupId checkedId(Problems problems) {
        String problem = Names.idProblem(id);
        problems.addIf("id", id, problem);
        return GroupId.of(problem == null ? id : "invalid");
    }

    private List<NodeId> checkedNodes(Problems problems) {
        Set<NodeId> valid = new LinkedHashSet<>();
        if (nodes.isEmpty()) {
            problems.add("nodes", "", "at least one node must be able to host the group");
        }
        for (String node : nodes) {
            String problem = Names.nodeProblem(node);
            problems.addIf("nodes", node, problem);
            if (problem == null && !valid.add(NodeId.of(node))) {
                problems.add("nodes", node, "named twice");
            }
        }
        return List.copyOf(valid);
    }

    private void checkFailovers(int nodeCount, Problems problems) {
        failover.failovers().ifPresent(count -> {
            if (nodeCount > 0 && count > nodeCount - 1) {
                problems.add(
                        "failovers",
                        count,
                        "failovers " + count + " > nodes " + nodeCount
                                + " - 1: each goes to a node that has not failed yet");
            }
            if (count == 0 && failover.automatic()) {
                problems.add(
                        "failovers",
                        count,
                        "failovers 0 and automatic true contradict each other: automatic(false) is failover by hand");
            }
        });
    }

    private void checkPlacement(GroupId self, Problems problems) {
        String why = "a group does not name itself";
        problems.addIf("startAfter", self, placement.startAfter().contains(self) ? why : null);
        problems.addIf("sameNodeAs", self, placement.sameNodeAs().contains(self) ? why : null);
        problems.addIf("neverWith", self, placement.neverWith().contains(self) ? why : null);
    }

    private Map<ResourceId, Resource> checkedResources(Problems problems) {
        Map<ResourceId, Resource> valid = new LinkedHashMap<>();
        if (entries.isEmpty()) {
            problems.add("resources", "", "a group has at least one resource");
        }
        for (ResourceEntry entry : entries) {
            if (valid.putIfAbsent(entry.resource().id(), entry.resource()) != null) {
                problems.add("resource", entry.resource().id(), "two resources of the group have this id");
            }
        }
        return valid;
    }

    /**
     * Two partitions on one mount point, or one address twice, cannot work within a group either. What merely uses the volume of the
     * group's partition, or its address, may say so.
     */
    private static void checkThings(Map<ResourceId, Resource> resources, Problems problems) {
        Map<String, ResourceId> seen = new LinkedHashMap<>();
        for (Resource resource : resources.values()) {
            for (NodeThing thing : Things.sorted(resource)) {
                ResourceId other = thing.exclusive() && provides(resource.tier(), thing.kind())
                        ? seen.putIfAbsent(thing.key(), resource.id())
                        : null;
                if (other != null) {
                    problems.add(
                            Things.kindOf(thing),
                            thing.name(),
                            "used by resource " + other + " and by resource " + resource.id());
                }
            }
        }
    }

    private static boolean provides(ResourceTier tier, NodeThing.Kind kind) {
        return switch (kind) {
            case VOLUME, MOUNT_POINT -> tier == ResourceTier.PARTITION;
            case ADDRESS -> tier == ResourceTier.ADDRESS;
            case SERVICE, NAMED -> false;
        };
    }
}
