package io.clp.testkit;

import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.Subscription;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.failover.Coordination;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The least a coordination of a user's own needs: one register for all nodes, no watches, no memo, no session time. */
final class OneRegister implements Coordination {
    private final Map<GroupId, Claim> claims;
    private final Map<GroupId, GroupState> states;
    private final Map<NodeId, FakeNode> nodes;
    private final FakeNode node;

    private OneRegister(
            Map<GroupId, Claim> claims, Map<GroupId, GroupState> states, Map<NodeId, FakeNode> nodes, FakeNode node) {
        this.claims = claims;
        this.states = states;
        this.nodes = nodes;
        this.node = node;
    }

    static Function<FakeNode, Coordination> shared() {
        Map<GroupId, Claim> claims = new LinkedHashMap<>();
        Map<GroupId, GroupState> states = new LinkedHashMap<>();
        Map<NodeId, FakeNode> nodes = new LinkedHashMap<>();
        return node -> {
            nodes.put(NodeId.of(node.info().computerName()), node);
            return new OneRegister(claims, states, nodes, node);
        };
    }

    private Claim present(GroupId group) {
        return claims.getOrDefault(group, new Claim.Free(0, Optional.empty()));
    }

    private static long epoch(Claim claim) {
        return claim instanceof Claim.HeldBy held ? held.epoch() : ((Claim.Free) claim).epoch();
    }

    private Claim own(GroupId group, NodeId by) {
        long next = epoch(present(group)) + 1;
        claims.put(group, new Claim.HeldBy(by, next));
        states.remove(group);
        return new Claim.Acquired(next);
    }

    @Override
    public Claim claim(GroupId group, NodeId by) {
        if (!node.reachesQuorum()) {
            return new Claim.Unknown("cut off");
        }
        Claim now = present(group);
        boolean mine = now instanceof Claim.HeldBy held && held.owner().equals(by);
        boolean free = now instanceof Claim.Free it
                && (it.next().isEmpty() || it.next().get().equals(by));
        return mine || free ? own(group, by) : now;
    }

    @Override
    public Claim read(GroupId group) {
        return node.reachesQuorum() ? present(group) : new Claim.Unknown("cut off");
    }

    @Override
    public boolean stillOurs(GroupId group, long epoch) {
        return node.reachesQuorum()
                && present(group) instanceof Claim.HeldBy held
                && held.epoch() == epoch
                && held.owner().equals(NodeId.of(node.info().computerName()));
    }

    @Override
    public void publish(GroupId group, long epoch, GroupState state) {
        if (stillOurs(group, epoch)) {
            states.put(group, state);
        }
    }

    @Override
    public Optional<GroupState> published(GroupId group) {
        return node.reachesQuorum() ? Optional.ofNullable(states.get(group)) : Optional.empty();
    }

    @Override
    public Claim takeOver(GroupId group, NodeId by, long fencedEpoch) {
        if (!node.reachesQuorum()) {
            return new Claim.Unknown("cut off");
        }
        Claim now = present(group);
        return now instanceof Claim.HeldBy && epoch(now) == fencedEpoch ? own(group, by) : now;
    }

    @Override
    public boolean release(GroupId group, long epoch, Optional<NodeId> next) {
        if (!stillOurs(group, epoch)) {
            return false;
        }
        claims.put(group, new Claim.Free(epoch, next));
        return true;
    }

    @Override
    public Connection connection() {
        return node.reachesQuorum() ? Connection.CONNECTED : Connection.LOST;
    }

    @Override
    public Set<NodeId> alive() {
        Set<NodeId> alive = new LinkedHashSet<>();
        nodes.forEach((id, each) -> {
            if (each.reachesQuorum()) {
                alive.add(id);
            }
        });
        return alive;
    }

    @Override
    public Subscription watch(Runnable somethingChanged) {
        return () -> {};
    }
}
