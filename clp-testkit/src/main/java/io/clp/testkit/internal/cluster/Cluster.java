package io.clp.testkit.internal.cluster;

import io.clp.CallRefusedException;
import io.clp.FailoverGroup;
import io.clp.GroupChanged;
import io.clp.GroupController;
import io.clp.GroupEvent;
import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.GroupView;
import io.clp.MoveEnded;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.StartReport;
import io.clp.StopReport;
import io.clp.failover.ClusterMember;
import io.clp.failover.Connection;
import io.clp.failover.Coordination;
import io.clp.failover.Fencer;
import io.clp.testkit.Act;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeFencer;
import io.clp.testkit.FakeLink;
import io.clp.testkit.FakeNode;
import io.clp.testkit.internal.fake.MachinesBuilder;
import io.clp.testkit.internal.fake.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** A cluster as the test sees it: it hands every question to a member, and decides nothing. */
final class Cluster implements FakeCluster {
    private static final Duration JOIN_LIMIT = Duration.ofHours(1);
    private static final Duration FIRST_READS = Duration.ofMillis(100);
    private static final Duration REPORT_LIMIT = Duration.ofSeconds(1);

    private final World world;
    private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
    private final Map<NodeId, Coordination> sessions = new LinkedHashMap<>();
    private final ClusterBuilder.Members members;
    private final Quorum quorum;
    private final Fencing fencing;
    private final MovesHeard moves;
    private final Witness.Ownerships ownerships;
    private final Map<GroupId, FailoverGroup> groups = new LinkedHashMap<>();
    private final Set<GroupId> started = new LinkedHashSet<>();

    private Cluster(MachinesBuilder machines, ClusterBuilder.Members members) {
        this.members = members;
        world = machines.build((made, id) -> {
            Node node = new Node(made, id);
            nodes.put(id, node);
            return node;
        });
        quorum = new Quorum(world);
        fencing = new Fencing(world, (node, how) -> one(node).cutPower(how));
        moves = new MovesHeard(world);
        ownerships = new Witness.Ownerships(world);
    }

    static Cluster of(MachinesBuilder machines, ClusterBuilder.Members members) {
        Cluster cluster = new Cluster(machines, members);
        cluster.nodes.values().forEach(it -> it.begin(cluster));
        return cluster;
    }

    Quorum quorum() {
        return quorum;
    }

    /** Makes what runs in a new process of a node: groups that were started once are known from the beginning, others are added. */
    Node.Running process(Node node) {
        Coordination session = quorum.open(node);
        if (members.coordination() != null) {
            session = new Witness(members.coordination().apply(node), ownerships);
        }
        List<FailoverGroup> known = new ArrayList<>();
        List<FailoverGroup> waiting = new ArrayList<>();
        synchronized (groups) {
            sessions.put(node.id(), session);
            groups.values().forEach(it -> (started.contains(it.id()) ? known : waiting).add(it));
        }
        GroupController controller = GroupController.builder(node)
                .groups(known.toArray(new FailoverGroup[0]))
                .build();
        Fencer fencer = members.fencer() == null ? fencing.askedBy(node) : members.fencer();
        ClusterMember.Builder builder =
                ClusterMember.builder(controller, session).fencer(fencer);
        if (members.acceptsUnfenced()) {
            builder.acceptUnfenced();
        }
        members.setup().change(node, builder);
        ClusterMember member = builder.build();
        if (!waiting.isEmpty()) {
            member.add(waiting.toArray(new FailoverGroup[0]));
        }
        return new Node.Running(controller, member, new Entering(world, node, member).begin());
    }

    /** Hears what a node tells of its groups. Outside the lock. */
    void heard(Node node, GroupEvent event) {
        if (event instanceof MoveEnded ended) {
            moves.heard(ended);
        } else if (event instanceof GroupChanged changed && members.coordination() == null) {
            world.change(() -> startsAsOwner(node, changed));
        }
    }

    private void startsAsOwner(Node node, GroupChanged changed) {
        boolean starts = changed.to() == GroupState.ONLINE_PENDING && changed.from() != changed.to();
        if (starts && !quorum.register().owns(changed.group(), node.id(), changed.epoch())) {
            world.violated(
                    node.id(),
                    "group " + changed.group() + " starts on " + node.id() + " with epoch " + changed.epoch()
                            + ", but in the quorum it is " + quorum.register().read(changed.group()));
        }
    }

    @Override
    public FakeCluster add(FailoverGroup... more) {
        world.checkForTest();
        List<FailoverGroup> fresh = new ArrayList<>();
        synchronized (groups) {
            for (FailoverGroup group : more) {
                FailoverGroup known = groups.putIfAbsent(group.id(), group);
                if (known == null) {
                    fresh.add(group);
                } else if (known != group) {
                    throw new IllegalArgumentException("the cluster has another group " + group.id() + " already");
                }
            }
        }
        if (!fresh.isEmpty()) {
            FailoverGroup[] all = fresh.toArray(new FailoverGroup[0]);
            world.provide(all);
            joined();
            running().forEach(it -> it.member().add(all));
            world.advance(world.realTime() ? FIRST_READS : Duration.ZERO); // the members read who has them
        }
        return this;
    }

