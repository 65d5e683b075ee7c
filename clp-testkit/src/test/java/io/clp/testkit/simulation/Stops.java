package io.clp.testkit.simulation;

import io.clp.FailoverGroup;
import io.clp.failover.FailoverPolicy;
import io.clp.testkit.simulation.Scene.Change;
import io.clp.testkit.simulation.Scene.Machine;
import io.clp.testkit.simulation.Scene.Ownership;
import io.clp.testkit.simulation.Scene.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What a group is stopped and restarted for. */
final class Stops {
    private static final long JUST_NOW = 90 * Judge.SECOND;
    private static final int STOPS_MAX = 10;
    private static final long CIRCLE = 30 * Judge.SECOND;

    private final Arena arena;
    private final Scene scene;
    private final BiConsumer<Rule, String> told;
    private long askedAt = -JUST_NOW;
    private final Map<String, Deque<Long>> restarts = new HashMap<>();
    private final Map<String, Deque<Long>> stops = new HashMap<>();

    Stops(Arena arena, Scene scene, BiConsumer<Rule, String> told) {
        this.arena = arena;
        this.scene = scene;
        this.told = told;
    }

    void asked(Step step, Line line) {
        switch (step.kind()) {
            case "START" -> {
                restarts.keySet().removeIf(it -> it.endsWith(" " + step.group()));
                if (!line.what().startsWith("step ")) {
                    askedAt = line.micros(); // where its node may not start it, it is moved
                }
            }
            case "STOP", "MOVE", "DRAIN" -> askedAt = line.micros();
            default -> {}
        }
    }

    void machine(Line line) {
        if (line.subject().equals("machine")) {
            restarts.keySet().removeIf(it -> it.startsWith(line.node() + " "));
        }
    }

    void changed(Line line, Change change) {
        boolean pending = change.to().endsWith("_PENDING") && !change.from().endsWith("_PENDING");
        if (change.cause().equals("restart") && pending) {
            restarted(line);
        } else if (change.stop()) {
            stopped(line, change);
        }
    }

    private void restarted(Line line) {
        FailoverPolicy policy = scene.groups.get(line.group()).failover();
        Deque<Long> before = restarts.computeIfAbsent(line.node() + " " + line.group(), it -> new ArrayDeque<>());
        if (!before.isEmpty() && line.micros() - before.getLast() < Judge.SECOND / 10) {
            return; // the same one goes on
        }
        long reset = policy.resetAfter().toMillis() * 1_000;
        if (!before.isEmpty() && line.micros() - before.getLast() > reset - Judge.SECOND) {
            before.clear();
        }
        before.add(line.micros());
        if (arena.sure() && before.size() > policy.restarts()) {
            told.accept(Rule.RESTART_CAP, "restart " + before.size() + " of " + policy.restarts());
        }
    }

    private void stopped(Line line, Change change) {
        Machine machine = scene.machine(line.node());
        boolean awake = line.micros() - machine.goesOnAt >= Judge.SECOND; // else it hears what happened meanwhile
        boolean planned = line.micros() - askedAt > JUST_NOW;
        if (machine.contact.equals("SUSPENDED")
                && awake
                && planned
                && change.from().equals("ONLINE")) {
            told.accept(Rule.SUSPENDED_KEEPS, "contact is suspended");
        }
        FailoverGroup group = scene.groups.get(line.group());
        boolean move = change.cause().contains("GROUP_MOVE");
        if (group.failover().failback() && move && planned && !change.from().equals("ONLINE")) {
            told.accept(Rule.FAILBACK_OF_THE_HEALTHY, "it was " + change.from());
        }
        if (change.cause().contains("GROUP_FAILOVER") && change.from().equals("ONLINE")) {
            failedOver(line, group, machine);
        }
        Deque<Long> recent = stops.computeIfAbsent(line.node() + " " + line.group(), it -> new ArrayDeque<>());
        recent.add(line.micros());
        recent.removeIf(it -> line.micros() - it > CIRCLE);
        if (recent.size() > STOPS_MAX && line.micros() - askedAt > CIRCLE) {
            told.accept(Rule.NO_CIRCLE, recent.size() + " stops within 30 seconds");
        }
    }

    private void failedOver(Line line, FailoverGroup group, Machine machine) {
        Ownership owner = scene.owner(line.group());
        boolean mine = owner != null && owner.node().equals(line.node()) && machine.contact.equals("CONNECTED");
        if (!mine || machine.everStoodStill) {
            return;
        }
        if (!group.failover().automatic()) {
            told.accept(Rule.BY_HAND_ONLY, "it is stopped for a failover");
        }
        Deque<Long> before = restarts.getOrDefault(line.node() + " " + line.group(), new ArrayDeque<>());
        long reset = group.failover().resetAfter().toMillis() * 1_000;
        boolean counted = group.failover().restarts() == 0
                || (!before.isEmpty() && line.micros() - before.getLast() <= reset + Judge.SECOND);
        if (arena.sure() && !counted && othersWereThere(line, group)) {
            told.accept(
                    Rule.RESTARTS_FIRST,
                    "it was not restarted within " + group.failover().resetAfter());
        }
    }

    /** Returns whether the others could have had the group for long, so that a failover did not wait for them. */
    private boolean othersWereThere(Line line, FailoverGroup group) {
        return group.nodes().stream()
                .filter(it -> !it.value().equals(line.node()))
                .map(it -> scene.machine(it.value()))
                .allMatch(it -> it.alive && !it.troubled && !it.drained && !scene.allTroubled);
    }
}
