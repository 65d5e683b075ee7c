package io.clp.rehearse.passage;

import io.clp.FailoverGroup;
import io.clp.GroupChanged;
import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.MessageBroadcast;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.OperationFailed;
import io.clp.StartReport;
import io.clp.StopReport;
import io.clp.Subscription;
import io.clp.platform.NodeThing;
import io.clp.testkit.Act;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Groups on a fake cluster, and what happens to them from outside: power, and what people ask for. Where a group goes after a loss the
 * members decide. Not thread-safe.
 */
public final class ClusterPassages implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final int MOST_ACTS = 40;
    private static final int MOST_FAILURES = 10;

    private final FakeCluster cluster;
    private final List<FailoverGroup> groups;
    private final Function<List<MessageBroadcast>, UnaryOperator<String>> language;
    private final Queue<OperationFailed> failures = new ConcurrentLinkedQueue<>();
    private final Map<GroupId, Long> onlineAt = new ConcurrentHashMap<>();

    /**
     * Adds the groups to a cluster.
     *
     * @param cluster closed with this
     * @param groups not yet in the cluster
     * @param language puts a line of a log into the language that was asked for, by the broadcasts that were heard
     */
    public ClusterPassages(
            FakeCluster cluster,
            List<FailoverGroup> groups,
            Function<List<MessageBroadcast>, UnaryOperator<String>> language) {
        this.cluster = cluster;
        this.groups = List.copyOf(groups);
        this.language = language;
        cluster.add(groups.toArray(FailoverGroup[]::new));
        cluster.nodes().forEach(this::listenTo);
    }

    private List<String> failuresOf(FailoverGroup group) {
        return failures.stream()
                .filter(it -> it.group().equals(group.id()))
                .limit(MOST_FAILURES)
                .map(it -> it.node() + " " + it.resource() + ": " + it.outcome() + ": "
                        + it.error().getMessage())
                .toList();
    }

    private void listenTo(FakeNode node) {
        node.controller().on(GroupChanged.class, it -> {
            if (it.to() == GroupState.ONLINE) {
                onlineAt.put(it.group(), now());
            }
        });
    }

    /** Starts every group; the members say where. */
    public List<Passage> startAll() {
        List<Passage> passages = new ArrayList<>();
        for (FailoverGroup group : groups) {
            StartReport report = cluster.start(group);
            passages.add(passage()
                    .report(report.node().value(), report, Duration.ZERO)
                    .build(group.id() + " starts on " + report.node(), false, report.duration()));
        }
        return passages;
    }

    /** Powers a node off and lets the others find out and do what they have to. */
    public List<Passage> powerOff(String node) {
        List<FailoverGroup> hosted = hostedOn(node);
        long lost = now();
        cluster.node(node).powerOff();
        cluster.settle();
        return hosted.stream().map(it -> failover(it, node, lost)).toList();
    }

    private Passage failover(FailoverGroup group, String node, long lost) {
        String gone = node + " loses its power";
        Optional<MoveReport> move = cluster.lastMove(group)
                .filter(it -> it.from().value().equals(node))
                .filter(it -> it.start().isPresent());
        Optional<Duration> down = downSince(group, lost);
        return move.isPresent() && down.isPresent()
                ? takeover(group, node, "power off", gone, move.get(), down.get())
                : staysDown(group, gone, Duration.ofNanos(now() - lost));
    }

    /**
     * Lets something fail on the node that has a group, and the members find out and do what they have to.
     *
     * @param group one of the groups
     * @param what in words, "W3SVC crashes"
     * @param fault what to do
     * @param patience how long a move is waited for
     */
    public Passage fail(FailoverGroup group, String what, Runnable fault, Duration patience) {
        String from = owner(group);
        Optional<MoveReport> before = cluster.lastMove(group);
        int acts = cluster.acts().size();
        long failed = now();
        onlineAt.remove(group.id());
        failures.clear();
        List<Subscription> listening = cluster.nodes().stream()
                .map(it -> it.controller().on(OperationFailed.class, failures::add))
                .toList();
        fault.run();
        while (cluster.lastMove(group).equals(before) && now() - failed < patience.toNanos()) {
            cluster.advance(LOOK_EVERY);
        }
        cluster.settle();
        listening.forEach(Subscription::close);
        Optional<MoveReport> moved =
                cluster.lastMove(group).filter(it -> !Optional.of(it).equals(before));
        Optional<Duration> down = downSince(group, failed);
        if (moved.isEmpty()) {
            List<Act> since = cluster.acts().subList(acts, cluster.acts().size());
            return stays(group, from + ": " + what, failuresOf(group), since, failed);
        } else if (down.isEmpty()) {
            return staysDown(group, what + " on " + from, Duration.ofNanos(now() - failed));
        }
        return takeover(group, from, what, what + " on " + from, moved.get(), down.get());
    }

    /** The stop, where there was one, and the start end with the downtime; before them it was noticed. */
    private Passage takeover(
            FailoverGroup group, String node, String what, String gone, MoveReport move, Duration down) {
        String to = move.to().value();
        Duration startBegun = down.minus(move.start().map(StartReport::duration).orElse(Duration.ZERO));
        Duration stopBegun =
                startBegun.minus(move.stop().map(StopReport::duration).orElse(Duration.ZERO));
        PassageBuilder passage = passage().node(node, what + ", noticed", Duration.ZERO, stopBegun);
        move.stop().ifPresent(it -> passage.report(node, it, stopBegun));
        move.start().ifPresent(it -> passage.report(to, it, startBegun));
        return passage.build(group.id() + " fails over: " + gone + ", " + to + " takes over", true, down);
    }

    /** It is said by a member that is there why the group is nowhere. */
    private Passage staysDown(FailoverGroup group, String gone, Duration looked) {
        List<String> why = cluster.nodes().stream()
                .filter(FakeNode::processRuns)
                .findFirst()
                .map(it -> it.member().plan(group).toString().lines().toList())
                .orElse(List.of("no member is there"));
        return passage()
                .node("", "no node takes it over", Duration.ZERO, looked, why)
                .build(group.id() + " stays down: " + gone, false, looked);
    }

    /** Nothing moved: what failed, and what the machines did, is all there is to tell. */
    private Passage stays(FailoverGroup group, String what, List<String> failures, List<Act> acts, long failed) {
        Duration looked = Duration.ofNanos(now() - failed);
        GroupState state = cluster.view(group).state();
        List<String> seen = new ArrayList<>(failures);
        acts.stream().map(Act::toString).limit(MOST_ACTS).forEach(seen::add);
        return passage()
                .node(owner(group), state + ", nothing moves", Duration.ZERO, looked, seen)
                .build(group.id() + " is not moved after " + what, false, looked);
    }

    private Optional<Duration> downSince(FailoverGroup group, long since) {
        return Optional.ofNullable(onlineAt.get(group.id()))
                .filter(it -> it > since)
                .map(it -> Duration.ofNanos(it - since));
    }

    /** Moves the groups of a node to the next ones in their lists, as planned work does. */
    public List<Passage> moveAway(String node) {
        return hostedOn(node).stream().map(it -> move(it, nextOf(it, node))).toList();
    }

    /** Powers a node on again, where it was off, and moves home the groups whose first node it is. */
    public List<Passage> bringBack(String node) {
        FakeNode back = cluster.node(node);
        if (!back.poweredOn()) {
            back.boot();
            listenTo(back);
            cluster.settle();
        }
        return groups.stream()
                .filter(it -> it.nodes().get(0).value().equals(node))
                .filter(it -> !owner(it).equals(node))
                .map(it -> move(it, node))
                .toList();
    }

    /** Moves a group, as planned work does. */
    public Passage move(FailoverGroup group, String to) {
        String from = owner(group);
        MoveReport move = cluster.move(group, to);
        PassageBuilder passage = passage();
        move.stop().ifPresent(it -> passage.report(from, it, Duration.ZERO));
        move.start().ifPresent(it -> passage.report(to, it, move.downtime().minus(it.duration())));
        return passage.build(group.id() + " is moved from " + from + " to " + to, true, move.downtime());
    }

    /** Returns where every group is now, and what clients reach. */
    public List<String> whereabouts() {
        return groups.stream()
                .map(it -> it.id() + " is " + cluster.view(it).state() + " on " + owner(it)
                        + (receives(it) ? "; its address leads there" : "; its address does not lead there"))
                .toList();
    }

    private static String nextOf(FailoverGroup group, String node) {
        List<NodeId> nodes = group.nodes();
        return nodes.get((nodes.indexOf(NodeId.of(node)) + 1) % nodes.size()).value();
    }

    private List<FailoverGroup> hostedOn(String node) {
        return groups.stream().filter(it -> owner(it).equals(node)).toList();
    }

    private String owner(FailoverGroup group) {
        return cluster.ownerOf(group).map(NodeId::value).orElse("nobody");
    }

    private boolean receives(FailoverGroup group) {
        Optional<NodeId> node = cluster.ownerOf(group);
        return node.isPresent()
                && group.resources().stream()
                        .flatMap(it -> it.uses().stream())
                        .filter(it -> it.kind() == NodeThing.Kind.ADDRESS)
                        .allMatch(it -> cluster.node(node.get().value()).receives(it.name()));
    }

    private PassageBuilder passage() {
        List<MessageBroadcast> heard =
                cluster.nodes().stream().flatMap(it -> it.broadcasts().stream()).toList();
        return new PassageBuilder(language.apply(heard));
    }

    /** Any node that is there tells: they have one time. */
    private long now() {
        return cluster.nodes().stream()
                .filter(FakeNode::poweredOn)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no node has power"))
                .timeline()
                .nanos();
    }

    @Override
    public void close() {
        cluster.close();
    }
}
