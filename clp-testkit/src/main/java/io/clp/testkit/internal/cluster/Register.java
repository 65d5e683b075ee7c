package io.clp.testkit.internal.cluster;

import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.failover.Claim;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the quorum keeps: each group's record. Every method is atomic. Under the world's lock. */
final class Register {
    static final int MEMO_MAX = 4_096;

    private final Map<GroupId, Entry> entries = new LinkedHashMap<>();
    private long changes;

    /** Returns a number that grows with every change. */
    long changes() {
        return changes;
    }

    Claim claim(GroupId group, NodeId by) {
        Entry entry = entry(group);
        boolean mine = by.equals(entry.owner);
        boolean free = entry.owner == null && (entry.next == null || by.equals(entry.next));
        return mine || free ? own(entry, by) : entry.claim();
    }

    /** A group that was given back has no ownership that could end: it is claimed. */
    Claim takeOver(GroupId group, NodeId by, long fencedEpoch) {
        Entry entry = entry(group);
        return entry.owner != null && entry.epoch == fencedEpoch ? own(entry, by) : entry.claim();
    }

    private Claim own(Entry entry, NodeId by) {
        entry.owner = by;
        entry.lastOwner = by;
        entry.next = null;
        entry.state = null;
        entry.epoch++;
        changes++;
        return new Claim.Acquired(entry.epoch);
    }

    Claim read(GroupId group) {
        return entry(group).claim();
    }

    boolean owns(GroupId group, NodeId node, long epoch) {
        Entry entry = entry(group);
        return entry.epoch == epoch && node.equals(entry.owner);
    }

    /** Asked twice it answers twice that the group is free. */
    boolean release(GroupId group, NodeId by, long epoch, Optional<NodeId> next) {
        Entry entry = entry(group);
        if (entry.epoch != epoch || !by.equals(entry.lastOwner)) {
            return false;
        }
        if (entry.owner == null) {
            return Optional.ofNullable(entry.next).equals(next);
        }
        entry.owner = null;
        entry.next = next.orElse(null);
        changes++;
        return true;
    }

    boolean redirect(GroupId group, long epoch, Optional<NodeId> next) {
        Entry entry = entry(group);
        if (entry.owner != null || entry.epoch != epoch) {
            return false;
        }
        entry.next = next.orElse(null);
        changes++;
        return true;
    }

    boolean publish(GroupId group, NodeId by, long epoch, GroupState state) {
        if (!owns(group, by, epoch)) {
            return false;
        }
        entry(group).state = state;
        changes++;
        return true;
    }

    Optional<GroupState> published(GroupId group) {
        Entry entry = entry(group);
        return entry.owner == null ? Optional.empty() : Optional.ofNullable(entry.state);
    }

    boolean remember(GroupId group, NodeId by, long epoch, String memo) {
        Entry entry = entry(group);
        if (entry.epoch != epoch || !by.equals(entry.lastOwner)) {
            return false;
        }
        entry.memo = memo;
        changes++;
        return true;
    }

    Optional<String> recall(GroupId group) {
        return Optional.ofNullable(entry(group).memo);
    }

    Optional<NodeId> owner(GroupId group) {
        return Optional.ofNullable(entry(group).owner);
    }

    /** Returns who has the group, or had it last. */
    Optional<NodeId> lastOwner(GroupId group) {
        return Optional.ofNullable(entry(group).lastOwner);
    }

    /** Returns the groups of a node with their epochs. */
    Map<GroupId, Long> ownedBy(NodeId node) {
        Map<GroupId, Long> owned = new LinkedHashMap<>();
        entries.forEach((group, entry) -> {
            if (node.equals(entry.owner)) {
                owned.put(group, entry.epoch);
            }
        });
        return owned;
    }

    private Entry entry(GroupId group) {
        Entry entry = entries.get(group);
        if (entry == null) {
            entry = new Entry();
            entries.put(group, entry);
        }
        return entry;
    }

    /** One group's record. */
    private static final class Entry {
        private @Nullable NodeId owner;
        private @Nullable NodeId lastOwner;
        private @Nullable NodeId next;
        private @Nullable GroupState state;
        private @Nullable String memo;
        private long epoch;

        Claim claim() {
            NodeId present = owner;
            return present == null
                    ? new Claim.Free(epoch, Optional.ofNullable(next))
                    : new Claim.HeldBy(present, epoch);
        }
    }
}
