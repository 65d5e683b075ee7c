package io.clp.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.DefinitionException;
import io.clp.FailoverGroup;
import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.failover.FinalAction;
import io.clp.failover.Plan;
import io.clp.failover.Plan.Action;
import io.clp.internal.definition.GroupsTogether;
import io.clp.internal.plan.Picture.NodeStatus;
import io.clp.internal.plan.Picture.Ownership;
import io.clp.internal.plan.Picture.Truth;
import io.clp.internal.plan.Picture.Wish;
import io.clp.internal.script.SplitMix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A cluster in which plans are carried out at once and without error, one action at a time. Not thread-safe. */
final class PlayedCluster {
    private final Map<NodeId, NodeStatus> nodes;
    private final Map<GroupId, GroupDraft> groups = new LinkedHashMap<>();
    private final Map<GroupId, FailoverGroup> definitions = new LinkedHashMap<>();
    private final SplitMix random;

    PlayedCluster(Map<NodeId, NodeStatus> nodes, List<GroupDraft> drafts, long seed) {
        this.nodes = nodes;
        random = new SplitMix(~seed);
        for (GroupDraft draft : drafts) {
            groups.put(GroupId.of(draft.id), draft);
            definitions.put(GroupId.of(draft.id), draft.definition());
        }
    }

    /** Returns whether the groups' wishes can all be true; others are refused before anything is planned. */
    boolean isPossible() {
        try {
            GroupsTogether.check(definitions.values());
            return true;
        } catch (DefinitionException e) {
            return false;
        }
    }

    Picture picture() {
        return picture(false);
    }

    /** Returns the picture with everything in another order whose order does not matter. */
    Picture shuffled() {
        return picture(true);
    }

    private Picture picture(boolean shuffled) {
        List<Picture.Node> list = new ArrayList<>();
        nodes.forEach((id, status) -> list.add(new Picture.Node(id, status)));
        if (shuffled) {
            Collections.reverse(list);
        }
        List<Picture.Group> all = new ArrayList<>();
        groups.forEach((id, draft) -> {
            Picture.Group group = draft.build(definitions.get(id));
            all.add(shuffled ? reversed(group) : group);
        });
        return new Picture(list, all);
    }

    private static Picture.Group reversed(Picture.Group group) {
        return new Picture.Group(
                group.definition(),
                group.ownership(),
                group.wish(),
                group.state(),
                group.failed(),
                group.target(),
                reversed(group.barred()),
                group.failovers(),
                group.waited(),
                reversed(group.truth()),
                group.cause(),
                group.ended());
    }

    private static <V> Map<NodeId, V> reversed(Map<NodeId, V> map) {
        List<NodeId> keys = new ArrayList<>(map.keySet());
        Collections.reverse(keys);
        Map<NodeId, V> result = new LinkedHashMap<>();
        keys.forEach(it -> result.put(it, map.get(it)));
        return result;
    }

    /** Carries out one action that waits for none, and returns whether there was one. */
    boolean step(Plan plan) {
        List<Action> ready =
                plan.actions().stream().filter(it -> it.after().isEmpty()).toList();
        if (ready.isEmpty()) {
            assertThat(plan.actions()).as("actions that all wait").isEmpty();
            return false;
        }
        Action action = ready.get(random.below(ready.size()));
        switch (action.kind()) {
            case FENCE -> nodes.put(action.node(), NodeStatus.FENCED);
            case PROBE -> probe(action);
            case STOP -> stop(action, plan);
            case START -> start(action);
            case FINAL_ACTION -> end(action);
        }
        return true;
    }

    private GroupDraft group(Action action) {
        GroupDraft draft = groups.get(action.group().orElseThrow());
        assertThat(draft).isNotNull();
        return draft;
    }

    private void probe(Action action) {
        Truth found = random.below(2) == 0 ? Truth.OFFLINE : Truth.ONLINE;
        ResourceId resource = action.resource().orElseThrow();
        group(action)
                .truth
                .computeIfAbsent(action.node(), node -> new LinkedHashMap<>())
                .put(resource, found);
    }

    private void stop(Action action, Plan plan) {
        GroupDraft group = group(action);
        if (!holds(group, action.node())) {
            assertThat(group.truth).as("what is stopped: %s", action).containsKey(action.node());
            group.truth.remove(action.node());
            return;
        }
        Optional<Action> start = plan.actions().stream()
                .filter(it -> it.kind() == Plan.Kind.START && it.group().equals(action.group()))
                .findFirst();
        if (group.failed.isPresent()) {
            group.barred.put(action.node(), "it failed there");
        }
        group.free(start.map(Action::node));
        group.truth.remove(action.node());
        group.failed = Optional.empty();
        group.cause = start.flatMap(Action::startCause).orElse(StartCause.START);
    }

    private void start(Action action) {
        GroupDraft group = group(action);
        assertAlone(group, action);
        if (action.startCause().equals(Optional.of(StartCause.FAILOVER))) {
            group.failovers++;
        }
        group.held(action.node(), GroupState.ONLINE);
        group.truth.remove(action.node());
        group.calm();
    }

    /** By what the nodes hold: nobody else runs the group, and nobody is there that it must not be beside. */
    private void assertAlone(GroupDraft group, Action action) {
        if (group.ownership instanceof Ownership.Held held) {
            assertThat(held.owner().equals(action.node()) || nodes.get(held.owner()) == NodeStatus.FENCED)
                    .as("%s while %s has it", action, held.owner())
                    .isTrue();
        }
        group.truth.forEach((node, found) -> assertThat(nodes.get(node) == NodeStatus.FENCED
                        || holds(group, node)
                        || found.values().stream().allMatch(it -> it == Truth.OFFLINE))
                .as("%s while %s runs %s", action, node, found)
                .isTrue());
        for (Map.Entry<GroupId, GroupDraft> other : groups.entrySet()) {
            boolean there = holds(other.getValue(), action.node()) && !isOffline(other.getValue(), action.node());
            assertThat(there && PlanRules.apart(definition(group), definitions.get(other.getKey())))
                    .as("%s beside %s", action, other.getKey())
                    .isFalse();
        }
    }

    private static boolean isOffline(GroupDraft group, NodeId owner) {
        Map<ResourceId, Truth> truth = group.truth.getOrDefault(owner, Map.of());
        boolean probed = truth.size() == group.resources.size()
                && truth.values().stream().allMatch(it -> it == Truth.OFFLINE);
        return group.state == GroupState.OFFLINE || (group.state == GroupState.UNKNOWN && probed);
    }

    private FailoverGroup definition(GroupDraft group) {
        return definitions.get(GroupId.of(group.id));
    }

    private static boolean holds(GroupDraft group, NodeId node) {
        return group.ownership.equals(new Ownership.Held(node));
    }

    private void end(Action action) {
        GroupDraft group = group(action);
        assertThat(group.ended).as("%s, once more", action).isFalse();
        group.ended = true;
        if (definition(group).failover().finalAction().kind() == FinalAction.Kind.STOP_GROUP) {
            group.wish = Wish.STOPPED;
        }
    }
}
