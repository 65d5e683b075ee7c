package io.clp.benchmarks.demo;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.MessageBroadcast;
import io.clp.NodeId;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.StopReport;
import io.clp.benchmarks.passage.Passage;
import io.clp.benchmarks.passage.PassageBuilder;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Four fake machines, and who plays the cluster manager on them: nothing in the library decides yet where a group goes. Not
 * thread-safe.
 */
final class Operator implements AutoCloseable {
    private static final String[] NODES = {"SV1", "SV2", "SV3", "SV4"};

    private final Latencies latencies = Latencies.windowsServer();
    private final List<FailoverGroup> groups;
    private final Locale language;
    private final SplittableRandom random;
    private final FakeMachines machines;
    private final Map<String, GroupController> controllers = new LinkedHashMap<>();
    private final Map<FailoverGroup, String> owners = new LinkedHashMap<>();
    private final Map<FailoverGroup, Long> epochs = new LinkedHashMap<>();

    Operator(List<FailoverGroup> groups, String iisVersion, Locale language, long seed) {
        this.groups = List.copyOf(groups);
        this.language = language;
        random = new SplittableRandom(seed);
        machines = FakeMachines.builder()
                .nodes(NODES)
                .provide(groups.toArray(FailoverGroup[]::new))
                .iisVersion(iisVersion)
                .latencies(latencies)
                .seed(seed)
                .build();
        for (String node : NODES) {
            serveContentOn(machines.node(node));
            controllers.put(node, controller(node));
        }
    }

    /** IIS keeps its content open while it runs: a partition that is released too early is refused, as on Windows. */
    private void serveContentOn(FakePlatform node) {
        NodeId id = NodeId.of(node.info().computerName());
        for (FailoverGroup group : groups) {
            group.resources().stream()
                    .filter(SwitchablePartition.class::isInstance)
                    .map(it -> ((SwitchablePartition) it).volumeOn(id))
                    .forEach(node.service("W3SVC")::holds);
        }
    }

    /** Starts every group on its first node. */
    List<Passage> startAll() {
        List<Passage> passages = new ArrayList<>();
        for (FailoverGroup group : groups) {
            String home = home(group);
            StartReport report = start(group, home, StartCause.START);
            passages.add(passage()
                    .report(home, report, Duration.ZERO)
                    .build(group.id() + " starts on " + home, false, report.duration()));
        }
        return passages;
    }

    /** Powers a node off; once that is noticed, starts its groups on the next nodes. */
    List<Passage> powerOff(String node) {
        List<FailoverGroup> hosted = hostedOn(node);
        long lost = now();
        machines.node(node).powerOff();
        controllers.remove(node);
        Duration detection = latencies.failureDetection().draw(random::nextLong);
        machines.advance(detection);
        List<Passage> passages = new ArrayList<>();
        for (FailoverGroup group : hosted) {
            String next = nextOf(group, node);
            Duration begun = since(lost);
            StartReport report = start(group, next, StartCause.FAILOVER);
            passages.add(passage()
                    .node(node, "power off, noticed", Duration.ZERO, detection)
                    .report(next, report, begun)
                    .build(
                            group.id() + " fails over: " + node + " loses its power, " + next + " takes over",
                            true,
                            since(lost)));
        }
        return passages;
    }

    /** Moves the groups of a node to the next ones, as planned work does. */
    List<Passage> moveAway(String node) {
        return hostedOn(node).stream().map(it -> move(it, nextOf(it, node))).toList();
    }

    /** Powers a node on again, where it was off, and moves home the groups whose first node it is. */
    List<Passage> bringBack(String node) {
        if (!machines.node(node).poweredOn()) {
            machines.node(node).boot();
            GroupController controller = controller(node);
            controllers.put(node, controller);
            controller.stopUnowned(Set.of());
        }
        return groups.stream()
                .filter(it -> home(it).equals(node) && !node.equals(owners.get(it)))
                .map(it -> move(it, node))
                .toList();
    }

    /** Returns where every group is now, and what clients reach. */
    List<String> whereabouts() {
        return groups.stream()
                .map(it -> it.id() + " is " + controllerOf(it).view(it).state() + " on " + owners.get(it)
                        + (receives(it) ? "; its address leads there" : "; its address does not lead there"))
                .toList();
    }

    private Passage move(FailoverGroup group, String to) {
        String from = String.valueOf(owners.get(group));
        long begun = now();
        StopReport stop = controllerOf(group).stop(group, StopCause.GROUP_MOVE);
        Duration stopped = since(begun);
        StartReport start = start(group, to, StartCause.START);
        return passage()
                .report(from, stop, Duration.ZERO)
                .report(to, start, stopped)
                .build(group.id() + " is moved from " + from + " to " + to, true, since(begun));
    }

    private StartReport start(FailoverGroup group, String node, StartCause cause) {
        long epoch = epochs.merge(group, 1L, Long::sum);
        owners.put(group, node);
        return controllerOf(group).start(group, cause, epoch);
    }

    /** The next node in the group's list that has power, from the given one on. */
    private String nextOf(FailoverGroup group, String node) {
        List<NodeId> nodes = group.nodes();
        int at = nodes.indexOf(NodeId.of(node));
        for (int i = 1; i < nodes.size(); i++) {
            String next = nodes.get((at + i) % nodes.size()).value();
            if (controllers.containsKey(next)) {
                return next;
            }
        }
        throw new IllegalStateException("no node is left for " + group.id());
    }

    private List<FailoverGroup> hostedOn(String node) {
        return groups.stream().filter(it -> node.equals(owners.get(it))).toList();
    }

    private GroupController controllerOf(FailoverGroup group) {
        return Objects.requireNonNull(controllers.get(owners.get(group)), "no controller");
    }

    private GroupController controller(String node) {
        FailoverGroup[] here = groups.stream()
                .filter(it -> it.nodes().contains(NodeId.of(node)))
                .toArray(FailoverGroup[]::new);
        return GroupController.builder(machines.node(node)).groups(here).build();
    }

    private boolean receives(FailoverGroup group) {
        FakePlatform node = machines.node(String.valueOf(owners.get(group)));
        return group.resources().stream()
                .filter(VirtualIp.class::isInstance)
                .allMatch(it -> node.receives(((VirtualIp) it).address()));
    }

    private static String home(FailoverGroup group) {
        return group.nodes().get(0).value();
    }

    private PassageBuilder passage() {
        List<MessageBroadcast> heard = machines.nodes().stream()
                .flatMap(it -> it.broadcasts().stream())
                .toList();
        return new PassageBuilder(Translation.to(language, heard));
    }

    /** The last node is never taken away. */
    private long now() {
        return machines.node(NODES[NODES.length - 1]).timeline().nanos();
    }

    private Duration since(long moment) {
        return Duration.ofNanos(now() - moment);
    }

    @Override
    public void close() {
        controllers.values().forEach(GroupController::close);
        machines.close();
    }
}
