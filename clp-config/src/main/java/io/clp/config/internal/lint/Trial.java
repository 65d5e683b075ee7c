package io.clp.config.internal.lint;

import io.clp.config.internal.script.Machine;
import io.clp.config.internal.script.Model;
import io.clp.script.ScriptCase;
import io.clp.script.ScriptCommand;
import io.clp.script.ScriptHost;
import io.clp.script.ScriptProblem.Kind;
import io.clp.script.ScriptRun;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A run of a script in one situation.
 *
 * @param situation the situation
 * @param run what it did
 * @param visited the lines that were read
 * @param acts what it started and stopped, in order
 * @param answered the commands that somebody typed an answer for
 */
record Trial(ScriptCase situation, ScriptRun run, BitSet visited, List<Act> acts, Set<Integer> answered) {
    /** Enough for every script that ends. */
    static final int STEPS = 5_000;
    /** Enough for the other situations of a script that is known not to end in one. */
    static final int FEWER_STEPS = 1_000;

    private static final Set<Kind> FATAL =
            Set.of(Kind.MISSING_LABEL, Kind.SYNTAX, Kind.STEP_LIMIT, Kind.CALL_LIMIT, Kind.SIZE_LIMIT);

    /**
     * Runs a script; one command, by its index, fails, none for -1. A script that would wait for ever where all programs succeed may wait
     * for one to fail, which is tried then.
     */
    static Trial of(Model model, ScriptCase situation, boolean filesExist, int failing, int steps) {
        Trial trial = of(model, situation, new Node(filesExist, failing, 0), steps);
        if (trial.isEndless()) {
            Trial denied = of(model, situation, new Node(filesExist, failing, 1), steps);
            return denied.isEndless() ? trial : denied;
        }
        return trial;
    }

    boolean isEndless() {
        return run.met(Kind.STEP_LIMIT);
    }

    private static Trial of(Model model, ScriptCase situation, Node node, int steps) {
        Map<String, String> environment = situation.environment();
        environment.put("CLP_GROUPNAME", "failover");
        environment.put("CLP_RESOURCENAME", "script");
        environment.put("CLP_SCRIPT_PATH", "C:\\clp\\scripts\\failover\\script");
        environment.put("CLP_PATH", "C:\\clp");
        Machine machine = new Machine(node, environment, steps);
        ScriptRun run;
        try {
            run = machine.run(model, List.of());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nothing here waits", e);
        }
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < run.commands().size(); i++) {
            ScriptRun.Ran ran = run.commands().get(i);
            acts.addAll(Act.of(ran.line(), ran.program(), ran.arguments(), ran.text(), i));
        }
        return new Trial(situation, run, machine.visited(), List.copyOf(acts), Set.copyOf(node.answered));
    }

    /** Whether the run broke off, or did not do what it says. */
    boolean brokeOff() {
        return run.problems().stream().anyMatch(it -> FATAL.contains(it.kind()));
    }

    /** What it stops, but for applications that it waited for. */
    List<Act> stops() {
        return acts.stream()
                .filter(it -> !it.starts() && !it.how().equals("armload"))
                .toList();
    }

    /** What runs behind it because of it: what was started and not stopped again. */
    List<Act> leavesRunning(Things things) {
        List<Act> running = new ArrayList<>();
        for (Act each : acts) {
            running.removeIf(it -> things.same(it, each));
            if (each.starts()) {
                running.add(each);
            }
        }
        return running;
    }

    private static final class Node implements ScriptHost {
        private final boolean filesExist;
        private final int failing;
        private final int answer;
        private final List<Integer> answered = new ArrayList<>();
        private int count;

        /** What only asks is answered with {@code answer}; what starts or stops succeeds. */
        Node(boolean filesExist, int failing, int answer) {
            this.filesExist = filesExist;
            this.failing = failing;
            this.answer = answer;
        }

        @Override
        public int run(ScriptCommand command) {
            if (!command.input().isEmpty()) {
                answered.add(count);
            }
            if (count++ == failing) {
                return 1;
            }
            boolean acts =
                    !Act.of(0, command.program(), command.arguments(), "", 0).isEmpty();
            return acts ? 0 : answer;
        }

        @Override
        public boolean exists(String path) {
            return filesExist;
        }
    }
}
