package io.clp.internal.plan;

import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.failover.Exclusion;
import io.clp.failover.FinalAction;
import io.clp.internal.plan.Picture.NodeStatus;
import io.clp.internal.plan.Picture.Ownership;
import io.clp.internal.plan.Picture.Truth;
import io.clp.internal.plan.Picture.Wish;
import io.clp.internal.script.SplitMix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Clusters drawn from a seed, most of them in trouble. Groups name only groups before them, so that no order goes in a circle. */
final class RandomPictures {
    private static final List<String> RESOURCES = List.of("disk", "ip", "iis");

    private final SplitMix random;
    private final List<NodeId> names = new ArrayList<>();
    private final Map<NodeId, NodeStatus> nodes = new LinkedHashMap<>();
    private final List<GroupDraft> groups = new ArrayList<>();

    private RandomPictures(long seed) {
        random = new SplitMix(seed);
    }

    /** Returns the cluster of a seed. */
    static PlayedCluster of(long seed) {
        RandomPictures made = new RandomPictures(seed);
        made.make();
        return new PlayedCluster(made.nodes, made.groups, seed);
    }

    private void make() {
        int count = 1 + random.below(5);
        for (int i = 1; i <= count; i++) {
            names.add(NodeId.of("SV" + i));
            nodes.put(names.get(i - 1), often(2) ? NodeStatus.ONLINE : oneOf(NodeStatus.values()));
        }
        int groupCount = 1 + random.below(8);
        for (int i = 0; i < groupCount; i++) {
            groups.add(group(i));
        }
    }

    private GroupDraft group(int number) {
        Set<String> list = new LinkedHashSet<>();
        int length = 1 + random.below(names.size());
        for (int i = 0; i < 2 * length; i++) {
            list.add(names.get(random.below(names.size())).value());
        }
        GroupDraft draft = new GroupDraft("g" + number, List.copyOf(list));
        draft.resources.addAll(RESOURCES.subList(0, 1 + random.below(RESOURCES.size())));
        policies(draft, list.size());
        wishes(draft, number);
        state(draft);
        truth(draft);
        return draft;
    }

    private void policies(GroupDraft draft, int nodeCount) {
        draft.failover.automatic(!seldom(6)).failback(seldom(3));
        if (seldom(4) && nodeCount > 1) {
            draft.failover.failovers(1 + random.below(nodeCount - 1));
        }
        if (seldom(3)) {
            FinalAction action = often(1) ? FinalAction.stopGroup() : FinalAction.of("page", failed -> {});
            draft.failover.finalAction(seldom(3) ? action.evenAlone() : action);
        }
        draft.placement.exclusion(seldom(3) ? oneOf(Exclusion.values()) : Exclusion.NONE);
    }

    private void wishes(GroupDraft draft, int number) {
        for (int other = 0; other < number; other++) {
            switch (random.below(12)) {
                case 0 -> draft.placement.startAfter("g" + other);
                case 1 -> draft.placement.sameNodeAs("g" + other);
                case 2 -> draft.placement.neverWith("g" + other);
                case 3 -> draft.placement.startAfter("g" + other).sameNodeAs("g" + other);
                default -> {}
            }
        }
    }

    private void state(GroupDraft draft) {
        NodeId some = node();
        switch (random.below(8)) {
            case 0 -> draft.free(Optional.empty());
            case 1 -> draft.free(Optional.of(some));
            case 2 -> {
                draft.held(some, oneOf(GroupState.values()));
                draft.ownership = seldom(2) ? new Ownership.Unknown("no answer") : draft.ownership;
            }
            case 3 -> draft.held(some, oneOf(GroupState.values()));
            default -> draft.held(some, GroupState.ONLINE);
        }
        draft.wish = seldom(8) ? Wish.STOPPED : Wish.RUN;
        boolean held = draft.ownership instanceof Ownership.Held;
        draft.failed = held && seldom(5) ? Optional.of("no answer") : Optional.empty();
        draft.target = seldom(8) ? Optional.of(node()) : Optional.empty();
        if (seldom(5)) {
            draft.barred.put(node(), "its start failed there");
        }
        draft.failovers = seldom(3) ? random.below(4) : 0;
        draft.waited = seldom(6);
        draft.cause = seldom(4) ? StartCause.FAILOVER : StartCause.START;
        draft.ended = seldom(10);
    }

    private void truth(GroupDraft draft) {
        for (NodeId node : names) {
            if (seldom(6)) {
                Map<ResourceId, Truth> found = new LinkedHashMap<>();
                draft.resources.forEach(it -> found.put(ResourceId.of(it), oneOf(Truth.values())));
                draft.truth.put(node, found);
            }
        }
    }

    private NodeId node() {
        return names.get(random.below(names.size()));
    }

    /** Returns true once in so many times. */
    private boolean seldom(int times) {
        return random.below(times) == 0;
    }

    /** Returns true all but once in so many and one times. */
    private boolean often(int times) {
        return random.below(times + 1) != 0;
    }

    private <T> T oneOf(T[] values) {
        return values[random.below(values.length)];
    }

    /** Returns the group of a number. */
    static GroupId id(int number) {
        return GroupId.of("g" + number);
    }
}
