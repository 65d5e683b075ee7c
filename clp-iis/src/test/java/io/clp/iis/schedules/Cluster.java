package io.clp.iis.schedules;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.iis.IisResource;
import io.clp.resource.Resource;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The machines and controllers of a run, and who holds which group: what a cluster manager would know. */
final class Cluster implements AutoCloseable {
    /** A machine that hosts no group: who keeps the time, and takes an address that is not its own. */
    static final String OUTSIDER = "PRN";

    private static final String WEB = "W3SVC";

    final Layout layout;
    final FakeMachines machines;
    final List<Node> nodes = new ArrayList<>();
    final Calls calls;
    private final @Nullable Node[] holders;
    private final @Nullable Node[] targets;
    private final StartCause[] causes;
    private final long[] epochs;
    private final boolean[] numbered;
    int moves;
    int powerOffs;

    Cluster(Schedule schedule) {
        Draw draw = new Draw(schedule.seed());
        layout = new Layout(draw);
        List<String> names = new ArrayList<>(layout.nodes);
        names.add(OUTSIDER);
        machines = FakeMachines.builder()
                .nodes(names.toArray(new String[0]))
                .provide(layout.groups.toArray(new FailoverGroup[0]))
                .latencies(Latencies.windowsServer())
                .iisVersion(layout.iisVersion)
                .seed(schedule.seed())
                .build();
        calls = new Calls(machines.node(OUTSIDER).timeline());
        BoundedFaults bounded = new BoundedFaults(schedule.faultsMax());
        for (String name : layout.nodes) {
            FakePlatform machine = machines.node(name);
            machine.commands().when(Application.COMMAND, call -> 0);
            Node node = new Node(machine, layout.groups, schedule, bounded);
            node.begin();
            nodes.add(node);
        }
        if (!layout.twoWay && draw.percent(50)) {
            filesAreHeldOpen();
        }
        int groups = layout.groups.size();
        holders = new @Nullable Node[groups];
        targets = new @Nullable Node[groups];
        causes = new StartCause[groups];
        Arrays.fill(causes, StartCause.START);
        epochs = new long[groups];
        numbered = new boolean[groups];
        for (int g = 0; g < groups; g++) {
            numbered[g] = draw.percent(70);
        }
    }

    /** Makes IIS keep its content open, so that the partition cannot be released while IIS runs. */
    private void filesAreHeldOpen() {
        for (FailoverGroup group : layout.groups) {
            for (Node node : nodes) {
                if (node.hosts(group) && group.resources().stream().anyMatch(Cluster::servesWeb)) {
                    group.resources().stream()
                            .filter(SwitchablePartition.class::isInstance)
                            .map(it -> ((SwitchablePartition) it).volumeOn(NodeId.of(node.name)))
                            .forEach(it -> node.machine.service(WEB).holds(it));
                }
            }
        }
    }

    private static boolean servesWeb(Resource resource) {
        return resource instanceof IisResource
                && resource.uses().stream().anyMatch(it -> it.name().equalsIgnoreCase(WEB));
    }

    @Nullable
    Node holder(int group) {
        return holders[group];
    }

    /** Returns a node that can host a group: the one that is asked for, or the next in the group's list. */
    Node host(int group, int wanted) {
        List<Node> able =
                nodes.stream().filter(it -> it.hosts(layout.groups.get(group))).toList();
        return able.get(wanted % able.size());
    }

    /** Starts a group on a node, where nobody else may still hold it. */
    boolean start(int group, Node node, StartCause cause, Way way) {
        if (!node.runs() || (holders[group] != node && !released(group))) {
            return false;
        }
        if (holders[group] != node) {
            epochs[group]++;
        }
        holders[group] = node;
        FailoverGroup definition = layout.groups.get(group);
        GroupController controller = node.controller();
        boolean plain = !numbered[group];
        long epoch = epochs[group];
        Call call = new Call(Call.Kind.START, node, group, definition, "start" + (plain ? "" : " with epoch " + epoch));
        if (plain && way == Way.ASYNC) {
            calls.async(call, () -> controller.startAsync(definition, cause));
        } else if (way == Way.WAITING) {
            calls.waiting(
                    call,
                    () -> plain ? controller.start(definition, cause) : controller.start(definition, cause, epoch));
        } else {
            calls.forked(
                    call,
                    () -> plain ? controller.start(definition, cause) : controller.start(definition, cause, epoch));
        }
        return true;
    }

