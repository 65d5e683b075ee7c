package io.clp.testkit.simulation;

import io.clp.FailoverGroup;
import io.clp.GroupId;
import io.clp.NodeId;
import io.clp.failover.Exclusion;
import io.clp.failover.PlacementPolicy;
import io.clp.testkit.simulation.Scene.Answer;
import io.clp.testkit.simulation.Scene.Change;
import io.clp.testkit.simulation.Scene.Machine;
import io.clp.testkit.simulation.Scene.Ownership;
import io.clp.testkit.simulation.Scene.Step;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Where, when, why and how often a group is started. */
final class Starts {
    private static final int STARTS_MAX = 10;
    private static final long CIRCLE = 30 * Judge.SECOND;
    private static final long LATELY = 15 * Judge.SECOND;

    private final Arena arena;
    private final Scene scene;
    private final BiConsumer<Rule, String> told;
    private final Map<String, Deque<Long>> failovers = new HashMap<>();
    private final Map<String, String> failedOverTo = new HashMap<>();
    private final Map<String, Deque<Long>> starts = new HashMap<>();
    private final Map<String, Long> onlineUntil = new HashMap<>();
    /** Per node and group: until when the node could know that the group was online on a node in contact. */
    private final Map<String, Long> seenUntil = new HashMap<>();

    private final Set<String> failedOn = new HashSet<>();
    /** Groups that were given back for nobody, and that nobody asked to start since their stop was asked for. */
    private final Set<String> stopped = new HashSet<>();

    private final Set<String> askedLate = new HashSet<>();
    private boolean begun;
    private boolean delays;
    private long askedAt = -LATELY;

    Starts(Arena arena, Scene scene, BiConsumer<Rule, String> told) {
        this.arena = arena;
        this.scene = scene;
        this.told = told;
    }

    void asked(Step step, Line line) {
        begun |= line.what().startsWith("step ");
        switch (step.kind()) {
            case "START", "MOVE" -> {
                askedAt = line.micros();
                askedLate.add(step.group());
                stopped.remove(step.group());
                failovers.remove(step.group());
                failedOverTo.remove(step.group());
                if (step.kind().equals("START")) {
                    boolean somewhere = line.what().startsWith("step ");
                    scene.ask(somewhere ? step.node() : Scene.ANYWHERE, step.group());
                }
            }
            case "PAUSE", "FREEZE", "SLOW_LINK", "DELAY_ANSWERS" -> delays = true;
            case "STOP" -> {
                if (!delays) {
                    askedLate.remove(step.group());
                }
            }
            default -> {}
        }
    }

    void owned(Line line, Answer record) {
        String group = record.group();
        if (record.released()) {
            Ownership owner = scene.owner(group);
            boolean mine = owner != null && owner.node().equals(line.node());
            if (mine && record.next().isEmpty() && !askedLate.contains(group)) {
                stopped.add(group);
            }
        } else if (record.acquired() > 0) {
            if (stopped.contains(group)) {
                told.accept(Rule.STAYS_STOPPED, group + " was stopped, and nobody asked");
            }
            preferred(line, record);
        }
    }

    private void preferred(Line line, Answer record) {
        FailoverGroup group = scene.groups.get(record.group());
        Ownership before = scene.owner(record.group());
        boolean first = !begun && record.acquired() == 1;
        boolean takeover = before != null && !before.node().equals(line.node());
        boolean free =
                scene.groups.values().stream().allMatch(it -> it.placement().equals(PlacementPolicy.defaults()));
        if (!free || (!first && !takeover) || scene.isAsked(line.node(), record.group())) {
            return;
        }
        for (NodeId node : group.nodes()) {
            if (node.value().equals(line.node())) {
                return;
            }
            Machine machine = scene.machine(node.value());
            boolean fine = machine.alive
                    && !machine.troubled
                    && !machine.drained
                    && !scene.allTroubled
                    && !failedOn.contains(node + " " + record.group());
            if (fine && (before == null || !before.node().equals(node.value()))) {
                told.accept(Rule.MOST_PREFERRED, "nothing is wrong with " + node);
            }
        }
    }

    void changed(Line line, Change change) {
        if (change.from().equals("ONLINE") && !change.to().equals("ONLINE")) {
            onlineUntil.put(line.group(), line.micros());
        }
        if (change.from().equals("ONLINE_PENDING") && !change.to().equals("ONLINE")) {
            failedOn.add(line.node() + " " + line.group());
        }
        if (change.from().equals("ONLINE_PENDING")) {
            scene.answered(line.node(), line.group());
        }
        if (!change.start()) {
            return;
        }
        String contact = scene.machine(line.node()).contact;
        if (!contact.equals("CONNECTED")) {
            told.accept(Rule.CONTACT_BEFORE_START, "contact is " + contact);
        }
        FailoverGroup group = scene.groups.get(line.group());
        together(line, group);
        order(line, group);
        circle(line);
        if (change.cause().contains("FAILOVER")) {
            failover(line, group);
        }
    }

