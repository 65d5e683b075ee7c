package io.clp.config.internal.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The labels of a script and the lines where they stand. Immutable. */
public final class Labels {
    private static final String NOT_FOUND = "The system cannot find the batch label specified - ";
    /** What ends the name of a label, where it stands and where it is jumped to. */
    private static final String ENDS = ":+&|<>" + Characters.DELIMITERS;

    private final Map<String, List<Integer>> lines;

    private Labels(Map<String, List<Integer>> lines) {
        this.lines = lines;
    }

    static Labels of(List<String> text) {
        Map<String, List<Integer>> found = new LinkedHashMap<>();
        for (int i = 0; i < text.size(); i++) {
            String name = at(text.get(i));
            if (!name.isEmpty()) {
                found.computeIfAbsent(name, any -> new ArrayList<>()).add(i + 1);
            }
        }
        return new Labels(found);
    }

    /** {@return the names, lower case, in the order of their first lines} */
    public Set<String> names() {
        return Collections.unmodifiableSet(lines.keySet());
    }

    /**
     * Returns where a jump goes: the next such label below, else the first.
     *
     * @param name as {@link #target} gives it
     * @param from the line that jumps
     * @return the line of the label
     */
    public OptionalInt find(String name, int from) {
        List<Integer> at = lines.getOrDefault(name, List.of());
        for (int line : at) {
            if (line > from) {
                return OptionalInt.of(line);
            }
        }
        return at.isEmpty() ? OptionalInt.empty() : OptionalInt.of(at.get(0));
    }

    /** {@return the label that stands on a line, lower case; empty where none does} */
    public static String at(String line) {
        int from = 0;
        while (from < line.length() && Characters.isDelimiter(line.charAt(from))) {
            from++;
        }
        if (from >= line.length() || line.charAt(from) != ':') {
            return "";
        }
        return name(line, from + 1);
    }

    /** {@return the label that GOTO or CALL names, lower case, without a colon; empty where it names none} */
    public static String target(String argument) {
        int from = 0;
        while (from < argument.length() && Characters.isDelimiter(argument.charAt(from))) {
            from++;
        }
        return name(argument, from < argument.length() && argument.charAt(from) == ':' ? from + 1 : from);
    }

    /** {@return what the command interpreter writes where the label that GOTO or CALL names is not there} */
    public static String missing(String argument) {
        String name = Words.skipDelimiters(argument).strip();
        return name.isEmpty()
                ? "No batch label specified to GOTO command."
                : NOT_FOUND + (name.startsWith(":") ? name.substring(1) : name);
    }

    private static String name(String text, int start) {
        int from = start;
        while (from < text.length() && Characters.isDelimiter(text.charAt(from))) {
            from++;
        }
        int to = from;
        while (to < text.length() && ENDS.indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
