package io.clp.benchmarks.demo;

import io.clp.ServiceInterrupted;
import io.clp.rehearse.passage.Passage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One figure over many seeds: how long its groups were down, and others were without a service. */
final class Study {
    private static final int REPORTS = 10;

    private Study() {}

    /**
     * Runs the seeds.
     *
     * @param progress told every tenth of the way
     */
    static List<String> lines(Figure figure, Strategy strategy, Options options, Consumer<String> progress) {
        Map<String, Percentiles> times = new LinkedHashMap<>();
        for (int i = 0; i < options.seeds(); i++) {
            long seed = options.seed() + i;
            for (Passage passage :
                    Performance.of(figure, strategy, options, seed).passages()) {
                if (passage.downtime()) {
                    add(times, "down: " + passage.title(), passage.total(), seed);
                }
                for (ServiceInterrupted it : passage.interruptions()) {
                    add(times, it.interrupted() + " was without " + it.service(), it.duration(), seed);
                }
            }
            if ((i + 1) % Math.max(1, options.seeds() / REPORTS) == 0) {
                progress.accept("  " + (i + 1) + " of " + options.seeds() + " seeds");
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(figure.caption(options.language()));
        lines.add(strategy.title() + ", IIS " + options.iis() + ", seeds " + options.seed() + " to "
                + (options.seed() + options.seeds() - 1));
        int width =
                times.values().stream().mapToInt(Percentiles::titleWidth).max().orElse(1);
        lines.add(Percentiles.header(width));
        times.values().forEach(it -> lines.add(it.line(width)));
        return lines;
    }

    private static void add(Map<String, Percentiles> times, String title, Duration time, long seed) {
        times.computeIfAbsent(title, Percentiles::new).add(time, seed);
    }
}
