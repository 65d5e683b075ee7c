package io.clp.benchmarks.windows;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;

/**
 * Measurements of one thing.
 *
 * @param sorted from the smallest to the largest; not empty
 */
public record Series(List<Double> sorted) {
    /** Sorts them. */
    public Series {
        sorted = sorted.stream().sorted().toList();
    }

    /** Measures so many times, after some that do not count. */
    public static Series of(int warmups, int runs, DoubleSupplier once) {
        List<Double> values =
                DoubleStream.generate(once).limit(warmups + runs).boxed().toList();
        return new Series(values.subList(warmups, values.size()));
    }

    /** {@return the one in the middle} */
    public double median() {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** {@return the largest} */
    public double max() {
        return sorted.get(sorted.size() - 1);
    }

    /** {@return median and largest, in words} */
    public String words(String unit) {
        return String.format(Locale.ROOT, "%.2f %s (max %.2f, %d runs)", median(), unit, max(), sorted.size());
    }
}
