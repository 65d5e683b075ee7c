package io.clp.benchmarks.demo;

import io.clp.rehearse.passage.PassageText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Times of many runs, each with its seed. Not thread-safe. */
final class Percentiles {
    private final String title;
    private final List<Sample> samples = new ArrayList<>();

    private record Sample(Duration time, long seed) {}

    Percentiles(String title) {
        this.title = title;
    }

    void add(Duration time, long seed) {
        samples.add(new Sample(time, seed));
    }

    int titleWidth() {
        return title.length();
    }

    /** Returns the head of a table whose first column is so wide. */
    static String header(int width) {
        return String.format(
                Locale.ROOT,
                "%-" + width + "s %8s %10s %10s %10s %10s",
                "",
                "count",
                "median",
                "90 %",
                "99 %",
                "longest");
    }

    /** Returns the line of a table: by nearest rank, so that every figure is one that was seen. */
    String line(int width) {
        List<Sample> sorted =
                samples.stream().sorted(Comparator.comparing(Sample::time)).toList();
        Sample longest = sorted.get(sorted.size() - 1);
        return String.format(
                Locale.ROOT,
                "%-" + width + "s %8d %10s %10s %10s %10s (seed %d)",
                title,
                sorted.size(),
                at(sorted, 50),
                at(sorted, 90),
                at(sorted, 99),
                PassageText.seconds(longest.time()),
                longest.seed());
    }

    private static String at(List<Sample> sorted, int percent) {
        int rank = (int) (((long) sorted.size() * percent + 99) / 100);
        return PassageText.seconds(sorted.get(rank - 1).time());
    }
}
