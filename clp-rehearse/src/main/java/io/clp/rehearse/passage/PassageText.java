package io.clp.rehearse.passage;

import io.clp.ServiceInterrupted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The table of a passage: a line for each row with its time bar, below it what was logged. */
public final class PassageText {
    private static final int BAR = 32;
    private static final String LEGEND = "  * and # critical path, = beside it";

    private PassageText() {}

    public static List<String> lines(Passage passage) {
        int node = width(passage, Row::node, "node");
        int resource = width(passage, Row::resource, "resource");
        int what = width(passage, Row::what, "operation");
        String format = "%s %-" + node + "s  %-" + resource + "s  %-" + what + "s  %9s  %9s  |%s|";
        List<String> lines = new ArrayList<>();
        lines.add(passage.title());
        lines.add(format(format, " ", "node", "resource", "operation", "start", "duration", scale(passage.total())));
        for (Row row : passage.rows()) {
            lines.add(format(
                    format,
                    row.critical() ? "*" : " ",
                    row.node(),
                    row.resource(),
                    row.what(),
                    seconds(row.start()),
                    seconds(row.duration()),
                    TimeBar.of(row.start(), row.duration(), passage.total(), row.critical() ? '#' : '=', BAR)));
            row.log().forEach(it -> lines.add("      " + it));
        }
        lines.add(LEGEND + (passage.folded() == 0 ? "" : "; " + folded(passage.folded())));
        for (ServiceInterrupted it : passage.interruptions()) {
            lines.add("  " + it.interrupted() + " was without " + it.service() + " for " + seconds(it.duration()));
        }
        return lines;
    }

    /** Returns a time in seconds, to the millisecond. */
    public static String seconds(Duration time) {
        long millis = (time.toNanos() + 500_000) / 1_000_000;
        return String.format(Locale.ROOT, "%d.%03d s", millis / 1_000, millis % 1_000);
    }

    private static String folded(int count) {
        return count + " more took no time and logged nothing (probes, releases with nothing to do)";
    }

    private static String scale(Duration total) {
        String end = seconds(total);
        return "0 s" + " ".repeat(BAR - 3 - end.length()) + end;
    }

    private static int width(Passage passage, Function<Row, String> column, String title) {
        return passage.rows().stream().map(column).mapToInt(String::length).reduce(title.length(), Math::max);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
