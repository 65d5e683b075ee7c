package io.clp.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tiers of steps. Every step of a tier depends on all steps of the tier before.
 *
 * @param tiers in the order in which they start
 */
record Workload(List<List<Step>> tiers) {
    Workload {
        tiers = tiers.stream().map(List::copyOf).toList();
    }

    static Workload of(Job job) {
        Stream<List<Step>> tiers = Stream.generate(() -> Stream.generate(() -> new Step(job.pause()))
                        .limit(job.width())
                        .toList())
                .limit(job.depth());
        return new Workload(tiers.toList());
    }

    List<List<Step>> backwards() {
        List<List<Step>> reversed = new ArrayList<>(tiers);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Returns how many steps are online. */
    int online() {
        int count = 0;
        for (List<Step> tier : tiers) {
            for (Step step : tier) {
                count += step.online() ? 1 : 0;
            }
        }
        return count;
    }
}
