package io.clp.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.failover.Exclusion;
import io.clp.failover.Plan;
import io.clp.failover.Plan.Action;
import io.clp.failover.Plan.Kind;
import io.clp.internal.plan.Picture.NodeStatus;
import io.clp.internal.plan.Picture.Ownership;
import io.clp.internal.plan.Picture.Truth;
import io.clp.internal.plan.Picture.Wish;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What holds for every plan, written down without regard to how plans are made. */
final class PlanRules {
    private final Plan plan;
    private final Map<NodeId, NodeStatus> nodes = new HashMap<>();
    private final Map<GroupId, Picture.Group> groups = new HashMap<>();
    private final Map<GroupId, Plan.Placement> placements = new HashMap<>();

    private PlanRules(Picture picture, Plan plan) {
        this.plan = plan;
        picture.nodes().forEach(it -> nodes.put(it.id(), it.status()));
        picture.groups().forEach(it -> groups.put(it.definition().id(), it));
        plan.placements().forEach(it -> placements.put(it.group(), it));
    }

    static void check(Picture picture, Plan plan) {
        PlanRules rules = new PlanRules(picture, plan);
        assertThat(plan.placements())
                .extracting(Plan.Placement::group)
                .containsExactlyElementsOf(picture.groups().stream()
                        .map(it -> it.definition().id())
                        .toList());
        rules.numbers();
        rules.placements();
        plan.actions().forEach(rules::action);
        actions(plan, Kind.START).forEach(rules::start);
    }

    /** Returns whether two groups must not be on one node. */
    static boolean apart(FailoverGroup one, FailoverGroup other) {
        if (one.id().equals(other.id())) {
            return false;
        }
        Exclusion first = one.placement().exclusion();
        Exclusion second = other.placement().exclusion();
        boolean exclusive = first != Exclusion.NONE && second != Exclusion.NONE;
        return one.placement().neverWith().contains(other.id())
                || other.placement().neverWith().contains(one.id())
                || (exclusive && (first == Exclusion.ABSOLUTE || second == Exclusion.ABSOLUTE));
    }

    private static Stream<Action> actions(Plan plan, Kind kind) {
        return plan.actions().stream().filter(it -> it.kind() == kind);
    }

    /** What an action waits for stands before it, so that nothing waits in a circle. */
    private void numbers() {
        List<GroupId> started = new ArrayList<>();
        for (int i = 0; i < plan.actions().size(); i++) {
            Action action = plan.actions().get(i);
            assertThat(action.number()).isEqualTo(i + 1);
            assertThat(action.after())
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(it -> it > 0 && it <= action.number());
            assertThat(action.after()).doesNotContain(action.number());
            assertThat(action.reason()).isNotBlank();
            if (action.kind() == Kind.START) {
                started.add(action.group().orElseThrow());
            }
        }
        assertThat(started).as("one start of a group").doesNotHaveDuplicates();
    }

    private void placements() {
        for (Plan.Placement placement : plan.placements()) {
            List<NodeId> others =
                    new ArrayList<>(group(placement.group()).definition().nodes());
            placement.node().ifPresent(others::remove);
            assertThat(placement.reason()).isNotBlank();
            assertThat(placement.notElsewhere().keySet()).containsExactlyElementsOf(others);
            assertThat(placement.notElsewhere().values()).allMatch(it -> !it.isBlank());
        }
    }

    private void action(Action action) {
        NodeStatus status = status(action.node());
        if (action.kind() == Kind.FENCE) {
            assertThat(status).as("%s", action).isEqualTo(NodeStatus.LOST);
            return;
        }
        Picture.Group group = group(action.group().orElseThrow());
        assertThat(status.inContact()).as("%s on a node that can act", action).isTrue();
        assertThat(group.ownership()).as("%s", action).isNotInstanceOf(Ownership.Unknown.class);
        if (action.kind() == Kind.STOP && owner(group).equals(Optional.of(action.node()))) {
            assertThat(group.wish()).as("%s", action).isEqualTo(Wish.RUN);
        }
    }