    /** Waits until every member has joined, or could not. */
    private void joined() {
        for (Node node : running()) {
            try {
                boolean ignored = node.process().joining().join(JOIN_LIMIT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while " + node.id() + " joins", e);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException(node.id() + " does not join", e);
            }
        }
    }

    private List<Node> running() {
        return nodes.values().stream().filter(Node::inOperation).toList();
    }

    @Override
    public StartReport start(FailoverGroup group) {
        add(group);
        joined();
        synchronized (groups) {
            started.add(group.id());
        }
        List<Node> candidates = starters(group);
        for (Node node : candidates.subList(0, candidates.size() - 1)) {
            try {
                return world.forTest(() -> node.member().start(group));
            } catch (CallRefusedException e) {
                note("start of group " + group.id() + " on " + node.id() + " is refused: " + e.getMessage());
            }
        }
        Node last = candidates.get(candidates.size() - 1);
        return world.forTest(() -> last.member().start(group));
    }

    /** Returns who is to start a group: its owner, or the node that a plan names, or else each in the order of the group's list. */
    private List<Node> starters(FailoverGroup group) {
        Optional<NodeId> owner = ownerOf(group);
        if (owner.isPresent()) {
            return List.of(alive(group, "start", owner.get()));
        }
        List<Node> candidates =
                running().stream().filter(it -> group.nodes().contains(it.id())).toList();
        if (candidates.isEmpty()) {
            throw refused("start of group " + group.id(), "no node of its list runs");
        }
        return candidates
                .get(0)
                .member()
                .plan(group)
                .placementOf(group.id())
                .node()
                .map(this::one)
                .filter(candidates::contains)
                .map(List::of)
                .orElse(inListOrder(group, candidates));
    }

    private static List<Node> inListOrder(FailoverGroup group, List<Node> candidates) {
        List<Node> ordered = new ArrayList<>();
        for (NodeId id : group.nodes()) {
            candidates.stream()
                    .filter(it -> it.id().equals(id) && it.reachesQuorum())
                    .forEach(ordered::add);
        }
        return ordered.isEmpty() ? candidates : ordered;
    }

    @Override
    public StopReport stop(FailoverGroup group) {
        Node node = owner(group, "stop");
        return world.forTest(() -> node.member().stop(group));
    }

    @Override
    public MoveReport move(FailoverGroup group, String target) {
        NodeId to = NodeId.of(target);
        Node node = owner(group, "move");
        return world.forTest(() -> moves.whole(node.member().move(group, to), REPORT_LIMIT));
    }

    private Node owner(FailoverGroup group, String what) {
        NodeId owner = ownerOf(group).orElseThrow(() -> refused(what + " of group " + group.id(), "nobody has it"));
        return alive(group, what, owner);
    }

    private Node alive(FailoverGroup group, String what, NodeId owner) {
        Node node = one(owner);
        if (!node.inOperation()) {
            throw refused(what + " of group " + group.id(), owner + " has it, and does not run");
        }
        return node;
    }

    private static CallRefusedException refused(String what, String why) {
        return new CallRefusedException(what, why, "look at the trace");
    }

    @Override
    public FakeNode node(String name) {
        world.checkForTest();
        return one(NodeId.of(name));
    }

    private Node one(NodeId id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("no node " + id + ", only " + nodes.keySet());
        }
        return node;
    }

    @Override
    public List<FakeNode> nodes() {
        return List.copyOf(nodes.values());
    }

    @Override
    public Optional<NodeId> ownerOf(FailoverGroup group) {
        world.checkForTest();
        if (members.coordination() == null) {
            return world.change(() -> quorum.register().owner(group.id()));
        }
        return running().stream()
                .filter(it -> isConnected(session(it)))
                .findFirst()
                .flatMap(it -> it.member().ownerOf(group));
    }

    private static boolean isConnected(Coordination session) {
        return (session instanceof Session own ? own.seen() : session.connection()) == Connection.CONNECTED;
    }

    private Coordination session(Node node) {
        synchronized (groups) {
            return Objects.requireNonNull(sessions.get(node.id()));
        }
    }

    @Override
    public GroupView view(FailoverGroup group) {
        Optional<NodeId> last = world.change(() -> quorum.register().lastOwner(group.id()));
        NodeId whose = ownerOf(group).or(() -> last).orElse(group.nodes().get(0));
        return one(whose).controller().view(group);
    }

    @Override
    public Optional<MoveReport> lastMove(FailoverGroup group) {
        world.checkForTest();
        return moves.last(group.id());
    }

    @Override
    public void partition(String... oneSide) {
        world.checkForTest();
        Set<NodeId> named = new LinkedHashSet<>();
        for (String name : oneSide) {
            named.add(one(NodeId.of(name)).id());
        }
        boolean namedAreCut = named.size() * 2 <= nodes.size();
        nodes.keySet().forEach(it -> quorum.linkOf(it).partition(named.contains(it) == namedAreCut));
    }

    @Override
    public FakeLink link(String node) {
        return quorum.linkOf(one(NodeId.of(node)).id());
    }

    @Override
    public void loseQuorum() {
        world.checkForTest();
        quorum.available(false);
    }

    @Override
    public void heal() {
        world.checkForTest();
        quorum.available(true);
        nodes.keySet().forEach(it -> quorum.linkOf(it).heal());
        fencing.heal();
    }

    @Override
    public FakeFencer fencer() {
        return fencing;
    }

    @Override
    public void fence(String node) {
        world.checkForTest();
        one(NodeId.of(node)).cutPower("fenced");
        world.checkForTest();
    }

    @Override
    public void expireSession(String node) {
        world.checkForTest();
        quorum.expire(one(NodeId.of(node)).id());
    }

    @Override
    public void settle() {
        world.settle();
    }

    @Override
    public void advance(Duration time) {
        world.advance(time);
    }

    @Override
    public List<Act> acts() {
        return world.acts();
    }

    @Override
    public String trace() {
        return world.trace();
    }

    @Override
    public void note(String what) {
        NodeId first = nodes.keySet().iterator().next();
        world.change(() -> world.happened(first, "note", what));
    }

    @Override
    public void close() {
        world.close();
    }
}
