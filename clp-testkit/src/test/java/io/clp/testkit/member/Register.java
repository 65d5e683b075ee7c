package io.clp.testkit.member;

import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.Subscription;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.failover.Coordination;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One register for all nodes, without links: the test says who is in contact and who counts as alive. */
final class Register {
    private final Map<GroupId, Row> rows = new LinkedHashMap<>();
    private final Map<NodeId, Connection> connections = new LinkedHashMap<>();
    private final Set<NodeId> alive = new LinkedHashSet<>();
    private final Set<NodeId> offering = new LinkedHashSet<>();
    private final Map<NodeId, Runnable> watchers = new LinkedHashMap<>();

    /** So many claims of a node come about, and so many do not; neither is answered. */
    int answersLost;

    int requestsLost;

    boolean keepsMemos = true;

    /** How long a node may be out of contact; empty: it does not say. */
    Optional<Duration> session = Optional.empty();

    private static final class Row {
        @Nullable
        NodeId owner;

        long epoch;
        Optional<NodeId> next = Optional.empty();
        Optional<GroupState> state = Optional.empty();
        Optional<String> memo = Optional.empty();

        Claim claim() {
            return owner == null ? new Claim.Free(epoch, next) : new Claim.HeldBy(owner, epoch);
        }
    }

    Coordination session(String node) {
        NodeId id = NodeId.of(node);
        connections.put(id, Connection.CONNECTED);
        alive.add(id);
        changed();
        return new Session(id);
    }

    void connection(String node, Connection connection) {
        connections.put(NodeId.of(node), connection);
        changed();
    }

    void alive(String node, boolean is) {
        if (is) {
            alive.add(NodeId.of(node));
        } else {
            alive.remove(NodeId.of(node));
            offering.remove(NodeId.of(node));
        }
        changed();
    }

    /** Nobody is told anything on a node any more: its process is gone. */
    void silence(String node) {
        watchers.remove(NodeId.of(node));
    }

    /** The node's process is gone, and the others count the node as lost. */
    void gone(String node) {
        silence(node);
        alive(node, false);
    }

    Claim claimOf(String group) {
        return row(GroupId.of(group)).claim();
    }

    private Row row(GroupId group) {
        return rows.computeIfAbsent(group, it -> new Row());
    }

    private void changed() {
        List.copyOf(watchers.values()).forEach(Runnable::run);
    }

    private final class Session implements Coordination {
        private final NodeId node;

        Session(NodeId node) {
            this.node = node;
        }

        private boolean cut() {
            return connection() != Connection.CONNECTED;
        }

        @Override
        public Claim claim(GroupId group, NodeId by) {
            if (cut()) {
                return new Claim.Unknown("cut off");
            }
            if (requestsLost > 0) {
                requestsLost--;
                return new Claim.Unknown("no answer");
            }
            Row row = row(group);
            boolean free =
                    row.owner == null && (row.next.isEmpty() || row.next.get().equals(by));
            return answered(free || by.equals(row.owner) ? take(row, by) : row.claim());
        }

        private Claim answered(Claim claim) {
            boolean lost = answersLost > 0;
            answersLost -= lost ? 1 : 0;
            return lost ? new Claim.Unknown("no answer") : claim;
        }

        private Claim take(Row row, NodeId by) {
            row.owner = by;
            row.epoch++;
            row.next = Optional.empty();
            row.state = Optional.empty();
            changed();
            return new Claim.Acquired(row.epoch);
        }

        @Override
        public Claim read(GroupId group) {
            return cut() ? new Claim.Unknown("cut off") : row(group).claim();
        }

        @Override
        public boolean stillOurs(GroupId group, long epoch) {
            return !cut() && row(group).epoch == epoch && node.equals(row(group).owner);
        }

        @Override
        public void publish(GroupId group, long epoch, GroupState state) {
            if (stillOurs(group, epoch)) {
                row(group).state = Optional.of(state);
                changed();
            }
        }

        @Override
        public Optional<GroupState> published(GroupId group) {
            return cut() ? Optional.empty() : row(group).state;
        }

        @Override
        public Claim takeOver(GroupId group, NodeId by, long fencedEpoch) {
            if (cut()) {
                return new Claim.Unknown("cut off");
            }
            Row row = row(group);
            return answered(row.epoch == fencedEpoch && row.owner != null ? take(row, by) : row.claim());
        }

        @Override
        public boolean release(GroupId group, long epoch, Optional<NodeId> next) {
            if (!stillOurs(group, epoch)) {
                return false;
            }
            Row row = row(group);
            row.owner = null;
            row.next = next;
            row.state = Optional.empty();
            changed();
            return true;
        }

        @Override
        public boolean redirect(GroupId group, long epoch, Optional<NodeId> next) {
            Row row = row(group);
            if (cut() || row.owner != null || row.epoch != epoch) {
                return false;
            }
            row.next = next;
            changed();
            return true;
        }

        @Override
        public boolean remember(GroupId group, long epoch, String memo) {
            if (!keepsMemos || !stillOurs(group, epoch)) {
                return false;
            }
            row(group).memo = Optional.of(memo);
            return true;
        }

        @Override
        public Optional<String> recall(GroupId group) {
            return cut() ? Optional.empty() : row(group).memo;
        }

        @Override
        public Connection connection() {
            return connections.getOrDefault(node, Connection.LOST);
        }

        @Override
        public Set<NodeId> alive() {
            return new LinkedHashSet<>(alive);
        }

        @Override
        public void offer(boolean takesGroups) {
            if (!cut() && (takesGroups ? offering.add(node) : offering.remove(node))) {
                changed();
            }
        }

        @Override
        public Set<NodeId> offering() {
            Set<NodeId> both = new LinkedHashSet<>(offering);
            both.retainAll(alive);
            return both;
        }

        @Override
        public Optional<Duration> session() {
            return session;
        }

        @Override
        public Subscription watch(Runnable somethingChanged) {
            watchers.put(node, somethingChanged);
            return () -> watchers.remove(node, somethingChanged);
        }
    }
}
