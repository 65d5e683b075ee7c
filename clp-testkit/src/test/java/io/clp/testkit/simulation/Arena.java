package io.clp.testkit.simulation;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.failover.FinalAction;
import io.clp.testkit.ClusterFaults;
import io.clp.testkit.FakeNode;
import io.clp.testkit.FaultOutcome;
import io.clp.testkit.FaultSchedule;
import io.clp.testkit.FaultTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Groups with certain policies, and what is done to their cluster.
 *
 * @param name of the arena
 * @param sure whether no clock is set or drifts and no link loses anything: then periods can be judged by the time of the run, and what
 *     owners leave to their successors arrives
 * @param groups made anew for each run: the argument is their final action
 * @param trial made of the groups
 * @param script writes the schedule of a seed; null where it is drawn
 * @param rules of its own
 */
record Arena(
        String name,
        boolean sure,
        Function<FinalAction, List<FailoverGroup>> groups,
        UnaryOperator<FaultTrial> trial,
        @Nullable LongFunction<FaultSchedule> script,
        Rules rules) {
    Arena(
            String name,
            boolean sure,
            Function<FinalAction, List<FailoverGroup>> groups,
            UnaryOperator<FaultTrial> trial) {
        this(name, sure, groups, trial, null, happened -> Optional.empty());
    }

    /** Everything happens that failover can survive. */
    static Arena free(String name, Function<FinalAction, List<FailoverGroup>> groups) {
        return new Arena(name, false, groups, it -> it.faults(ClusterFaults.survivable()));
    }

    /** Rules of one arena. */
    @FunctionalInterface
    interface Rules {
        /** Returns which rule was broken, and how; empty where none was. */
        Optional<String> broken(Happened happened);
    }

    Arena ruledBy(Rules own) {
        return new Arena(name, sure, groups, trial, script, own);
    }

    Arena written(LongFunction<FaultSchedule> schedules) {
        return new Arena(name, sure, groups, trial, schedules, rules);
    }

    /**
     * What a run came to.
     *
     * @param groups those of the run
     * @param outcome the trial's
     * @param findings what broke a rule
     */
    record Played(List<FailoverGroup> groups, FaultOutcome outcome, List<Finding> findings) {
        boolean failed() {
            return !findings.isEmpty();
        }
    }

    /** One run's groups and the nodes of its cluster, which a final action of the test's own writes into the trace of. */
    private final class Stage {
        private final Map<NodeId, FakeNode> nodes = new ConcurrentHashMap<>();
        private final List<FailoverGroup> defined = groups.apply(FinalAction.of("tell", this::tell));
        private final FaultTrial trial = Arena.this
                .trial
                .apply(FaultTrial.of(defined.toArray(new FailoverGroup[0])))
                .cluster(it -> it.members(
                        (node, member) -> nodes.put(NodeId.of(node.info().computerName()), node)));

        private void tell(FinalAction.Failed failed) {
            FakeNode node = nodes.get(failed.node());
            if (node != null) {
                node.note("final action of " + failed.group());
            }
        }
    }

    FaultSchedule schedule(long seed) {
        return script != null ? script.apply(seed) : new Stage().trial.schedule(seed);
    }

    Played play(FaultSchedule schedule) {
        Stage stage = new Stage();
        FaultOutcome outcome = stage.trial.run(schedule);
        List<Finding> findings = new ArrayList<>(Judge.of(this, stage.defined, outcome));
        if (!outcome.failed()) {
            rules.broken(new Happened(outcome.trace(), outcome.startedByHand()))
                    .ifPresent(it -> findings.add(new Finding(Rule.OF_THE_ARENA, it)));
        }
        return new Played(stage.defined, outcome, findings);
    }
}
