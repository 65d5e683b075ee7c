package io.clp.internal.member;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.MoveKind;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.failover.Claim;
import io.clp.failover.FailoverPolicy;
import io.clp.internal.plan.Picture;
import io.clp.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cluster as a member knows it, for the planner. */
final class Pictures {
    private Pictures() {}

    /** Returns the present picture. */
    static Picture of(MemberState state) {
        return of(state, null, null);
    }

    /** Returns the picture in which one group is wanted on a node. */
    static Picture of(MemberState state, @Nullable Entry moved, @Nullable NodeId target) {
        List<Picture.Group> groups = new ArrayList<>(state.entries.size());
        Set<NodeId> nodes = new LinkedHashSet<>();
        nodes.add(state.me());
        for (Entry entry : state.entries) {
            nodes.addAll(entry.group.nodes());
            groups.add(group(state, entry, entry == moved ? Optional.ofNullable(target) : Optional.empty()));
        }
        List<Picture.Node> statuses = new ArrayList<>(nodes.size());
        for (NodeId node : nodes) {
            statuses.add(new Picture.Node(node, status(state, node)));
        }
        return new Picture(statuses, groups);
    }

    private static Picture.NodeStatus status(MemberState state, NodeId node) {
        return node.equals(state.me()) ? state.own : state.contacts.statusOf(node, state.entries);
    }

    private static Picture.Group group(MemberState state, Entry entry, Optional<NodeId> target) {
        Memo memo = counting(state, entry);
        Map<NodeId, String> barred = new LinkedHashMap<>();
        memo.barred().forEach((node, bar) -> barred.put(node, bar.why()));
        entry.absent
                .keySet()
                .forEach(it -> barred.putIfAbsent(it, "it did not bring the group online when it was for it"));
        boolean waits = Waits.waitsInOrder(state, entry);
        boolean waited = waits
                && state.now - entry.orderSince
                        > entry.group.placement().orderLimit().toNanos();
        return new Picture.Group(
                entry.group,
                ownership(state, entry),
                entry.wanted() && !entry.parked ? Picture.Wish.RUN : Picture.Wish.STOPPED,
                present(entry),
                Optional.ofNullable(entry.failed),
                target,
                barred,
                memo.failovers().size(),
                waited,
                found(state, entry),
                failsOver(entry) ? StartCause.FAILOVER : StartCause.START,
                entry.finalDone);
    }

    /** Returns a group's memo without what is forgotten by now. */
    static Memo counting(MemberState state, Entry entry) {
        FailoverPolicy policy = entry.group.failover();
        return entry.memo.without(
                state.wall - policy.within().toMillis(),
                state.wall - policy.resetAfter().toMillis());
    }

    private static boolean failsOver(Entry entry) {
        Memo.Moving move = entry.memo.move();
        return move != null && move.kind() == MoveKind.FAILOVER;
    }

    private static Picture.Ownership ownership(MemberState state, Entry entry) {
        if (entry.claim instanceof Claim.HeldBy held) {
            boolean uncertain = held.owner().equals(state.me()) && entry.ours == 0;
            return uncertain
                    ? new Picture.Ownership.Unknown("whether it is still this node's is not certain")
                    : new Picture.Ownership.Held(held.owner());
        }
        if (entry.claim instanceof Claim.Free free) {
            NodeId late = entry.call == null ? Waits.lateNode(state, entry) : null;
            return late == null
                    ? new Picture.Ownership.Free(free.next())
                    : new Picture.Ownership.Unknown("nobody has it; " + late + " may still come for it");
        }
        return new Picture.Ownership.Unknown(
                entry.claim instanceof Claim.Unknown unknown ? unknown.why() : "an answer is under way");
    }

    private static GroupState present(Entry entry) {
        GroupState known = Waits.stateOf(entry);
        // what this node owns and has not looked at yet, a start probes and keeps
        return entry.ours > 0 && known == GroupState.UNKNOWN && entry.idle() ? GroupState.OFFLINE : known;
    }

    /** What is found on this node without the right to it. */
    private static Map<NodeId, Map<ResourceId, Picture.Truth>> found(MemberState state, Entry entry) {
        boolean nothing = entry.ours > 0
                || entry.state == GroupState.OFFLINE
                || entry.doing == Entry.Doing.CLAIMING
                || !entry.group.nodes().contains(state.me());
        if (nothing) {
            return Map.of();
        }
        FailoverGroup group = entry.group;
        Map<ResourceId, Picture.Truth> resources = new LinkedHashMap<>();
        for (Resource resource : group.resources()) {
            resources.put(resource.id(), Picture.Truth.FAILED); // which of them, the stop finds out
        }
        return Map.of(state.me(), resources);
    }
}