    private void start(Action start) {
        Picture.Group group = group(start.group().orElseThrow());
        boolean own = owner(group).equals(Optional.of(start.node())) && status(start.node()) == NodeStatus.STANDBY;
        assertThat(own || status(start.node()) == NodeStatus.ONLINE)
                .as("%s", start)
                .isTrue();
        assertThat(group.wish()).as("%s", start).isEqualTo(Wish.RUN);
        assertThat(group.definition().nodes()).as("%s", start).contains(start.node());
        assertThat(group.barred()).as("%s", start).doesNotContainKey(start.node());
        assertThat(at(start.group().orElseThrow())).contains(start.node());
        afterFences(start, group);
        afterStops(start, group);
        company(start, group);
        order(start, group);
    }

    private void afterFences(Action start, Picture.Group group) {
        List<NodeId> lost = new ArrayList<>();
        owner(group).ifPresent(lost::add);
        group.truth().forEach((node, truth) -> {
            boolean clean = truth.values().stream().allMatch(it -> it == Truth.OFFLINE);
            boolean owned = owner(group).equals(Optional.of(node));
            if (!clean) {
                lost.add(node);
                assertThat(status(node).inContact() && !owned && truth.containsValue(Truth.UNKNOWN))
                        .as("%s while it is unknown on %s", start, node)
                        .isFalse();
            }
        });
        for (NodeId node : lost) {
            if (status(node) == NodeStatus.LOST) {
                assertThat(before(start, Kind.FENCE)).as("%s", start).anyMatch(it -> it.node()
                        .equals(node));
            }
        }
    }

    /** A start waits for every stop of the group, and for those on its node of groups that it must not be beside. */
    private void afterStops(Action start, Picture.Group group) {
        List<Action> before = before(start, Kind.STOP);
        actions(plan, Kind.STOP).forEach(stop -> {
            boolean same = stop.group().equals(start.group());
            FailoverGroup other = group(stop.group().orElseThrow()).definition();
            boolean room = stop.node().equals(start.node()) && apart(group.definition(), other);
            assertThat((same || room) && !before.contains(stop))
                    .as("%s waits for %s", start, stop)
                    .isFalse();
        });
    }

    private void company(Action start, Picture.Group group) {
        for (Plan.Placement other : plan.placements()) {
            boolean there = other.node().equals(Optional.of(start.node()));
            assertThat(there && apart(group.definition(), group(other.group()).definition()))
                    .as("%s beside %s", start, other.group())
                    .isFalse();
        }
        for (GroupId leader : group.definition().placement().sameNodeAs()) {
            assertThat(at(leader)).as("%s with %s", start, leader).contains(start.node());
        }
    }

    private void order(Action start, Picture.Group group) {
        for (GroupId other : group.definition().placement().startAfter()) {
            boolean waits =
                    before(start, Kind.START).stream().anyMatch(it -> it.group().equals(Optional.of(other)));
            boolean stops = actions(plan, Kind.STOP)
                    .anyMatch(it -> it.group().equals(Optional.of(other))
                            && owner(group(other)).equals(Optional.of(it.node())));
            assertThat(group.waited() || waits || (isOnline(group(other)) && !stops))
                    .as("%s after %s", start, other)
                    .isTrue();
        }
    }

    private boolean isOnline(Picture.Group group) {
        Optional<NodeId> owner = owner(group);
        if (owner.isEmpty() || !status(owner.get()).inContact()) {
            return false;
        }
        Map<?, Truth> truth = group.truth().getOrDefault(owner.get(), Map.of());
        return group.state() == GroupState.ONLINE
                || (group.state() == GroupState.UNKNOWN
                        && truth.size() == group.definition().resources().size()
                        && truth.values().stream().allMatch(it -> it == Truth.ONLINE));
    }

    private List<Action> before(Action action, Kind kind) {
        return action.after().stream()
                .map(it -> plan.actions().get(it - 1))
                .filter(it -> it.kind() == kind)
                .toList();
    }

    private Picture.Group group(GroupId id) {
        return groups.get(id);
    }

    private Optional<NodeId> at(GroupId id) {
        return placements.get(id).node();
    }

    private NodeStatus status(NodeId node) {
        return nodes.getOrDefault(node, NodeStatus.LOST);
    }

    private static Optional<NodeId> owner(Picture.Group group) {
        return group.ownership() instanceof Ownership.Held held ? Optional.of(held.owner()) : Optional.empty();
    }
}
