package io.clp.iis.schedules;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.platform.NodeThing;
import io.clp.platform.ServiceState;
import io.clp.resource.Resource;
import io.clp.resource.ResourceState;
import io.clp.resource.SwitchablePartition;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/** After the faults have healed, every group that can run runs, and then stops. */
final class Finale {
    private final Cluster cluster;
    private final Disturbances disturbances;
    private final boolean together;
    private final boolean stopFirst;
    private final Set<FailoverGroup> started = new LinkedHashSet<>();

    Finale(Cluster cluster, Disturbances disturbances, long seed) {
        this.cluster = cluster;
        this.disturbances = disturbances;
        together = seed % 2 == 0;
        stopFirst = seed % 3 == 0;
    }

    void perform() {
        disturbances.heal();
        rest();
        cluster.calls.all.forEach(it -> require(!it.open(), it.toString()));
        nothingIsLeftHanging();
        for (Node node : cluster.nodes) {
            if (!node.runs()) {
                cluster.boot(node);
            }
        }
        disturbances.heal();
        int groups = cluster.layout.groups.size();
        for (int g = 0; g < groups; g++) {
            start(g);
            if (!together) {
                stop(g);
            }
        }
        for (int g = 0; together && g < groups; g++) {
            stop(g);
        }
        rest();
    }

    /** Lets everything come to rest, moves that are still to come included. */
    private void rest() {
        for (int i = 0; i < 3; i++) {
            cluster.machines.settle();
            cluster.pursue();
        }
    }

    /** What hung has come back, so nothing is unknown any more, and what is said to be offline is. */
    private void nothingIsLeftHanging() {
        for (Node node : cluster.nodes) {
            for (FailoverGroup group : cluster.layout.groups) {
                if (!node.runs() || !node.hosts(group)) {
                    continue;
                }
                GroupState state = node.controller().view(group).state();
                require(
                        state != GroupState.ONLINE_PENDING && state != GroupState.OFFLINE_PENDING,
                        group.id() + " on " + node.name + " is still " + state);
                if (state == GroupState.OFFLINE && !node.lied()) {
                    holdsNothing(node, group);
                }
                if (state == GroupState.OFFLINE_FAILURE) {
                    node.controller()
                            .view(group)
                            .resources()
                            .forEach((resource, its) -> require(
                                    its != ResourceState.UNKNOWN,
                                    resource + " of " + group.id() + " on " + node.name + " is still unknown"));
                }
            }
        }
    }

    private void start(int g) {
        FailoverGroup group = cluster.layout.groups.get(g);
        Node holder = cluster.holder(g);
        Node node = holder == null ? cluster.host(g, g) : holder;
        if (stopFirst) {
            cluster.stop(g, node, StopCause.GROUP_STOP, Cluster.Way.WAITING);
            answeredWell(g, GroupState.OFFLINE, node);
        }
        require(
                cluster.start(g, node, StartCause.FAILOVER, Cluster.Way.WAITING),
                group.id() + " cannot even be started on " + node.name);
        if (answeredWell(g, GroupState.ONLINE, node) != Outcome.DONE) {
            return; // believed to be online, and nothing monitors it: whether it is was not looked at
        }
        started.add(group);
        for (Resource resource : group.resources()) {
            if (resource instanceof SwitchablePartition partition) {
                String volume = partition.volumeOn(NodeId.of(node.name));
                require(node.machine.volume(volume).mounted(), volume + " is not mounted");
            }
        }
    }

    private void stop(int g) {
        FailoverGroup group = cluster.layout.groups.get(g);
        Node node = Objects.requireNonNull(cluster.holder(g));
        cluster.stop(g, node, StopCause.GROUP_STOP, Cluster.Way.WAITING);
        answeredWell(g, GroupState.OFFLINE, node);
        holdsNothing(node, group);
        for (FailoverGroup other : cluster.layout.groups) {
            if (started.contains(other)
                    && cluster.holder(cluster.layout.groups.indexOf(other)) == node
                    && node.controller().view(other).state() == GroupState.ONLINE) {
                isServed(node, other);
            }
        }
    }

    private Outcome answeredWell(int g, GroupState wanted, Node node) {
        Call call = cluster.calls.all.get(cluster.calls.all.size() - 1);
        cluster.pursue();
        Outcome outcome = call.report == null ? Outcome.FAILED : call.report.outcome();
        require(
                outcome == Outcome.DONE || outcome == Outcome.NOTHING_TO_DO,
                "nothing is wrong any more, but " + call + ": " + (call.error == null ? "" : call.error.getMessage()));
        FailoverGroup group = cluster.layout.groups.get(g);
        GroupState state = node.controller().view(group).state();
        require(state == wanted, "nothing is wrong any more, but " + group.id() + " is " + state);
        return outcome;
    }

    /** The machine itself has nothing of the group that only one node may have. */
    private static void holdsNothing(Node node, FailoverGroup group) {
        for (Resource resource : group.resources()) {
            if (resource instanceof SwitchablePartition partition) {
                String volume = partition.volumeOn(NodeId.of(node.name));
                require(!node.machine.volume(volume).mounted(), group.id() + " is offline, but has " + volume);
                continue;
            }
            for (NodeThing thing : resource.uses()) {
                boolean held =
                        switch (thing.kind()) {
                            case ADDRESS -> node.machine.receives(thing.name());
                            case SERVICE -> thing.exclusive() && running(node, thing.name());
                            default -> false;
                        };
                require(!held, group.id() + " is offline on " + node.name + ", but has " + thing);
            }
        }
    }

    private static void isServed(Node node, FailoverGroup group) {
        for (Resource resource : group.resources()) {
            for (NodeThing thing : resource.uses()) {
                boolean there = thing.kind() != NodeThing.Kind.SERVICE
                        || node.machine.services().state(thing.name()) == ServiceState.NOT_INSTALLED
                        || node.machine.services().state(thing.name()) == ServiceState.RUNNING;
                require(there, group.id() + " is online on " + node.name + ", but " + thing + " does not run");
            }
        }
    }

    private static boolean running(Node node, String service) {
        ServiceState state = node.machine.services().state(service);
        return state != ServiceState.STOPPED && state != ServiceState.NOT_INSTALLED;
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new Broken(otherwise);
        }
    }
}
