package io.clp.testkit.internal.cluster;

import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.Subscription;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.failover.Coordination;
import io.clp.testkit.internal.fake.World;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A coordination of the test's own, whose answers are watched: no epoch is given to two nodes, and none after a higher one. */
final class Witness implements Coordination {
    private final Coordination real;
    private final Ownerships ownerships;

    Witness(Coordination real, Ownerships ownerships) {
        this.real = real;
        this.ownerships = ownerships;
    }

    /** The ownerships that were given, by all sessions. Guarded by the world's lock. */
    static final class Ownerships {
        private final World world;
        private final Map<GroupId, Ownership> last = new LinkedHashMap<>();

        Ownerships(World world) {
            this.world = world;
        }

        private record Ownership(NodeId node, long epoch) {}

        private Claim heard(GroupId group, NodeId by, Claim claim) {
            if (claim instanceof Claim.Acquired acquired) {
                world.change(() -> given(group, new Ownership(by, acquired.epoch())));
            }
            return claim;
        }

        private void given(GroupId group, Ownership now) {
            world.happened(now.node, "coordination", "group " + group + " acquired, epoch " + now.epoch);
            Ownership before = last.get(group);
            if (before == null || now.epoch > before.epoch) {
                last.put(group, now);
            } else if (!now.equals(before)) {
                world.violated(
                        now.node,
                        "group " + group + " is given to " + now.node + " with epoch " + now.epoch
                                + ", after it was given to " + before.node + " with epoch " + before.epoch);
            }
        }
    }

    @Override
    public Claim claim(GroupId group, NodeId by) {
        return ownerships.heard(group, by, real.claim(group, by));
    }

    @Override
    public Claim takeOver(GroupId group, NodeId by, long fencedEpoch) {
        return ownerships.heard(group, by, real.takeOver(group, by, fencedEpoch));
    }

    @Override
    public Claim read(GroupId group) {
        return real.read(group);
    }

    @Override
    public boolean stillOurs(GroupId group, long epoch) {
        return real.stillOurs(group, epoch);
    }

    @Override
    public void publish(GroupId group, long epoch, GroupState state) {
        real.publish(group, epoch, state);
    }

    @Override
    public Optional<GroupState> published(GroupId group) {
        return real.published(group);
    }

    @Override
    public boolean release(GroupId group, long epoch, Optional<NodeId> next) {
        return real.release(group, epoch, next);
    }

    @Override
    public boolean redirect(GroupId group, long epoch, Optional<NodeId> next) {
        return real.redirect(group, epoch, next);
    }

    @Override
    public boolean remember(GroupId group, long epoch, String memo) {
        return real.remember(group, epoch, memo);
    }

    @Override
    public Optional<String> recall(GroupId group) {
        return real.recall(group);
    }

    @Override
    public Connection connection() {
        return real.connection();
    }

    @Override
    public Set<NodeId> alive() {
        return real.alive();
    }

    @Override
    public void offer(boolean takesGroups) {
        real.offer(takesGroups);
    }

    @Override
    public Set<NodeId> offering() {
        return real.offering();
    }

    @Override
    public Optional<Duration> session() {
        return real.session();
    }

    @Override
    public Subscription watch(Runnable somethingChanged) {
        return real.watch(somethingChanged);
    }
}
