package io.clp.testkit.internal.cluster;

import io.clp.NodeId;
import io.clp.failover.Coordination;
import io.clp.testkit.FakeLink;
import io.clp.testkit.Latencies;
import io.clp.testkit.Latency;
import io.clp.testkit.contract.CoordinationFixture;
import io.clp.testkit.internal.fake.MachinesBuilder;
import io.clp.testkit.internal.fake.World;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Machines with sessions, and no members. They lack nothing. */
public final class Quorums extends CoordinationFixture {
    static final Duration SESSION = Duration.ofSeconds(6);

    final World world;
    final Quorum quorum;
    private final Map<NodeId, Lone> machines = new LinkedHashMap<>();
    private final Map<NodeId, Coordination> sessions = new LinkedHashMap<>();
    private final UnaryOperator<Coordination> bend;

    public Quorums(long seed, boolean realTime, UnaryOperator<Coordination> bend) {
        this.bend = bend;
        MachinesBuilder builder = new MachinesBuilder();
        builder.nodes("SV1", "SV2", "SV3")
                .seed(seed)
                .latencies(Latencies.none().failureDetection(Latency.fixed(realTime ? SESSION.dividedBy(6) : SESSION)));
        if (realTime) {
            builder.realTime();
        }
        world = builder.build((made, node) -> {
            Lone machine = new Lone(made, node);
            machines.put(node, machine);
            return machine;
        });
        quorum = new Quorum(world);
        machines.values().forEach(it -> it.quorum = quorum);
    }

    public Quorums(long seed) {
        this(seed, false, UnaryOperator.identity());
    }

    Lone machine(String node) {
        return machines.get(NodeId.of(node));
    }

    FakeLink link(String node) {
        return quorum.linkOf(NodeId.of(node));
    }

    @Override
    public synchronized Coordination session(String node) {
        return sessions.computeIfAbsent(NodeId.of(node), it -> bend.apply(quorum.open(machine(node))));
    }

    @Override
    public Timeline timeline() {
        return world.hardware();
    }

    @Override
    public void pass(Duration time) {
        world.advance(time);
    }

    @Override
    public synchronized void end(String node) {
        sessions.remove(NodeId.of(node));
        machine(node).killProcess();
    }

    @Override
    public void cutOff(String node) {
        link(node).cut();
    }

    @Override
    public void cutAnswers(String node) {
        link(node).cutAnswers();
    }

    @Override
    public void doubleNext(String node) {
        link(node).doubleRequests(1);
    }

    @Override
    public void reconnect(String node) {
        link(node).heal();
    }

    @Override
    public void standStill(String node, Duration time) {
        machine(node).pause();
        world.advance(time);
        machine(node).resume();
    }

    @Override
    public void close() {
        world.close();
    }
}
