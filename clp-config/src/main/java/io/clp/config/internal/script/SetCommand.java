package io.clp.config.internal.script;

import io.clp.script.ScriptProblem.Kind;
import java.util.Locale;
import java.util.Map;

/** SET: shows, sets, counts. */
final class SetCommand {
    private SetCommand() {}

    static int run(Machine machine, String rest, int line) {
        String text = Words.skipDelimiters(rest);
        String upper = text.toUpperCase(Locale.ROOT);
        if (upper.startsWith("/A")) {
            return count(machine, text.substring(2).replace("\"", ""), line);
        }
        if (upper.startsWith("/P")) {
            machine.recording()
                    .problem(Kind.OPAQUE, machine.level().file(), line, "SET /P asks a person: nobody answers");
            machine.variables().errorLevel(1);
            return 1;
        }
        String plain = unquoted(text);
        int equals = plain.indexOf('=', 1);
        if (equals < 0) {
            return show(machine, plain.strip());
        }
        machine.variables().set(plain.substring(0, equals), plain.substring(equals + 1));
        return 0;
    }

    /** What stands behind the last quote is left out where the text begins with one. */
    private static String unquoted(String text) {
        if (!text.startsWith("\"")) {
            return text;
        }
        int last = text.lastIndexOf('"');
        return last > 0 ? text.substring(1, last) : text.substring(1);
    }

    private static int show(Machine machine, String prefix) {
        boolean any = prefix.isEmpty();
        for (Map.Entry<String, String> each : machine.variables().snapshot().entrySet()) {
            if (each.getKey().regionMatches(true, 0, prefix, 0, prefix.length())) {
                machine.recording().write(each.getKey() + "=" + each.getValue());
                any = true;
            }
        }
        if (any) {
            return 0;
        }
        machine.recording().complain("Environment variable " + prefix + " not defined");
        machine.variables().errorLevel(1);
        return 1;
    }

    private static int count(Machine machine, String expression, int line) {
        try {
            new Arithmetic(expression, machine.variables()).run();
            return 0;
        } catch (Arithmetic.Fault e) {
            Builtins.failed(machine, line, e.text());
            machine.variables().errorLevel(e.code());
            return e.code();
        }
    }
}
