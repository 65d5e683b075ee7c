package io.clp.windows.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every native function that the library declares, and what it was exercised against. */
final class CallTable {
    private final SortedMap<String, String> exercisedAgainst = new TreeMap<>();
    private final SortedSet<String> notCalled = new TreeSet<>();

    /**
     * Compares.
     *
     * @param declared "Interface.Function"
     * @param called "library!Interface.Function"; others than the declared ones are the tests' own
     * @param standIns for each library the functions that its stand-in has, with their full names
     */
    CallTable(Set<String> declared, Set<String> called, Map<String, Set<String>> standIns) {
        Map<String, String> libraries = new TreeMap<>();
        for (String call : called) {
            String[] parts = call.split("!", 2);
            if (parts.length != 2) {
                throw new IllegalArgumentException("not library!Interface.Function: " + call);
            }
            libraries.put(parts[1], parts[0]);
        }
        for (String declaration : declared) {
            String library = libraries.get(declaration);
            if (library == null) {
                notCalled.add(declaration);
            } else {
                exercisedAgainst.put(declaration, against(library, function(declaration), standIns));
            }
        }
    }

    /** {@return the functions that were declared and never called, as "Interface.Function"} */
    SortedSet<String> notCalled() {
        return notCalled;
    }

    List<String> markdown() {
        List<String> lines =
                new ArrayList<>(List.of("| function | declared in | exercised against |", "|---|---|---|"));
        exercisedAgainst.forEach((declaration, against) -> lines.add(row(declaration, against)));
        notCalled.forEach(declaration -> lines.add(row(declaration, "**nothing**")));
        return lines;
    }

    String counts() {
        long standIn = exercisedAgainst.values().stream()
                .filter(against -> against.startsWith("stand-in"))
                .count();
        return (exercisedAgainst.size() + notCalled.size()) + " native functions declared: "
                + (exercisedAgainst.size() - standIn) + " exercised against Wine, " + standIn
                + " against a stand-in, " + notCalled.size() + " not called";
    }

    private static String against(String library, String function, Map<String, Set<String>> standIns) {
        Set<String> own = standIns.getOrDefault(library, Set.of());
        return own.contains(function) || own.contains(function + "W") ? "stand-in " + library + ".dll" : "Wine";
    }

    private static String row(String declaration, String against) {
        return "| " + function(declaration) + " | " + declaration.substring(0, declaration.indexOf('.')) + " | "
                + against + " |";
    }

    private static String function(String declaration) {
        return declaration.substring(declaration.indexOf('.') + 1);
    }
}
