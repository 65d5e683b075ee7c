package io.clp.benchmarks;

import java.util.List;
import java.util.Locale;

/** What was measured as a page for people. */
final class ResultText {
    private ResultText() {}

    /**
     * Returns the page.
     *
     * @param environment what it was measured on, a line each
     */
    static String of(List<String> environment, List<Score> scores, List<Verdicts.Verdict> verdicts) {
        StringBuilder page = new StringBuilder("# Benchmark results\n\n");
        page.append("Written by `io.clp.benchmarks.Results`; the README has the command.\n\n");
        environment.forEach(it -> page.append("- ").append(it).append('\n'));
        page.append("\n## Limits\n\n| limit | measured | |\n|---|---|---|\n");
        for (Verdicts.Verdict it : verdicts) {
            line(page, "| %s | %s | %s |", it.limit(), it.measured(), it.holds() ? "holds" : "**does not hold**");
        }
        page.append("\nAt most 1.0 x holds where the 99.9 % intervals overlap or ours is lower.\n");
        page.append(
                "\n## Scores\n\n| job | who | score | 99.9 % interval | unit | bytes an operation | ENGINE to this |\n");
        page.append("|---|---|---:|---|---|---:|---:|\n");
        for (Score it : scores) {
            line(
                    page,
                    "| %s | %s | %.3f | %.3f to %.3f | %s | %s | %s |",
                    it.job(),
                    it.peer(),
                    it.value(),
                    it.low(),
                    it.high(),
                    it.unit(),
                    Double.isNaN(it.bytes()) ? "" : String.format(Locale.ROOT, "%.0f", it.bytes()),
                    ratio(scores, it));
        }
        return page.toString();
    }

    private static String ratio(List<Score> scores, Score to) {
        return scores.stream()
                .filter(it -> it.job().equals(to.job()) && it.peer().equals("ENGINE"))
                .map(it -> String.format(Locale.ROOT, "%.2f x", it.value() / to.value()))
                .findFirst()
                .orElse("");
    }

    private static void line(StringBuilder page, String format, Object... arguments) {
        page.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }
}
