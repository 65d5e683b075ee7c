package io.clp.config.internal.script;

import io.clp.config.internal.script.Machine.Flow;
import io.clp.script.ScriptCommand;
import io.clp.script.ScriptException;
import io.clp.script.ScriptHost;
import io.clp.script.ScriptProblem.Kind;
import io.clp.script.ScriptRun.Ran;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs single commands: programs, other scripts, and what concerns where the run goes on. For one run. */
final class Commands {
    private final Machine machine;
    private final Evaluator evaluator;
    private final Builtins builtins;
    private final Map<Source, Model> scripts = new HashMap<>();

    /** A script that was called, so that it is read once. */
    private record Source(String path, String text) {}

    Commands(Machine machine, Evaluator evaluator) {
        this.machine = machine;
        this.evaluator = evaluator;
        this.builtins = new Builtins(machine, evaluator);
    }

    int run(Node.Simple simple) throws InterruptedException {
        machine.recording().visit(simple.line());
        return run(evaluator.replaced(simple.text()), simple.line(), false);
    }

    private int run(String text, int line, boolean called) throws InterruptedException {
        String name = Words.builtin(text);
        String rest = name.isEmpty() ? "" : Words.afterBuiltin(text);
        return switch (name) {
            case "" -> program(text, line, called);
            case "call" -> call(rest, line);
            case "goto" -> jump(rest, line);
            case "exit" -> exit(rest);
            default -> builtins.run(name, rest, line);
        };
    }

    private int jump(String rest, int line) {
        String argument = Words.skipDelimiters(rest);
        if (argument.regionMatches(true, 0, ":EOF", 0, 4)
                && Labels.target(argument).equals("eof")) {
            machine.flow(Flow.LEFT);
            return 0;
        }
        Level level = machine.level();
        OptionalInt found = level.model().labels().find(Labels.target(argument), level.line());
        if (found.isEmpty()) {
            machine.flow(Flow.LEFT);
            return missing(argument, line);
        }
        level.goOnBehind(found.getAsInt());
        machine.recording().visit(found.getAsInt());
        machine.flow(Flow.JUMPED);
        return 0;
    }

    private int missing(String argument, int line) {
        return machine.fail(Kind.MISSING_LABEL, line, Labels.missing(argument));
    }

    /** Without a number the code is what ERRORLEVEL is. */
    private int exit(String rest) {
        List<String> words = Words.forScript(rest);
        boolean level =
                !words.isEmpty() && words.get(0).toUpperCase(Locale.ROOT).startsWith("/B");
        String number = level ? words.get(0).substring(2) : "";
        if (number.isEmpty()) {
            number = words.size() > (level ? 1 : 0) ? words.get(level ? 1 : 0) : "";
        }
        if (!number.isEmpty() && "-+0123456789".indexOf(number.charAt(0)) >= 0) {
            machine.variables().errorLevel(Numbers.leading(number));
        }
        machine.flow(level ? Flow.LEFT : Flow.ENDED);
        return machine.variables().errorLevel();
    }

    /** What is called has its percent signs replaced once more. */
    private int call(String rest, int line) throws InterruptedException {
        Level level = machine.level();
        String text;
        try {
            text = Words.skipDelimiters(PercentSigns.replace(rest, level, level.file(), line));
        } catch (SyntaxFault e) {
            return machine.fail(Kind.SYNTAX, line, e.text());
        }
        if (!text.startsWith(":")) {
            return text.isEmpty() ? 0 : run(text, line, true);
        }
        List<String> words = Words.forScript(text);
        OptionalInt found = level.model().labels().find(Labels.target(words.get(0)), level.line());
        if (Labels.target(words.get(0)).equals("eof")) {
            return 0;
        }
        if (found.isEmpty()) {
            return missing(words.get(0), line);
        }
        machine.recording().visit(found.getAsInt());
        String raw = text.substring(words.get(0).length()).strip();
        Level next = new Level(level.model(), machine.variables(), words.get(0), words.subList(1, words.size()), raw);
        return machine.enter(next, found.getAsInt());
    }

    private int program(String text, int line, boolean called) throws InterruptedException {
        if (text.isBlank()) {
            return 0;
        }
        String path = Words.path(text);
        if (path.length() == 2 && path.charAt(1) == ':' && Character.isLetter(path.charAt(0))) {
            machine.variables().directory(path.toUpperCase(Locale.ROOT) + "\\");
            return 0;
        }
        if (path.equalsIgnoreCase("else")) {
            machine.fail(Kind.COMMAND_FAILED, line, "'else' is not recognized as an internal or external command");
            machine.variables().errorLevel(ScriptHost.NOT_FOUND);
            return ScriptHost.NOT_FOUND;
        }
        Optional<String> script = canBeScript(path) ? machine.host().script(path) : Optional.empty();
        return script.isPresent() ? script(path, script.get(), text, line, called) : external(text, line);
    }

    private static boolean canBeScript(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1)
                .toLowerCase(Locale.ROOT);
        return name.endsWith(".bat") || name.endsWith(".cmd") || name.indexOf('.') < 0;
    }

    /** A script that is not called but named takes the place of this one. */
    private int script(String path, String content, String text, int line, boolean called) throws InterruptedException {
        Model model;
        try {
            model = scripts.computeIfAbsent(new Source(path, content), it -> Model.of(it.path(), it.text()));
        } catch (ScriptException e) {
            return machine.fail(Kind.SIZE_LIMIT, line, String.valueOf(e.getMessage()));
        }
        String raw = Words.afterProgram(text).strip();
        int code = machine.enter(new Level(model, machine.variables(), path, Words.forScript(raw), raw), 0);
        if (!called && machine.flow() == Flow.ON) {
            machine.flow(Flow.ENDED);
        }
        return code;
    }

    private int external(String text, int line) throws InterruptedException {
        String file = machine.level().file();
        ScriptCommand command = new ScriptCommand(
                Words.program(text),
                Words.forProgram(Words.afterProgram(text)),
                text.strip(),
                file,
                line,
                machine.variables().directory(),
                evaluator.input(),
                machine.variables().snapshot());
        int code = machine.host().run(command);
        machine.variables().errorLevel(code);
        machine.recording().ran(new Ran(file, line, command.program(), command.arguments(), command.text(), code));
        return code;
    }
}
