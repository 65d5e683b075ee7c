package io.clp.testkit.internal.fake;

import io.clp.FailoverGroup;
import io.clp.GroupChanged;
import io.clp.GroupEvent;
import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.ResourceChanged;
import io.clp.ResourceId;
import io.clp.resource.Resource;
import io.clp.resource.ResourceState;
import io.clp.resource.ResourceTier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that hold at every instant, by what the machines hold and by what their controllers report. Under the world's lock. */
final class Rules {
    private final World world;
    private final Map<GroupId, FailoverGroup> groups = new LinkedHashMap<>();
    private final Map<GroupId, List<Holding>> holdings = new LinkedHashMap<>();
    private final Map<NodeId, Map<GroupId, Map<ResourceId, ResourceState>>> states = new LinkedHashMap<>();
    private final Map<GroupId, Start> lastStarts = new LinkedHashMap<>();

    Rules(World world) {
        this.world = world;
    }

    void know(FailoverGroup group) {
        groups.put(group.id(), group);
        holdings.put(group.id(), Holding.of(group));
    }

    /** Forgets what a process reported that is gone. */
    void forget(NodeId node) {
        states.remove(node);
    }

    /** Checks what the machines hold. */
    void check() {
        holdings.forEach(this::oneHolder);
        Set<Disk> seen = new LinkedHashSet<>();
        Map<String, NodeId> usable = new LinkedHashMap<>();
        for (Machine machine : world.machines.values()) {
            for (Volume volume : machine.volumes.all()) {
                if (volume.mountPoint != null && seen.add(volume.disk)) {
                    mountedOnce(machine, volume);
                }
            }
            for (String address : machine.addresses.usable()) {
                NodeId other = usable.putIfAbsent(address, machine.node);
                if (other != null) {
                    world.violated(
                            machine.node, "address " + address + " is usable on " + other + " and on " + machine.node);
                }
            }
        }
    }

    private void oneHolder(GroupId group, List<Holding> things) {
        String holder = null;
        for (Machine machine : world.machines.values()) {
            String held = machine.poweredOn() && canHost(group, machine) ? firstHeld(machine, things) : null;
            if (held == null) {
                continue;
            }
            String here = machine.node + " (" + held + ")";
            if (holder != null) {
                world.violated(
                        machine.node, "two machines hold resources of group " + group + ": " + holder + " and " + here);
                return;
            }
            holder = here;
        }
    }

    /** A machine that is not in the group's list is a stranger who may have the group's address, say: no holder of the group. */
    private boolean canHost(GroupId group, Machine machine) {
        FailoverGroup known = groups.get(group);
        return known == null || known.nodes().contains(machine.node);
    }

    private static @Nullable String firstHeld(Machine machine, List<Holding> things) {
        for (Holding thing : things) {
            if (thing.heldBy(machine)) {
                return thing.name();
            }
        }
        return null;
    }

    private void mountedOnce(Machine machine, Volume volume) {
        for (Volume other : volume.disk.volumes) {
            if (other != volume && other.mountPoint != null) {
                world.violated(
                        machine.node,
                        "a disk is mounted twice and its content corrupted: as " + volume.name + " on " + machine.node
                                + " at " + volume.mountPoint + ", and as " + other.name + " at " + other.mountPoint);
            }
        }
    }

    /** Checks what a controller on a machine reports. */
    void heard(Machine machine, GroupEvent event) {
        FailoverGroup group = groups.get(event.group());
        if (event instanceof GroupChanged changed) {
            epochsGrow(machine, changed);
        } else if (event instanceof ResourceChanged changed && changed.from() != changed.to() && group != null) {
            Map<ResourceId, ResourceState> known = states.computeIfAbsent(machine.node, it -> new LinkedHashMap<>())
                    .computeIfAbsent(event.group(), it -> new LinkedHashMap<>());
            known.put(changed.resource(), changed.to());
            startsAfterItsDependencies(machine, group, changed, known);
            isReleasedAfterItsDependents(machine, group, changed, known);
        }
    }

    private void epochsGrow(Machine machine, GroupChanged changed) {
        if (changed.from() == changed.to() || changed.to() != GroupState.ONLINE_PENDING || changed.epoch() == 0) {
            return;
        }
        Start last = lastStarts.get(changed.group());
        Start start = new Start(machine.node, changed.epoch());
        if (last == null || start.epoch > last.epoch) {
            lastStarts.put(changed.group(), start);
        } else if (!start.equals(last)) {
            world.violated(
                    machine.node,
                    "group " + changed.group() + " starts with epoch " + changed.epoch() + " on " + machine.node
                            + ", after " + last.epoch + " on " + last.node);
        }
    }

    /** What a probe finds online is as it is; what is brought online, or has been, comes after its dependencies. */
    private void startsAfterItsDependencies(
            Machine machine, FailoverGroup group, ResourceChanged changed, Map<ResourceId, ResourceState> known) {
        boolean begins = changed.to() == ResourceState.ONLINE_PENDING;
        boolean ends = changed.to() == ResourceState.ONLINE && changed.from() == ResourceState.ONLINE_PENDING;
        if (!begins && !ends) {
            return;
        }
        for (ResourceId dependency : group.dependenciesOf(changed.resource())) {
            ResourceState state = known.getOrDefault(dependency, ResourceState.UNKNOWN);
            // A dependency may fail while what needs it starts; it is not taken offline meanwhile.
            boolean right = state == ResourceState.ONLINE || (ends && state == ResourceState.ONLINE_FAILURE);
            if (!right) {
                world.violated(
                        machine.node,
                        "group " + group.id() + ": " + changed.resource() + " is " + changed.to() + " while "
                                + dependency + ", which it depends on, is " + state);
            }
        }
    }

    private void isReleasedAfterItsDependents(
            Machine machine, FailoverGroup group, ResourceChanged changed, Map<ResourceId, ResourceState> known) {
        ResourceId released = changed.resource();
        if (changed.to() != ResourceState.OFFLINE_PENDING
                || group.resource(released.value()).tier() != ResourceTier.PARTITION) {
            return;
        }
        for (ResourceId dependent : dependents(group, released)) {
            ResourceState state = known.getOrDefault(dependent, ResourceState.OFFLINE);
            if (state != ResourceState.OFFLINE) {
                world.violated(
                        machine.node,
                        "group " + group.id() + ": partition " + released + " is released while " + dependent
                                + ", which depends on it, is " + state);
            }
        }
    }

    private static List<ResourceId> dependents(FailoverGroup group, ResourceId of) {
        Set<ResourceId> found = new LinkedHashSet<>(Set.of(of));
        for (boolean more = true; more; ) {
            more = false;
            for (Resource resource : group.resources()) {
                if (group.dependenciesOf(resource.id()).stream().anyMatch(found::contains)) {
                    more |= found.add(resource.id());
                }
            }
        }
        List<ResourceId> dependents = new ArrayList<>(found);
        dependents.remove(of);
        return dependents;
    }

    private record Start(NodeId node, long epoch) {}
}