    void stop(int group, Node node, StopCause cause, Way way) {
        if (!node.runs()) {
            return;
        }
        FailoverGroup definition = layout.groups.get(group);
        GroupController controller = node.controller();
        Call call = new Call(Call.Kind.STOP, node, group, definition, "stop");
        switch (way) {
            case ASYNC -> calls.async(call, () -> controller.stopAsync(definition, cause));
            case FORKED -> calls.forked(call, () -> controller.stop(definition, cause));
            case WAITING -> calls.waiting(call, () -> controller.stop(definition, cause));
        }
    }

    void restart(int group, Node node, ResourceId from) {
        FailoverGroup definition = layout.groups.get(group);
        GroupController controller = node.controller();
        Call call = new Call(Call.Kind.RESTART, node, group, definition, "restart of " + from);
        calls.forked(call, () -> controller.restart(definition, from));
    }

    void recover(int group, Node node) {
        FailoverGroup definition = layout.groups.get(group);
        GroupController controller = node.controller();
        Call call = new Call(Call.Kind.RECOVER, node, group, definition, "recover");
        calls.forked(call, () -> {
            controller.recover(definition);
            return null;
        });
    }

    /** Moves a group as soon as its holder has let go of it. */
    void moveTo(int group, Node target, StartCause cause) {
        targets[group] = target;
        causes[group] = cause;
    }

    /** Starts what was to move and can; gives up what cannot. */
    void pursue() {
        for (int g = 0; g < targets.length; g++) {
            Node target = targets[g];
            if (target != null && !calls.open(g)) {
                targets[g] = null;
                if (start(g, target, causes[g], Way.FORKED)) {
                    moves++;
                    calls.say("moved: " + layout.groups.get(g).id() + " to " + target.name);
                }
            }
        }
        nodes.forEach(Node::check);
        calls.check();
        if (!layout.overlaps.isEmpty()) {
            throw new Broken("one operation at a time: " + layout.overlaps);
        }
    }

    /** Returns whether a group may start elsewhere: its holder stopped it cleanly, and answered truly. */
    private boolean released(int group) {
        Node holder = holders[group];
        if (holder == null) {
            return true;
        }
        boolean free = holder.runs()
                && !holder.lied()
                && !calls.open(group)
                && holder.controller().view(layout.groups.get(group)).state() == GroupState.OFFLINE;
        if (free) {
            holders[group] = null;
        }
        return free;
    }

    void powerOff(Node node) {
        node.machine.powerOff();
        calls.lost(node);
        node.off();
        powerOffs++;
        for (int g = 0; g < holders.length; g++) {
            if (holders[g] == node) {
                holders[g] = null;
            }
        }
    }

    void boot(Node node) {
        node.machine.boot();
        node.begin();
    }

    /** Ends a node's process, and begins another one. */
    void killProcess(Node node) {
        node.machine.killProcess();
        calls.lost(node);
        node.end();
        node.begin();
    }

    /** Returns the groups that a node holds. */
    Set<GroupId> heldBy(Node node) {
        Set<GroupId> held = new LinkedHashSet<>();
        for (int g = 0; g < holders.length; g++) {
            if (holders[g] == node) {
                held.add(layout.groups.get(g).id());
            }
        }
        return held;
    }

    void pass(Duration time) {
        machines.advance(time);
        pursue();
    }

    @Override
    public void close() {
        machines.close();
    }

    /** How a call is made. */
    enum Way {
        ASYNC,
        FORKED,
        WAITING;

        static Way of(int choice) {
            return choice % 2 == 0 ? ASYNC : FORKED;
        }
    }
}
