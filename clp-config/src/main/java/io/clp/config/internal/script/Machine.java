package io.clp.config.internal.script;

import io.clp.script.ScriptException;
import io.clp.script.ScriptHost;
import io.clp.script.ScriptProblem;
import io.clp.script.ScriptProblem.Kind;
import io.clp.script.ScriptRun;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs a script. For one run and one thread. */
public final class Machine {
    private static final int MOST_CALLS = 100;
    private static final int MOST_DEPTH = 400;
    private static final int AFTER_SYNTAX = 255;

    private final ScriptHost host;
    private final Variables variables;
    private final Recording recording;
    private final Evaluator evaluator;
    private final Deque<Level> levels = new ArrayDeque<>();
    private Flow flow = Flow.ON;
    private int depth;

    /** How it goes on after a command. */
    enum Flow {
        /** With the next one. */
        ON,
        /** With the line that was jumped to. */
        JUMPED,
        /** Behind the call of this script or label. */
        LEFT,
        /** Not at all. */
        ENDED
    }

    /**
     * Makes a machine.
     *
     * @param host what it runs on
     * @param environment the variables at the beginning
     * @param steps the most steps
     */
    public Machine(ScriptHost host, Map<String, String> environment, int steps) {
        this.host = host;
        this.variables = new Variables(environment);
        this.recording = new Recording(steps);
        this.evaluator = new Evaluator(this);
    }

    /**
     * Runs a script to its end.
     *
     * @param model the script
     * @param arguments its arguments
     * @return what it did
     * @throws InterruptedException the host was interrupted
     */
    public ScriptRun run(Model model, List<String> arguments) throws InterruptedException {
        try {
            enter(new Level(model, variables, model.file(), arguments, String.join(" ", arguments)), 0);
        } catch (RunLimit e) {
            limit(e.kind(), e.text());
        } catch (ScriptException e) {
            limit(Kind.SIZE_LIMIT, e.problem());
        }
        return new ScriptRun(variables.errorLevel(), recording.commands(), recording.output(), recording.problems());
    }

    /** {@return the lines that were read to be run, from 1, of whatever script} */
    public BitSet visited() {
        return recording.visited();
    }

    private void limit(Kind kind, String message) {
        Level level = levels.getFirst(); // a limit is met inside a level, and leaves it where it was
        recording.problems().add(new ScriptProblem(kind, level.file(), level.line(), message));
        variables.errorLevel(1);
    }

    /** Runs a level from behind a line until it ends. */
    int enter(Level level, int behind) throws InterruptedException {
        if (levels.size() >= MOST_CALLS) {
            throw new RunLimit(Kind.CALL_LIMIT, "calls nested more than " + MOST_CALLS + " levels deep");
        }
        levels.push(level);
        level.goOnBehind(behind);
        while (!level.atEnd()) {
            read(level);
            if (flow == Flow.LEFT || flow == Flow.ENDED) {
                break;
            }
            flow = Flow.ON;
        }
        while (!level.scopes().isEmpty()) {
            evaluator.endLocal(level);
        }
        flow = flow == Flow.ENDED ? Flow.ENDED : Flow.ON;
        levels.pop();
        return variables.errorLevel();
    }

    private void read(Level level) throws InterruptedException {
        int first = level.line() + 1;
        recording.step();
        recording.visit(first);
        Node node;
        Optional<Model.Part> fixed = level.model().fixed(first - 1);
        if (fixed.isPresent()) {
            node = fixed.get().node();
            level.goOnBehind(fixed.get().last());
        } else {
            try {
                node = Parser.next(level);
            } catch (SyntaxFault e) {
                recording.problem(Kind.SYNTAX, level.file(), first, e.text());
                recording.complain(e.text());
                end(AFTER_SYNTAX);
                return;
            }
        }
        run(node);
    }

    int run(Node node) throws InterruptedException {
        if (++depth > MOST_DEPTH) {
            throw new RunLimit(Kind.CALL_LIMIT, "commands nested more than " + MOST_DEPTH + " levels deep");
        }
        int code = evaluator.run(node);
        depth--;
        return code;
    }

    ScriptHost host() {
        return host;
    }

    Variables variables() {
        return variables;
    }

    Recording recording() {
        return recording;
    }

    Level level() {
        return levels.getFirst();
    }

    Flow flow() {
        return flow;
    }

    void flow(Flow next) {
        flow = next;
    }

    /** Ends the whole run. */
    void end(int code) {
        variables.errorLevel(code);
        flow = Flow.ENDED;
    }

    /** Says that something went wrong, as the command interpreter would, and makes ERRORLEVEL 1. */
    int fail(Kind kind, int line, String message) {
        recording.problem(kind, level().file(), line, message);
        recording.complain(message);
        variables.errorLevel(1);
        return 1;
    }
}
