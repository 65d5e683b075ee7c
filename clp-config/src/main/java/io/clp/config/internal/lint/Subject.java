package io.clp.config.internal.lint;

import io.clp.config.internal.script.Model;
import io.clp.config.internal.script.Node;
import io.clp.config.internal.script.Tree;
import io.clp.config.internal.script.Words;
import io.clp.script.ScriptCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A script with all its runs on one sort of node. Immutable. */
final class Subject {
    private final Model model;
    private final boolean filesExist;
    private final Map<ScriptCase, Trial> trials = new LinkedHashMap<>();

    Subject(Model model, boolean filesExist) {
        this.model = model;
        this.filesExist = filesExist;
        int steps = Trial.STEPS;
        for (ScriptCase each : ScriptCase.all()) {
            Trial trial = Trial.of(model, each, filesExist, -1, steps);
            steps = trial.isEndless() ? Trial.FEWER_STEPS : steps;
            trials.put(each, trial);
        }
    }

    Model model() {
        return model;
    }

    String file() {
        return model.file();
    }

    Iterable<Trial> trials() {
        return trials.values();
    }

    Trial trial(String event, String disk, String server) {
        return Objects.requireNonNull(trials.get(new ScriptCase(event, disk, server)));
    }

    /** The same run, but one command fails. */
    Trial failing(Trial trial, int command) {
        return Trial.of(model, trial.situation(), filesExist, command, Trial.STEPS);
    }

    /** Every act that some run does or that can be read from the text. */
    List<Act> allActs() {
        List<Act> acts = new ArrayList<>(readActs(model));
        trials.values().forEach(it -> acts.addAll(it.acts()));
        return acts;
    }

    /** The acts that are written without variables. */
    static List<Act> readActs(Model model) {
        List<Act> acts = new ArrayList<>();
        for (Model.Part part : model.parts()) {
            Tree.walk(part.node(), node -> {
                if (node instanceof Node.Simple simple
                        && simple.text().indexOf('%') < 0
                        && simple.text().indexOf('!') < 0) {
                    String text = simple.text();
                    List<String> arguments = Words.forProgram(Words.afterProgram(text));
                    acts.addAll(Act.of(simple.line(), Words.program(text), arguments, text.strip(), -1));
                }
            });
        }
        return acts;
    }

    /** Whether it does nothing for an event although it does something for another, and did not break off. */
    boolean ignores(String event) {
        for (String server : List.of("HOME", "OTHER")) {
            Trial trial = trial(event, "SUCCESS", server);
            if (!trial.acts().isEmpty() || trial.brokeOff()) {
                return false;
            }
        }
        return trials.values().stream().anyMatch(it -> !it.acts().isEmpty());
    }
}
