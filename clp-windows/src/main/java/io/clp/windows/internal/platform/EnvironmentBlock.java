package io.clp.windows.internal.platform;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** The environment of a new process as Windows takes it: {@code NAME=value} one after another, sorted, ended by an empty one. */
final class EnvironmentBlock {
    /** As Windows compares names: by upper case, in no language. */
    private static final Comparator<String> BY_NAME = (one, other) -> {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            int order = Character.compare(Character.toUpperCase(one.charAt(i)), Character.toUpperCase(other.charAt(i)));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.length(), other.length());
    };

    private EnvironmentBlock() {}

    /** Returns the inherited variables with others set over them, whatever the case of their names. */
    static Map<String, String> merged(Map<String, String> inherited, Map<String, String> set) {
        Map<String, String> all = new TreeMap<>(BY_NAME);
        all.putAll(inherited);
        set.forEach((name, value) -> {
            all.remove(name); // so that the name is written as the caller writes it
            all.put(name, value);
        });
        return all;
    }

    /**
     * Returns variables without those by which a cluster tells a script why it runs: a process that such a script started has them too, and
     * they are not about what it runs. Where CLUSTERPRO is installed stays true.
     */
    static Map<String, String> withoutCluster(Map<String, String> inherited) {
        Map<String, String> all = new TreeMap<>(BY_NAME);
        all.putAll(inherited);
        all.keySet().removeIf(it -> it.regionMatches(true, 0, "CLP_", 0, 4) && !it.equalsIgnoreCase("CLP_PATH"));
        return all;
    }

    /** Returns whether a variable can be set. */
    static boolean isValid(String name, String value) {
        return !name.isEmpty() && name.indexOf('=') < 0 && name.indexOf('\0') < 0 && value.indexOf('\0') < 0;
    }

    /** Returns the block of variables that are in the order of their names. */
    static String of(Map<String, String> variables) {
        StringBuilder block = new StringBuilder();
        variables.forEach(
                (name, value) -> block.append(name).append('=').append(value).append('\0'));
        if (block.isEmpty()) {
            block.append('\0');
        }
        return block.append('\0').toString();
    }
}
