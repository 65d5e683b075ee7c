package io.clp.config.internal.script;

import io.clp.script.ScriptProblem;
import io.clp.script.ScriptProblem.Kind;
import io.clp.script.ScriptRun.Ran;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What a run did so far, and how much it may still do. Not thread-safe. */
final class Recording {
    private static final int MAX_CHARACTERS = 4 * 1_048_576;

    private final int mostSteps;
    private final List<Ran> commands = new ArrayList<>();
    private final List<ScriptProblem> problems = new ArrayList<>();
    private final BitSet visited = new BitSet();
    private List<String> output = new ArrayList<>();
    private boolean outputMuted;
    private boolean errorsMuted;
    private int steps;
    private int characters;

    Recording(int mostSteps) {
        this.mostSteps = mostSteps;
    }

    void step() {
        if (++steps > mostSteps) {
            throw new RunLimit(Kind.STEP_LIMIT, "more than " + mostSteps + " steps: the script loops");
        }
    }

    void visit(int line) {
        visited.set(line);
    }

    void ran(Ran command) {
        keep(command.text().length());
        commands.add(command);
    }

    void problem(Kind kind, String file, int line, String message) {
        keep(message.length());
        problems.add(new ScriptProblem(kind, file, line, message));
    }

    void write(String line) {
        if (!outputMuted) {
            keep(line.length());
            output.add(line);
        }
    }

    void complain(String line) {
        if (!errorsMuted) {
            keep(line.length());
            output.add(line);
        }
    }

    private void keep(int length) {
        characters += length + 1;
        if (characters > MAX_CHARACTERS) {
            throw RunLimit.size("more than " + MAX_CHARACTERS + " characters of output and commands");
        }
    }

    /** Runs a command whose output goes elsewhere. */
    int redirected(List<Redirect> redirects, Body body) throws InterruptedException {
        boolean outBefore = outputMuted;
        boolean errorsBefore = errorsMuted;
        for (Redirect each : redirects) {
            if (!each.input() && each.handle() == Redirect.OUT) {
                outputMuted = each.toHandle() ? each.target().equals("&2") ? errorsMuted : outputMuted : true;
            } else if (!each.input() && each.handle() == Redirect.ERROR) {
                errorsMuted = each.toHandle() ? each.target().equals("&1") ? outputMuted : errorsMuted : true;
            }
        }
        try {
            return body.run();
        } finally {
            outputMuted = outBefore;
            errorsMuted = errorsBefore;
        }
    }

    /** Runs a command and keeps what it writes apart. */
    List<String> apart(Body body) throws InterruptedException {
        List<String> before = output;
        List<String> apart = new ArrayList<>();
        output = apart;
        try {
            body.run();
        } finally {
            output = before;
        }
        return apart;
    }

    List<Ran> commands() {
        return commands;
    }

    List<ScriptProblem> problems() {
        return problems;
    }

    List<String> output() {
        return output;
    }

    BitSet visited() {
        return visited;
    }

    /** Something that runs and has a return code. */
    @FunctionalInterface
    interface Body {
        int run() throws InterruptedException;
    }
}
