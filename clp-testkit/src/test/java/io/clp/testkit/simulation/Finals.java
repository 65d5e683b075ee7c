package io.clp.testkit.simulation;

import io.clp.testkit.simulation.Scene.Change;
import io.clp.testkit.simulation.Scene.Machine;
import io.clp.testkit.simulation.Scene.Step;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Final actions. */
final class Finals {
    private static final String FINAL = "final action of ";

    private final Scene scene;
    private final BiConsumer<Rule, String> told;
    /** Where the final action of a group has run since it was started last. */
    private final Map<String, String> ran = new HashMap<>();

    Finals(Scene scene, BiConsumer<Rule, String> told) {
        this.scene = scene;
        this.told = told;
    }

    void asked(Step step) {
        if (step.kind().equals("START") || step.kind().equals("MOVE")) {
            ran.remove(step.group());
        }
    }

    void changed(Line line, Change change) {
        if (change.begins("ONLINE") || change.start()) {
            ran.remove(line.group());
        }
        boolean again = line.node().equals(ran.get(line.group()));
        if (again && change.stop() && change.cause().contains("GROUP_MOVE")) {
            told.accept(Rule.FAILBACK_OF_THE_HEALTHY, "it has failed, its final action has run, and it is moved");
        }
    }

    void other(Line line) {
        if (!line.subject().equals("note") || !line.what().startsWith(FINAL)) {
            return;
        }
        String group = line.what().substring(FINAL.length());
        if (line.node().equals(ran.put(group, line.node()))) {
            told.accept(Rule.FINAL_ONCE, "it has run for this failure already");
        }
        boolean company = scene.groups.get(group).nodes().stream()
                .filter(it -> !it.value().equals(line.node()))
                .map(it -> scene.machine(it.value()))
                .anyMatch(it -> isThere(it, line));
        if (!company) {
            told.accept(Rule.FINAL_NOT_ALONE, "no other node is there");
        }
    }

    private static boolean isThere(Machine machine, Line line) {
        return machine.alive || line.micros() - machine.aliveUntil < 2 * Judge.SECOND;
    }
}
