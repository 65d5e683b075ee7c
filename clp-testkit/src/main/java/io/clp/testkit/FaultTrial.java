package io.clp.testkit;

import io.clp.FailoverGroup;
import io.clp.testkit.internal.schedule.Drawing;
import io.clp.testkit.internal.schedule.ScheduleRun;
import io.clp.testkit.internal.schedule.Shrinking;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Groups on a fake cluster that is disturbed at random. Each run starts the groups, lets a {@link FaultSchedule} happen, repairs everything,
 * and then sees that every group runs on exactly one node; the rules of {@link FakeCluster} are checked at every step. Immutable: each
 * setter returns another one.
 */
public final class FaultTrial {
    private final List<FailoverGroup> groups;
    private final ClusterFaults faults;
    private final UnaryOperator<FakeCluster.Builder> cluster;

    private FaultTrial(List<FailoverGroup> groups, ClusterFaults faults, UnaryOperator<FakeCluster.Builder> cluster) {
        this.groups = groups;
        this.faults = faults;
        this.cluster = cluster;
    }

    /**
     * Returns a trial with {@link ClusterFaults#survivable} faults, no latencies, and the nodes of the groups' lists.
     *
     * @param groups at least one
     * @return the trial
     */
    public static FaultTrial of(FailoverGroup... groups) {
        if (groups.length == 0) {
            throw new IllegalArgumentException("a trial needs a group");
        }
        return new FaultTrial(List.of(groups), ClusterFaults.survivable(), UnaryOperator.identity());
    }

    /**
     * Sets what may happen.
     *
     * @param other which disturbances
     * @return another trial
     */
    public FaultTrial faults(ClusterFaults other) {
        return new FaultTrial(groups, other, cluster);
    }

    /**
     * Changes the clusters, after what was changed before.
     *
     * @param change sets what a test wants otherwise, as latencies; nodes and seed are the trial's
     * @return another trial
     */
    public FaultTrial cluster(UnaryOperator<FakeCluster.Builder> change) {
        return new FaultTrial(groups, faults, it -> change.apply(cluster.apply(it)));
    }

    /**
     * Returns the schedule of a seed.
     *
     * @param seed any
     * @return always the same one
     */
    public FaultSchedule schedule(long seed) {
        return Drawing.of(seed, faults, nodes(), groups);
    }

    /**
     * Runs a schedule.
     *
     * @param schedule of nodes and groups of this trial
     * @return what came of it; what broke a rule is in it
     */
    public FaultOutcome run(FaultSchedule schedule) {
        FakeCluster.Builder builder = FakeCluster.builder().nodes(nodes().toArray(new String[0]));
        return ScheduleRun.of(cluster.apply(builder).seed(schedule.seed()), groups, schedule);
    }

    /**
     * Runs the schedule of a seed, and fails where it breaks a rule.
     *
     * @param seed any
     * @return what came of it
     * @throws AssertionError with the seed, the smallest schedule that was found to fail too, its trace, and a test that replays it
     */
    public FaultOutcome check(long seed) {
        return check(schedule(seed));
    }

    /**
     * Runs a schedule, and fails where it breaks a rule.
     *
     * @param schedule of nodes and groups of this trial
     * @return what came of it
     * @throws AssertionError with the seed, the smallest schedule that was found to fail too, its trace, and a test that replays it
     */
    public FaultOutcome check(FaultSchedule schedule) {
        FaultOutcome outcome = run(schedule);
        if (outcome.failed()) {
            FaultOutcome smallest = Shrinking.of(outcome, this::run);
            Throwable broken = smallest.broken().orElseThrow();
            throw new AssertionError(story(outcome, smallest, broken), broken);
        }
        return outcome;
    }

    private String story(FaultOutcome outcome, FaultOutcome smallest, Throwable broken) {
        String steps = smallest.schedule().toString().lines().collect(Collectors.joining("\n            "));
        return broken + "\nseed " + outcome.schedule().seed() + ", "
                + outcome.schedule().steps().size() + " steps, of which "
                + smallest.schedule().steps().size() + " are enough:\n" + smallest.schedule() + "\nwhat had happened:\n"
                + smallest.trace() + "\nthe test that replays it, on the same trial:\n    @Test\n    void replaysSeed"
                + Long.toUnsignedString(outcome.schedule().seed())
                + "() {\n        trial.check(FaultSchedule.parse(\"\"\"\n            " + steps
                + "\n            \"\"\"));\n    }\n";
    }

    private List<String> nodes() {
        Set<String> nodes = new LinkedHashSet<>();
        groups.forEach(group -> group.nodes().forEach(it -> nodes.add(it.value())));
        return List.copyOf(nodes);
    }
}
