package io.clp.config.internal.script;

import io.clp.script.BatchScript;
import io.clp.script.ScriptProblem.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** The interpreter's own commands. They leave ERRORLEVEL as it is unless they fail, {@code ver} and a SETLOCAL with words aside. */
final class Builtins {
    private final Machine machine;
    private final Evaluator evaluator;
    private final Deque<String> pushed = new ArrayDeque<>();

    Builtins(Machine machine, Evaluator evaluator) {
        this.machine = machine;
        this.evaluator = evaluator;
    }

    int run(String name, String rest, int line) {
        return switch (name) {
            case "echo" -> echo(rest);
            case "set" -> SetCommand.run(machine, rest, line);
            case "cd", "chdir" -> changeDirectory(rest);
            case "pushd" -> pushDirectory(rest);
            case "popd" -> popDirectory();
            case "setlocal" -> setLocal(rest);
            case "endlocal" -> endLocal();
            case "shift" -> shift(rest);
            case "path" -> path(rest);
            case "ver" -> version();
            case "pause" -> pause();
            default -> 0;
        };
    }

    private int echo(String rest) {
        String word = rest.strip();
        boolean dotted = !rest.isEmpty() && !Characters.isDelimiter(rest.charAt(0));
        if (!dotted && (word.equalsIgnoreCase("on") || word.equalsIgnoreCase("off"))) {
            machine.level().echo(word.equalsIgnoreCase("on"));
        } else if (!dotted && word.isEmpty()) {
            machine.recording().write("ECHO is " + (machine.level().echo() ? "on." : "off."));
        } else {
            machine.recording().write(rest.startsWith("\"") ? rest : rest.substring(1));
        }
        return 0;
    }

    private int changeDirectory(String rest) {
        String path = rest.strip();
        if (path.toUpperCase(Locale.ROOT).startsWith("/D")) {
            path = path.substring(2).strip();
        }
        path = path.replace("\"", "");
        if (path.isEmpty()) {
            machine.recording().write(machine.variables().directory());
        } else {
            go(path);
        }
        return 0;
    }

    private void go(String path) {
        String full = Directories.folder(Directories.resolve(machine.variables().directory(), path));
        if (full.length() > BatchScript.MAX_LINE) {
            throw RunLimit.size("a path that is too long");
        }
        machine.variables().directory(full);
    }

    private int pushDirectory(String rest) {
        String path = rest.strip().replace("\"", "");
        if (!path.isEmpty()) {
            pushed.push(machine.variables().directory());
            go(path);
        }
        return 0;
    }

    private int popDirectory() {
        if (pushed.isEmpty()) {
            return 1;
        }
        machine.variables().directory(pushed.pop());
        return 0;
    }

    private int setLocal(String rest) {
        List<String> words = Words.forScript(rest.toUpperCase(Locale.ROOT));
        evaluator.setLocal(
                machine.level(), words.contains("ENABLEDELAYEDEXPANSION"), words.contains("DISABLEDELAYEDEXPANSION"));
        if (!words.isEmpty()) {
            machine.variables().errorLevel(0);
        }
        return 0;
    }

    private int endLocal() {
        evaluator.endLocal(machine.level());
        return 0;
    }

    private int shift(String rest) {
        String word = rest.strip();
        machine.level().shift(word.startsWith("/") ? Math.max(1, Numbers.leading(word.substring(1))) : 1);
        return 0;
    }

    private int path(String rest) {
        String value = Words.skipDelimiters(rest);
        if (!value.isEmpty()) {
            machine.variables().set("PATH", value);
        }
        return 0;
    }

    private int version() {
        machine.recording().write("Microsoft Windows");
        machine.variables().errorLevel(0);
        return 0;
    }

    private int pause() {
        machine.recording().write("Press any key to continue . . . ");
        return 0;
    }

    /** Says that a command of the interpreter failed. */
    static int failed(Machine machine, int line, String message) {
        return machine.fail(Kind.COMMAND_FAILED, line, message);
    }
}
