package io.clp.examples;

import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.Subscription;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.failover.Coordination;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The library's port over a quorum of one's own: a group is a register, and every change of it one compare-and-set. */
public final class QuorumCoordination implements Coordination {
    private static final Logger LOG = LoggerFactory.getLogger(QuorumCoordination.class);
    private static final Duration MARGIN = Duration.ofMillis(500);

    private final Quorum quorum;
    private final NodeId me;
    private final Map<String, Ours> ours = new ConcurrentHashMap<>();

    public QuorumCoordination(Quorum quorum, NodeId me) {
        this.quorum = quorum;
        this.me = me;
        AutoCloseable unused = quorum.onChange(this::heard); // as long as the session
    }

    /** What is this node's, and under which lease that was known. */
    private record Ours(long epoch, long lease) {}

    private void heard(String key, String value) {
        if (ours.containsKey(key)) {
            known(key, GroupRecord.parse(value), quorum.leaseNumber());
        } else if (key.isEmpty() && quorum.leaseLeft().compareTo(MARGIN) > 0) {
            ours.forEach(this::lookAgain);
        }
    }

    /** After a while without a lease, what was known has to be read anew. */
    private void lookAgain(String key, Ours before) {
        long lease = quorum.leaseNumber();
        if (before.lease == lease) {
            return;
        }
        try {
            known(key, GroupRecord.parse(quorum.read(key).orElseThrow().value()), lease);
        } catch (IOException e) {
            LOG.debug("{}: {} stays uncertain until the next change", me, key, e);
        }
    }

    private void known(String key, GroupRecord record, long lease) {
        if (record.isOf(me)) {
            ours.put(key, new Ours(record.epoch(), lease));
        } else {
            ours.remove(key);
        }
    }

    @Override
    public Claim claim(GroupId group, NodeId by) {
        return acquire(group, record -> record.isFree() ? record.isFor(by) : record.isOf(by));
    }

    @Override
    public Claim takeOver(GroupId group, NodeId by, long fencedEpoch) {
        return acquire(group, record -> record.epoch() == fencedEpoch); // of two rescuers one finds it so
    }

    private Claim acquire(GroupId group, Function<GroupRecord, Boolean> mine) {
        long lease = quorum.leaseNumber();
        try {
            Stored stored = stored(group);
            GroupRecord record = stored.record;
            if (!mine.apply(record)) {
                return told(record);
            }
            GroupRecord acquired = record.acquiredBy(me);
            if (!quorum.compareAndSet(key(group), stored.revision, acquired.text())) {
                return told(stored(group).record); // somebody was faster
            }
            known(key(group), acquired, lease);
            return new Claim.Acquired(acquired.epoch());
        } catch (IOException e) {
            return new Claim.Unknown(String.valueOf(e.getMessage())); // perhaps acquired, perhaps not
        }
    }

    @Override
    public Claim read(GroupId group) {
        long lease = quorum.leaseNumber();
        try {
            GroupRecord record = stored(group).record;
            known(key(group), record, lease);
            return told(record);
        } catch (IOException e) {
            return new Claim.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private static Claim told(GroupRecord record) {
        return record.isFree()
                ? new Claim.Free(record.epoch(), record.next().map(NodeId::of))
                : new Claim.HeldBy(NodeId.of(record.owner().orElseThrow()), record.epoch());
    }

    @Override
    public boolean stillOurs(GroupId group, long epoch) {
        boolean leased = quorum.leaseLeft().compareTo(MARGIN) > 0;
        return leased && new Ours(epoch, quorum.leaseNumber()).equals(ours.get(key(group)));
    }

    @Override
    public void publish(GroupId group, long epoch, GroupState state) {
        boolean ignored = change(group, epoch, record -> record.inState(state.name()));
    }

    @Override
    public Optional<GroupState> published(GroupId group) {
        return field(group, GroupRecord::state).map(GroupState::valueOf);
    }

    @Override
    public boolean release(GroupId group, long epoch, Optional<NodeId> next) {
        ours.remove(key(group)); // from now on it is not certain
        return change(group, epoch, record -> record.releasedFor(next.map(NodeId::value)));
    }

    @Override
    public boolean remember(GroupId group, long epoch, String memo) {
        return change(group, epoch, record -> record.withMemo(memo));
    }

    @Override
    public Optional<String> recall(GroupId group) {
        return field(group, GroupRecord::memo);
    }

    @Override
    public boolean redirect(GroupId group, long epoch, Optional<NodeId> next) {
        try {
            Stored stored = stored(group);
            return stored.record.isFree()
                    && stored.record.epoch() == epoch
                    && quorum.compareAndSet(
                            key(group),
                            stored.revision,
                            stored.record.releasedFor(next.map(NodeId::value)).text());
        } catch (IOException e) {
            return false;
        }
    }

    /** Changes a record that is this node's under an epoch; true where it certainly did. */
    private boolean change(GroupId group, long epoch, Function<GroupRecord, GroupRecord> how) {
        try {
            Stored stored = stored(group);
            return stored.record.isOf(me)
                    && stored.record.epoch() == epoch
                    && quorum.compareAndSet(
                            key(group),
                            stored.revision,
                            how.apply(stored.record).text());
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<String> field(GroupId group, Function<GroupRecord, Optional<String>> which) {
        try {
            return which.apply(stored(group).record);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Stored stored(GroupId group) throws IOException {
        return quorum.read(key(group))
                .map(it -> new Stored(it.revision(), GroupRecord.parse(it.value())))
                .orElse(new Stored(0, GroupRecord.NEW));
    }

    private record Stored(long revision, GroupRecord record) {}

    private static String key(GroupId group) {
        return "groups/" + group.value();
    }

    @Override
    public Connection connection() {
        Duration left = quorum.leaseLeft();
        if (left.isNegative() || left.isZero()) {
            return Connection.LOST; // the others may have been told that this node is lost
        }
        return left.compareTo(quorum.lease().dividedBy(2)) > 0 ? Connection.CONNECTED : Connection.SUSPENDED;
    }

    @Override
    public Set<NodeId> alive() {
        return quorum.members().stream().map(NodeId::of).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<Duration> session() {
        return Optional.of(quorum.lease());
    }

    @Override
    public Subscription watch(Runnable somethingChanged) {
        AutoCloseable watching = quorum.onChange((key, value) -> somethingChanged.run());
        return () -> {
            try {
                watching.close();
            } catch (Exception e) {
                throw new IllegalStateException("the quorum does not end a watch", e);
            }
        };
    }
}
