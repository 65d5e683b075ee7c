package io.clp.config.internal.script;

import io.clp.config.internal.script.Machine.Flow;
import io.clp.script.ScriptProblem.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs what holds commands, and keeps the variables of loops. For one run. */
final class Evaluator {
    private final Machine machine;
    private final Commands commands;
    private final Deque<List<String>> piped = new ArrayDeque<>();
    private final Map<Character, String> loops = new TreeMap<>();
    private boolean delayed;

    Evaluator(Machine machine) {
        this.machine = machine;
        this.commands = new Commands(machine, this);
    }

    int run(Node node) throws InterruptedException {
        if (node instanceof Node.Simple simple) {
            machine.recording().step();
            return machine.recording().redirected(simple.redirects(), () -> commands.run(simple));
        }
        if (node instanceof Node.Block block) {
            return machine.recording().redirected(block.redirects(), () -> all(block.nodes()));
        }
        if (node instanceof Node.Chain chain) {
            return chain(chain);
        }
        if (node instanceof Node.If choice) {
            return choice(choice);
        }
        return node instanceof Node.For loop ? loop(loop) : 0;
    }

    private int all(List<Node> nodes) throws InterruptedException {
        int code = 0;
        for (Node each : nodes) {
            code = machine.run(each);
            if (machine.flow() != Flow.ON) {
                break;
            }
        }
        return code;
    }

    private int chain(Node.Chain chain) throws InterruptedException {
        return switch (chain.operator()) {
            case THEN -> all(chain.nodes());
            case AND -> until(chain.nodes(), false);
            case OR -> until(chain.nodes(), true);
            case PIPE -> pipe(chain.nodes());
        };
    }

    /** Runs one after another until one succeeds, or until one fails. */
    private int until(List<Node> nodes, boolean success) throws InterruptedException {
        int code = 0;
        for (Node each : nodes) {
            code = machine.run(each);
            if ((code == 0) == success || machine.flow() != Flow.ON) {
                break;
            }
        }
        return code;
    }

    /** Every side has an interpreter of its own: what it sets or jumps to is lost. */
    private int pipe(List<Node> nodes) throws InterruptedException {
        List<String> input = List.of();
        int code = 0;
        for (int i = 0; i < nodes.size(); i++) {
            Node each = nodes.get(i);
            Map<String, String> before = machine.variables().snapshot();
            String directory = machine.variables().directory();
            piped.push(input);
            if (i < nodes.size() - 1) {
                input = machine.recording().apart(() -> machine.run(each));
            } else {
                code = machine.run(each);
            }
            piped.pop();
            machine.variables().restore(before, directory);
            machine.flow(Flow.ON);
        }
        machine.variables().errorLevel(code);
        return code;
    }

    private int choice(Node.If choice) throws InterruptedException {
        Condition condition = choice.condition();
        boolean holds = Conditions.hold(condition, replaced(condition.left()), replaced(condition.right()), machine);
        if (holds) {
            return machine.run(choice.then());
        }
        return choice.otherwise() == null ? 0 : machine.run(choice.otherwise());
    }

    private int loop(Node.For loop) throws InterruptedException {
        String why = Opaques.why(loop);
        String set = replaced(loop.set());
        if (why.isEmpty() && loop.options().isEmpty() && (set.indexOf('*') >= 0 || set.indexOf('?') >= 0)) {
            why = "FOR over wildcards is not interpreted";
        }
        if (!why.isEmpty()) {
            machine.recording().problem(Kind.OPAQUE, machine.level().file(), loop.line(), why);
            return 0;
        }
        List<String> words = Words.forScript(set);
        String before = loops.get(loop.variable());
        int code = loop.options().isEmpty() ? each(loop, words) : counted(loop, words);
        if (before == null) {
            loops.remove(loop.variable());
        } else {
            loops.put(loop.variable(), before);
        }
        return code;
    }

    private int each(Node.For loop, List<String> words) throws InterruptedException {
        int code = 0;
        for (String word : words) {
            code = turn(loop, word);
            if (machine.flow() != Flow.ON) {
                break;
            }
        }
        return code;
    }

    private int counted(Node.For loop, List<String> words) throws InterruptedException {
        int[] numbers = new int[3];
        for (int i = 0; i < numbers.length && i < words.size(); i++) {
            numbers[i] = Numbers.whole(words.get(i)).orElse(0);
        }
        int code = 0;
        for (long i = numbers[0]; numbers[1] >= 0 ? i <= numbers[2] : i >= numbers[2]; i += numbers[1]) {
            code = turn(loop, Long.toString(i));
            if (machine.flow() != Flow.ON) {
                break;
            }
        }
        return code;
    }

    private int turn(Node.For loop, String value) throws InterruptedException {
        machine.recording().step();
        loops.put(loop.variable(), value);
        return machine.run(loop.body());
    }

    /** A text with the variables of loops and, where they are on, those between exclamation marks replaced. */
    String replaced(String text) {
        String looped = loops.isEmpty()
                ? text
                : LoopSigns.replace(text, loops, machine.variables().directory());
        return delayed ? ExclamationMarks.replace(looped, machine.variables()) : looped;
    }

    /** The lines that come through a pipe. */
    List<String> input() {
        return piped.isEmpty() ? List.of() : piped.getFirst();
    }

    void setLocal(Level level, boolean turnsOn, boolean turnsOff) {
        level.scopes()
                .push(new Level.Scope(
                        machine.variables().snapshot(), machine.variables().directory(), delayed));
        delayed = turnsOn || (delayed && !turnsOff);
    }

    void endLocal(Level level) {
        if (!level.scopes().isEmpty()) {
            Level.Scope scope = level.scopes().pop();
            machine.variables().restore(scope.variables(), scope.directory());
            delayed = scope.delayed();
        }
    }
}
