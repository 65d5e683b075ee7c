package io.clp.testkit;

import io.clp.FailoverGroup;
import io.clp.MoveReport;
import io.clp.NodeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How long a group is not in service while it is moved, over many seeds in virtual time. Each run has a fake cluster of the group's nodes
 * that starts the group and moves it to the second node of its list. Immutable.
 */
public final class SwitchoverStudy {
    private static final int ALL = 100;

    private final List<Run> byDowntime;

    private SwitchoverStudy(List<Run> runs) {
        byDowntime = runs.stream()
                .sorted(Comparator.comparing((Run it) -> it.move.downtime()).thenComparing(Run::seed))
                .toList();
    }

    /** One run. */
    private record Run(long seed, MoveReport move) {}

    /**
     * Begins a study.
     *
     * @param group with at least two nodes in its list
     * @return a plan with the latencies of a Windows server and 100 seeds
     */
    public static Plan of(FailoverGroup group) {
        return new Plan(group, Latencies.windowsServer(), ALL, 1);
    }

    /**
     * Returns how long the group was not in service at most, in so many of a hundred runs.
     *
     * @param percentile 1 to 100
     * @return the downtime of the slowest of these runs
     */
    public Duration downtime(int percentile) {
        if (percentile < 1 || percentile > ALL) {
            throw new IllegalArgumentException("a percentile is 1 to 100, not " + percentile);
        }
        int index = (byDowntime.size() * percentile + ALL - 1) / ALL - 1;
        return byDowntime.get(index).move.downtime();
    }

    /** {@return the report of the run with the longest downtime} */
    public MoveReport slowest() {
        return last().move;
    }

    /** {@return the seed of the run with the longest downtime} */
    public long slowestSeed() {
        return last().seed;
    }

    private Run last() {
        return byDowntime.get(byDowntime.size() - 1);
    }

    @Override
    public String toString() {
        return byDowntime.size() + " switchovers, down for " + downtime(50) + " (median), " + downtime(90) + " (90th), "
                + downtime(99) + " (99th), at most " + slowest().downtime() + " (seed " + slowestSeed() + ")";
    }

    /**
     * What is to be studied. Immutable: each setter returns another one.
     *
     * @param group with at least two nodes in its list
     * @param latencies how long everything takes
     * @param seeds how many runs
     * @param firstSeed the seed of the first run; the others have those after it
     */
    public record Plan(FailoverGroup group, Latencies latencies, int seeds, long firstSeed) {
        /**
         * Checks the numbers.
         *
         * @param group with at least two nodes in its list
         * @param latencies how long everything takes
         * @param seeds positive
         * @param firstSeed any
         */
        public Plan {
            Objects.requireNonNull(latencies, "latencies");
            if (group.nodes().size() < 2) {
                throw new IllegalArgumentException("group " + group.id() + " has no second node to move to");
            }
            if (seeds < 1) {
                throw new IllegalArgumentException("seeds is at least 1, not " + seeds);
            }
        }

        /**
         * Sets how long everything takes.
         *
         * @param other other latencies
         * @return another plan
         */
        public Plan latencies(Latencies other) {
            return new Plan(group, other, seeds, firstSeed);
        }

        /**
         * Sets how many runs there are.
         *
         * @param count positive
         * @return another plan
         */
        public Plan seeds(int count) {
            return new Plan(group, latencies, count, firstSeed);
        }

        /**
         * Sets the seed of the first run.
         *
         * @param seed any
         * @return another plan
         */
        public Plan firstSeed(long seed) {
            return new Plan(group, latencies, seeds, seed);
        }

        /**
         * Runs the study.
         *
         * @return what came of it
         * @throws io.clp.GroupOperationException the group could not be started or moved
         */
        public SwitchoverStudy run() {
            List<Run> runs = new ArrayList<>();
            for (long seed = firstSeed; runs.size() < seeds; seed++) {
                runs.add(new Run(seed, move(seed)));
            }
            return new SwitchoverStudy(runs);
        }

        private MoveReport move(long seed) {
            String[] names = group.nodes().stream().map(NodeId::value).toArray(String[]::new);
            try (FakeCluster cluster = FakeCluster.builder()
                    .nodes(names)
                    .seed(seed)
                    .latencies(latencies)
                    .build()) {
                cluster.start(group);
                return cluster.move(group, names[1]);
            }
        }
    }
}
