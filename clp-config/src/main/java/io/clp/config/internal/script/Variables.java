package io.clp.config.internal.script;

import io.clp.script.BatchScript;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The variables of a run, whose names do not regard case. Not thread-safe. */
final class Variables {
    private static final int MAX_TOTAL = 32 * BatchScript.MAX_LINE;
    /** What the interpreter makes up itself where it is not set; there is no clock and no chance here. */
    private static final Map<String, String> MADE_UP = Map.of(
            "CMDEXTVERSION", "2", "CMDCMDLINE", "cmd.exe", "DATE", "1970-01-01", "TIME", " 0:00:00.00", "RANDOM", "0");

    private final NavigableMap<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int total;
    private String directory = "C:\\";
    private int errorLevel;
    private @Nullable Map<String, String> snapshot;

    Variables(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (name.equalsIgnoreCase("CD")) {
                directory = Directories.folder(Directories.resolve("C:", value));
            } else {
                values.put(name, value);
            }
        });
    }

    /** A variable or what stands for it, null where there is none. */
    @Nullable
    String get(String name) {
        String value = values.get(name);
        if (value != null) {
            return value;
        }
        String upper = name.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "CD" -> directory;
            case "ERRORLEVEL" -> Integer.toString(errorLevel);
            default -> MADE_UP.get(upper);
        };
    }

    /** Sets a variable; the empty text takes it away. */
    void set(String name, String value) {
        snapshot = null;
        String old = value.isEmpty() ? values.remove(name) : values.put(name, value);
        total += value.isEmpty() ? 0 : name.length() + value.length();
        total -= old == null ? 0 : name.length() + old.length();
        if (value.length() > BatchScript.MAX_LINE || total > MAX_TOTAL) {
            throw RunLimit.size("variables of more than " + MAX_TOTAL + " characters");
        }
    }

    /** The variables as they are now; never changes. */
    Map<String, String> snapshot() {
        Map<String, String> now = snapshot;
        if (now == null) {
            now = Collections.unmodifiableMap(new TreeMap<>(values));
            snapshot = now;
        }
        return now;
    }

    /** Makes them what they were. */
    void restore(Map<String, String> earlier, String earlierDirectory) {
        values.clear();
        values.putAll(earlier);
        total = earlier.entrySet().stream()
                .mapToInt(it -> it.getKey().length() + it.getValue().length())
                .sum();
        snapshot = earlier;
        directory = earlierDirectory;
    }

    String directory() {
        return directory;
    }

    void directory(String to) {
        directory = to;
    }

    int errorLevel() {
        return errorLevel;
    }

    void errorLevel(int code) {
        errorLevel = code;
    }
}
