package io.clp.benchmarks.demo;

import io.clp.rehearse.passage.Passage;
import io.clp.rehearse.passage.PassageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is printed of one figure: caption, story, a table for each passage, and the downtimes. */
final class PerformanceText {
    private PerformanceText() {}

    static List<String> lines(Figure figure, Strategy strategy, Options options, Performance performance) {
        List<String> lines = new ArrayList<>();
        lines.add(figure.caption(options.language()));
        lines.add(strategy.title() + ", IIS " + options.iis() + ", seed " + options.seed() + ". "
                + story(figure, options.planned()));
        for (Passage passage : performance.passages()) {
            lines.add("");
            lines.addAll(PassageText.lines(passage));
        }
        lines.add("");
        performance.passages().stream()
                .filter(Passage::downtime)
                .map(it -> String.format(Locale.ROOT, "down for %9s: %s", PassageText.seconds(it.total()), it.title()))
                .forEach(lines::add);
        lines.addAll(performance.whereabouts());
        return lines;
    }

    private static String story(Figure figure, boolean planned) {
        String taken = String.join(", then ", figure.taken());
        String gone = planned ? "The group is moved away from " + taken : "Power is cut at " + taken;
        return gone + (figure.restored() ? ", comes back, and the group is moved home by hand." : ".");
    }
}
