package io.clp.config.internal.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A script, or a label of one, that was called: where it is, and its arguments. Not thread-safe. */
final class Level implements LineSource, PercentSigns.Values {
    private final Model model;
    private final Variables variables;
    private final String name;
    private final String directory;
    private final List<String> arguments;
    private final String raw;
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private int at;
    private boolean echo = true;

    /** What ENDLOCAL brings back. */
    record Scope(Map<String, String> variables, String directory, boolean delayed) {}

    Level(Model model, Variables variables, String name, List<String> arguments, String raw) {
        this.model = model;
        this.variables = variables;
        this.name = name;
        this.directory = variables.directory();
        this.arguments = new ArrayList<>(arguments);
        this.raw = raw;
    }

    Model model() {
        return model;
    }

    @Override
    public @Nullable String next() {
        if (at >= model.lines().size()) {
            return null;
        }
        String line = model.lines().get(at++);
        return PercentSigns.replace(line, this, file(), at);
    }

    @Override
    public int line() {
        return at;
    }

    @Override
    public String file() {
        return model.file();
    }

    boolean atEnd() {
        return at >= model.lines().size();
    }

    /** Goes on behind a line, 0 for the first. */
    void goOnBehind(int line) {
        at = line;
    }

    @Override
    public String argument(@Nullable String modifiers, int number) {
        if (number == 0 && modifiers != null) {
            return Parts.path(model.file(), modifiers, directory);
        }
        String argument = number == 0 ? name : number <= arguments.size() ? arguments.get(number - 1) : "";
        return modifiers == null ? argument : Parts.path(argument, modifiers, variables.directory());
    }

    @Override
    public String arguments() {
        return raw;
    }

    @Override
    public @Nullable String variable(String variable) {
        return variables.get(variable);
    }

    /** Takes an argument away and moves the others up. */
    void shift(int from) {
        if (from > 0 && from <= arguments.size()) {
            arguments.remove(from - 1);
        }
    }

    Deque<Scope> scopes() {
        return scopes;
    }

    boolean echo() {
        return echo;
    }

    void echo(boolean on) {
        echo = on;
    }
}
