package io.clp.internal.definition;

import io.clp.FailoverGroup;
import io.clp.GroupId;
import io.clp.NodeId;
import io.clp.failover.Exclusion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what groups say about each other can all be true: their order, and with whom they are on one node. */
final class GroupWishes {
    private final Map<GroupId, FailoverGroup> groups = new LinkedHashMap<>();
    private final Problems problems;

    private GroupWishes(Collection<FailoverGroup> groups, Problems problems) {
        groups.forEach(it -> this.groups.putIfAbsent(it.id(), it));
        this.problems = problems;
    }

    /** Adds what contradicts each other. Names that no group has mean nothing. */
    static void check(Collection<FailoverGroup> groups, Problems problems) {
        GroupWishes wishes = new GroupWishes(groups, problems);
        wishes.circles();
        wishes.together().forEach(wishes::check);
    }

    /** A group on the way of a search, and those that it waits for and that were not looked at yet. */
    private record Step(FailoverGroup group, Deque<GroupId> open) {}

    /** Who is only where another one is starts after it too, so both relations count. */
    private void circles() {
        Set<GroupId> done = new LinkedHashSet<>();
        for (FailoverGroup root : groups.values()) {
            Deque<Step> way = new ArrayDeque<>();
            Set<GroupId> onWay = new LinkedHashSet<>();
            enter(root, done, way, onWay);
            while (!way.isEmpty()) {
                Step step = way.getLast();
                GroupId next = step.open().poll();
                if (next == null) {
                    way.removeLast();
                    onWay.remove(step.group().id());
                } else if (onWay.contains(next)) {
                    circle(way, next);
                } else {
                    enter(groups.get(next), done, way, onWay);
                }
            }
        }
    }

    private static void enter(@Nullable FailoverGroup group, Set<GroupId> done, Deque<Step> way, Set<GroupId> onWay) {
        if (group != null && done.add(group.id())) {
            Set<GroupId> open = new LinkedHashSet<>(group.placement().startAfter());
            open.addAll(group.placement().sameNodeAs());
            open.remove(group.id()); // refused where the group is built
            way.addLast(new Step(group, new ArrayDeque<>(open)));
            onWay.add(group.id());
        }
    }

    private void circle(Deque<Step> way, GroupId first) {
        List<FailoverGroup> path = new ArrayList<>();
        for (Step step : way) {
            if (!path.isEmpty() || step.group().id().equals(first)) {
                path.add(step.group());
            }
        }
        List<String> edges = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            GroupId to = path.get((i + 1) % path.size()).id();
            boolean order = path.get(i).placement().startAfter().contains(to);
            edges.add(path.get(i).id() + (order ? " starts after " : " is only where ") + to + (order ? "" : " is"));
        }
        String names = path.stream().map(it -> it.id() + " -> ").collect(Collectors.joining()) + first;
        problems.add("order", names, String.join(", ", edges) + ": a circle, in which none can start first");
    }

    /** Returns the groups that are on one node by what they say, those with company only. */
    private Collection<List<FailoverGroup>> together() {
        Map<GroupId, Set<GroupId>> company = new LinkedHashMap<>();
        for (FailoverGroup group : groups.values()) {
            for (GroupId other : group.placement().sameNodeAs()) {
                if (groups.containsKey(other)) {
                    company.computeIfAbsent(group.id(), id -> new LinkedHashSet<>())
                            .add(other);
                    company.computeIfAbsent(other, id -> new LinkedHashSet<>()).add(group.id());
                }
            }
        }
        List<List<FailoverGroup>> sets = new ArrayList<>();
        Set<GroupId> done = new LinkedHashSet<>();
        for (GroupId root : company.keySet()) {
            Set<GroupId> all = new LinkedHashSet<>();
            Deque<GroupId> open = new ArrayDeque<>(List.of(root));
            while (!open.isEmpty()) {
                GroupId next = open.remove();
                if (done.add(next)) {
                    all.add(next);
                    open.addAll(company.getOrDefault(next, Set.of()));
                }
            }
            if (!all.isEmpty()) {
                sets.add(groups.values().stream()
                        .filter(it -> all.contains(it.id()))
                        .toList());
            }
        }
        return sets;
    }

    private void check(List<FailoverGroup> together) {
        String names = together.stream().map(it -> it.id().value()).collect(Collectors.joining(", "));
        Set<NodeId> common = new LinkedHashSet<>(together.get(0).nodes());
        together.forEach(it -> common.retainAll(it.nodes()));
        if (common.isEmpty()) {
            problems.add(
                    "sameNodeAs", names, "these are to be on one node, but no node is in the lists of all of them");
        }
        Set<GroupId> ids = together.stream().map(FailoverGroup::id).collect(Collectors.toSet());
        for (FailoverGroup group : together) {
            for (GroupId other : group.placement().neverWith()) {
                if (ids.contains(other)) {
                    problems.add(
                            "neverWith",
                            other,
                            "group " + group.id() + " is never with it, but by sameNodeAs both are on one node: "
                                    + names);
                }
            }
        }
        exclusion(together);
    }

    private void exclusion(List<FailoverGroup> together) {
        List<FailoverGroup> exclusive = together.stream()
                .filter(it -> it.placement().exclusion() != Exclusion.NONE)
                .toList();
        for (FailoverGroup group : exclusive) {
            if (group.placement().exclusion() == Exclusion.ABSOLUTE && exclusive.size() > 1) {
                String others = exclusive.stream()
                        .filter(it -> it != group)
                        .map(it -> it.id() + " (" + it.placement().exclusion() + ")")
                        .collect(Collectors.joining(", "));
                problems.add(
                        "exclusion",
                        Exclusion.ABSOLUTE,
                        "group " + group.id()
                                + " shares its node with no exclusive group, but by sameNodeAs is on one node with "
                                + others);
            }
        }
    }
}
