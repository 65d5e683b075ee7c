package io.clp.benchmarks.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of the kills, counted. Not thread-safe. */
final class KillTally {
    private final Map<String, Integer> kinds = new TreeMap<>();
    private final Map<String, Integer> leftovers = new TreeMap<>();
    private int died;
    private int outlived;

    /** Counts a process that died. */
    void died(String what, String where, List<String> held) {
        died++;
        kinds.merge(what + ", " + where, 1, Integer::sum);
        leftovers.merge(held.isEmpty() ? "nothing" : String.join(" and ", held), 1, Integer::sum);
    }

    /** Counts a call that ended before the kill came. */
    void outlived() {
        outlived++;
    }

    int died() {
        return died;
    }

    /** Returns a row of a table: what was done and what came of it. */
    String row(int kills, long seed, int problems) {
        return String.format(
                Locale.ROOT,
                "| %d kills of the library's process on two nodes, seed %d | every new process converges; never two holders"
                        + " | %d died, %d calls ended before the kill came, %s | |",
                kills,
                seed,
                died,
                outlived,
                problems == 0 ? "all converged, never two holders" : problems + " THINGS WRONG");
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(died + " processes died, " + outlived + " calls ended before the kill came");
        kinds.forEach((kind, count) -> lines.add(String.format("  %4d in a %s", count, kind)));
        leftovers.forEach((held, count) -> lines.add(String.format("  %4d left behind: %s", count, held)));
        return lines;
    }
}
