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
    private static final int STEPS = 10_000;
    private static final Set<Kind> FATAL =
            Set.of(Kind.MISSING_LABEL, Kind.SYNTAX, Kind.STEP_LIMIT, Kind.CALL_LIMIT, Kind.SIZE_LIMIT);

    /** Runs a script; one command, by its index, fails, none for -1. */
    static Trial of(Model model, ScriptCase situation, boolean filesExist, int failing) {
        Map<String, String> environment = situation.environment();
        environment.put("CLP_GROUPNAME", "failover");
        environment.put("CLP_RESOURCENAME", "script");
        environment.put("CLP_SCRIPT_PATH", "C:\\clp\\scripts\\failover\\script");
        environment.put("CLP_PATH", "C:\\clp");
        Node node = new Node(filesExist, failing);
        Machine machine = new Machine(node, environment, STEPS);
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

    List<Act> stops() {
        return acts.stream().filter(it -> !it.starts()).toList();
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
        private final List<Integer> answered = new ArrayList<>();
        private int count;

        Node(boolean filesExist, int failing) {
            this.filesExist = filesExist;
            this.failing = failing;
        }

        @Override
        public int run(ScriptCommand command) {
            if (!command.input().isEmpty()) {
                answered.add(count);
            }
            return count++ == failing ? 1 : 0;
        }

        @Override
        public boolean exists(String path) {
            return filesExist;
        }
    }
}
