package io.clp.internal.member;

import io.clp.NodeId;
import io.clp.failover.Connection;
import io.clp.internal.plan.Picture.NodeStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is in contact, and who is certainly dead. */
final class Contacts {
    private final NodeId me;
    Connection connection = Connection.SUSPENDED;
    private Set<NodeId> alive = Set.of();
    private Set<NodeId> offering = Set.of();
    /** Of nodes that are certainly dead: the claims they had when the fencer was asked. Later ones it says nothing about. */
    private final Map<NodeId, Map<Integer, Long>> dead = new HashMap<>();

    private final Map<NodeId, Map<Integer, Long>> asked = new LinkedHashMap<>();
    private final Map<NodeId, Long> askAgain = new HashMap<>();
    private final Map<NodeId, Long> goneAt = new HashMap<>();

    /** Lost nodes that people were told of: once for each loss. */
    private final Set<NodeId> told = new HashSet<>();

    /** Whether there was no contact yet, or none for so long that the others may count this node as lost. */
    private boolean outage = true;

    /** Whether contact has ever been lost: who was there may be from before that. */
    private boolean lostOnce;

    /** Until when a node that is not there may still come: after an outage all come back one by one. */
    private boolean waits;

    private long waitUntil;

    Contacts(NodeId me) {
        this.me = me;
    }

    boolean alive(NodeId node) {
        return node.equals(me) || alive.contains(node);
    }

    /** There is contact: after an outage that a node is not there says nothing before it has had a session's time to come. */
    void begin(long now, long sessionNanos) {
        if (outage || waits) {
            outage = false;
            waits = true;
            waitUntil = now + sessionNanos;
        }
    }

    void lose() {
        outage = true;
        lostOnce = true;
    }

    /** Returns whether nodes that are not there may still come. */
    boolean waits() {
        return waits;
    }

    /** Returns when awaited nodes count as lost. */
    long waitUntil() {
        return waitUntil;
    }

    /** Returns whether the wait for nodes that are not there ends now. */
    boolean waitEnds(long now) {
        boolean ends = waits && now - waitUntil >= 0;
        waits &= !ends;
        return ends;
    }

    /** Returns whether this node is known to the others as one that takes groups. */
    boolean offers() {
        return offering.contains(me);
    }

    /** Takes who is in contact now; returns whether that is another answer than before. */
    boolean alive(Set<NodeId> now, Set<NodeId> takers, long at) {
        if (now.equals(alive) && takers.equals(offering)) {
            return false;
        }
        offering = Set.copyOf(takers);
        for (NodeId node : alive) {
            if (!now.contains(node)) {
                goneAt.put(node, at);
            }
        }
        alive = Set.copyOf(now);
        dead.keySet().removeIf(alive::contains);
        askAgain.keySet().removeIf(alive::contains);
        told.removeIf(alive::contains);
        goneAt.keySet().removeIf(alive::contains);
        return true;
    }

    /** Returns when a node was found lost; the given moment where it never was in contact. */
    long goneAt(NodeId node, long otherwise) {
        return goneAt.getOrDefault(node, otherwise);
    }

    NodeStatus statusOf(NodeId node, List<Entry> entries) {
        NodeStatus status = known(node, entries);
        boolean went = !lostOnce && goneAt.containsKey(node);
        return waits && !went && status == NodeStatus.LOST ? NodeStatus.AWAITED : status;
    }

    private NodeStatus known(NodeId node, List<Entry> entries) {
        if (alive.contains(node)) {
            return offering.contains(node) ? NodeStatus.ONLINE : NodeStatus.STANDBY;
        }
        Map<Integer, Long> certain = dead.get(node);
        if (certain == null) {
            return NodeStatus.LOST;
        }
        for (Entry entry : entries) {
            if (node.equals(entry.owner()) && certain.getOrDefault(entry.index, -1L) != entry.epoch()) {
                return NodeStatus.LOST; // it came back since, and what it did then is not known
            }
        }
        return NodeStatus.FENCED;
    }

    /** Returns whether the fencer is to be asked about a node now. */
    boolean ask(NodeId node, List<Entry> entries, long now) {
        if (asked.containsKey(node) || askAgain.getOrDefault(node, now) > now) {
            return false;
        }
        Map<Integer, Long> claims = new HashMap<>();
        for (Entry entry : entries) {
            if (node.equals(entry.owner())) {
                claims.put(entry.index, entry.epoch());
            }
        }
        asked.put(node, claims);
        return true;
    }

    /** Returns whether the fencer is to be asked about a node now that somebody wants to know, whatever it said before. */
    boolean askAnew(NodeId node, List<Entry> entries, long now) {
        askAgain.remove(node);
        return ask(node, entries, now);
    }

    /** Returns whether the fencer was asked about a node and has not answered yet. */
    boolean isAsked(NodeId node) {
        return asked.containsKey(node);
    }

    /** Takes the fencer's answer; returns whether it still means something. */
    boolean answered(NodeId node, boolean isDead, long again) {
        Map<Integer, Long> claims = asked.remove(node);
        if (claims == null || alive.contains(node)) {
            return false;
        }
        if (isDead) {
            dead.put(node, claims);
        } else {
            askAgain.put(node, again);
        }
        return true;
    }

    /** Returns whether people were told that a node could not be fenced, since it was lost. */
    boolean isTold(NodeId node) {
        return told.contains(node);
    }

    void tell(NodeId node) {
        told.add(node);
    }

    /** Returns whether the fencer may be asked again about a node that it did not know of. */
    boolean askDue(long now) {
        return askAgain.values().removeIf(it -> it <= now);
    }
}