    /** Until now the scene was as it is: time has gone on to a line. */
    void passed(Line line) {
        for (String group : scene.groups.keySet()) {
            boolean seen = false;
            for (Map.Entry<String, Machine> it : scene.machines().entrySet()) {
                boolean online = scene.state(it.getKey(), group).equals("ONLINE");
                seen |= online && it.getValue().alive;
                if (online) {
                    onlineUntil.put(group, line.micros());
                }
            }
            if (seen) {
                scene.machines().forEach((node, it) -> {
                    if (it.alive) {
                        seenUntil.put(node + " " + group, line.micros());
                    }
                });
            }
        }
    }

    private void together(Line line, FailoverGroup group) {
        for (FailoverGroup other : scene.groups.values()) {
            if (other != group && scene.isUp(line.node(), other.id().value()) && excluded(group, other)) {
                told.accept(
                        Rule.NEVER_TOGETHER,
                        other.id() + " is "
                                + scene.state(line.node(), other.id().value()) + " there");
            }
        }
        for (GroupId leader : group.placement().sameNodeAs()) {
            String state = scene.state(line.node(), leader.value());
            if (!scene.isUp(line.node(), leader.value()) && !state.equals("OFFLINE_PENDING")) {
                told.accept(Rule.ONLY_TOGETHER, leader + " is " + scene.state(line.node(), leader.value()) + " there");
            }
        }
    }

    private static boolean excluded(FailoverGroup one, FailoverGroup other) {
        return one.placement().neverWith().contains(other.id())
                || other.placement().neverWith().contains(one.id())
                || (one.placement().exclusion() == Exclusion.ABSOLUTE
                        && other.placement().exclusion() == Exclusion.ABSOLUTE);
    }

    private void order(Line line, FailoverGroup group) {
        for (GroupId before : group.placement().startAfter()) {
            boolean online = scene.machines().keySet().stream()
                    .anyMatch(it -> scene.state(it, before.value()).equals("ONLINE"));
            // what is online beside a dead process, or was, the others take for online until its session has ended
            boolean lately = line.micros() - onlineUntil.getOrDefault(before.value(), -LATELY) < LATELY;
            boolean again = scene.machines().values().stream()
                    .anyMatch(
                            it -> line.micros() - it.aliveSince < LATELY); // what was said before it went is still told
            Ownership owner = scene.owner(before.value());
            boolean unheard =
                    owner != null && !scene.machine(owner.node()).contact.equals("CONNECTED");
            long seen = seenUntil.getOrDefault(line.node() + " " + before, 0L);
            boolean waited = line.micros() - seen >= fastest(group.placement().orderLimit());
            if (!online && !lately && !again && !unheard && !waited && line.micros() - askedAt >= LATELY) {
                told.accept(Rule.START_ORDER, before + " is online nowhere");
            }
        }
    }

    /** Returns how long a limit lasts, in microseconds, by the fastest clock that a schedule sets: it runs by a quarter too fast. */
    private static long fastest(Duration limit) {
        return limit.toMillis() * 1_000 * 4 / 5;
    }

    private void circle(Line line) {
        Deque<Long> recent = starts.computeIfAbsent(line.node() + " " + line.group(), it -> new ArrayDeque<>());
        recent.add(line.micros());
        recent.removeIf(it -> line.micros() - it > CIRCLE);
        if (recent.size() > STARTS_MAX && line.micros() - askedAt > CIRCLE) {
            told.accept(Rule.NO_CIRCLE, recent.size() + " starts within 30 seconds");
        }
    }

    private void failover(Line line, FailoverGroup group) {
        if (scene.isAsked(line.node(), line.group()) || scene.gotAsAsked(line.node(), line.group())) {
            return; // a takeover by hand, which does not count
        }
        if (!group.failover().automatic()) {
            told.accept(Rule.BY_HAND_ONLY, "it fails over");
        }
        if (line.node().equals(failedOverTo.put(line.group(), line.node()))) {
            return; // another process there goes on with the same failover
        }
        Deque<Long> recent = failovers.computeIfAbsent(line.group(), it -> new ArrayDeque<>());
        recent.add(line.micros());
        long within = group.failover().within().toMillis() * 1_000;
        recent.removeIf(it -> line.micros() - it > within - Judge.SECOND);
        int allowed = group.failover().failovers().orElse(group.nodes().size() - 1);
        if (arena.sure() && recent.size() > allowed) {
            told.accept(Rule.FAILOVER_CAP, "failover " + recent.size() + " of " + allowed);
        }
    }
}
