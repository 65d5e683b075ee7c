package io.clp.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of the page of results that was measured on Wine: a table with a row for each job. It is written apart from the rest of the page,
 * and what was not measured this time stays as it was.
 */
final class WinePage {
    private static final String HEADING = "## The Windows backend, on Wine";
    private static final String ABOUT = """

            Written by `clp-windows/wine/lab page`, which keeps the rows that it does not measure; nothing here was measured on Windows.
            Times are medians. Known late is the time from just before a service says its state until the caller of `start` or `stop` and
            `awaitChange` knows. The raw query opens the Service Control Manager too, which the backend keeps open.

            """;
    private static final String HEAD = "| job | limit | measured | peer, same run | commit |\n|---|---|---|---|---|\n";
    private static final String ROW_BEGIN = "| ";
    private static final String ROW_END = "|";

    private WinePage() {}

    /** Returns the part of a page that was measured on Wine, to be kept when the rest is written anew; empty where there is none. */
    static String sectionOf(String page) {
        int at = page.indexOf(HEADING);
        return at < 0 ? "" : "\n" + page.substring(at);
    }

    /** {@return whether a line that a measurement printed is a row of the table, and not its head or something else} */
    static boolean isRow(String line) {
        return line.startsWith(ROW_BEGIN)
                && line.endsWith(ROW_END)
                && !jobOf(line).equals("job");
    }

    /**
     * Returns the page with new rows in its table: a row takes the place of the one of the same job, or comes last.
     *
     * @param surroundings what it was measured on, a line each
     * @param rows as they were printed: job, limit, measured, peer
     * @param commit what was measured
     */
    static String merged(String page, List<String> surroundings, List<String> rows, String commit) {
        Map<String, String> table = new LinkedHashMap<>();
        sectionOf(page).lines().filter(WinePage::isRow).forEach(it -> table.put(jobOf(it), it));
        rows.forEach(it -> table.put(jobOf(it), it + " " + commit + " |"));
        List<String> lines = new ArrayList<>();
        surroundings.forEach(it -> lines.add("- " + it));
        lines.add("");
        int section = page.indexOf(HEADING);
        String others = section < 0 ? page + "\n" : page.substring(0, section);
        return others + HEADING + "\n" + ABOUT + String.join("\n", lines) + "\n" + HEAD
                + String.join("\n", table.values()) + "\n";
    }

    private static String jobOf(String row) {
        return row.substring(ROW_BEGIN.length(), row.indexOf(ROW_END, ROW_BEGIN.length()))
                .strip();
    }
}
