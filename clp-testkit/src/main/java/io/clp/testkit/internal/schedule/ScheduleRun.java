package io.clp.testkit.internal.schedule;

import io.clp.CallRefusedException;
import io.clp.ClpException;
import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeNode;
import io.clp.testkit.FaultOutcome;
import io.clp.testkit.FaultSchedule;
import io.clp.testkit.FaultSchedule.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a schedule: its steps, then everything heals, and every group must run on exactly one node. */
public final class ScheduleRun {
    /** Long enough for every patience of a member to end. */
    private static final Duration CALM = Duration.ofMinutes(3);

    private final FakeCluster cluster;
    private final List<FailoverGroup> groups;
    private final FaultSchedule schedule;
    private final Disturbances disturbances;
    private int startedByHand;

    private ScheduleRun(FakeCluster cluster, List<FailoverGroup> groups, FaultSchedule schedule) {
        this.cluster = cluster;
        this.groups = groups;
        this.schedule = schedule;
        disturbances = new Disturbances(cluster, groups);
    }

    /** Runs a schedule; what it broke is in the result. */
    public static FaultOutcome of(FakeCluster.Builder builder, List<FailoverGroup> groups, FaultSchedule schedule) {
        FakeCluster cluster = builder.build();
        ScheduleRun run = new ScheduleRun(cluster, groups, schedule);
        Throwable broken = null;
        try {
            run.perform();
        } catch (AssertionError | RuntimeException e) { // every way to fail is a finding, and comes with the trace
            broken = e;
        }
        String trace = cluster.trace();
        int moves = broken == null ? run.moves() : 0;
        try {
            cluster.close();
        } catch (AssertionError e) {
            broken = broken == null ? e : broken;
        }
        return run.outcome(trace, broken, moves);
    }

    private FaultOutcome outcome(String trace, @Nullable Throwable broken, int moves) {
        return new FaultOutcome(schedule, trace, Optional.ofNullable(broken), moves, startedByHand);
    }

    private int moves() {
        return (int)
                groups.stream().filter(it -> cluster.lastMove(it).isPresent()).count();
    }

    private void perform() {
        cluster.add(groups.toArray(new FailoverGroup[0]));
        groups.forEach(cluster::start);
        for (Step step : schedule.steps()) {
            cluster.note("step " + step);
            disturbances.apply(step);
            cluster.advance(step.pause());
        }
        cluster.note("everything is repaired");
        disturbances.heal();
        cluster.settle();
        disturbances.heal(); // a node may have been fenced meanwhile
        cluster.settle();
        cluster.advance(CALM);
        disturbances.heal();
        cluster.settle();
        groups.forEach(this::runs);
    }

    private void runs(FailoverGroup group) {
        if (!isOnline(group)) {
            startedByHand++;
            cluster.note("start of " + group.id() + " by hand");
            startOrMove(group);
        }
        cluster.settle();
        if (!isOnline(group)) {
            throw new AssertionError("nothing is wrong any more, but group " + group.id() + " is "
                    + cluster.view(group).state() + ", of " + cluster.ownerOf(group));
        }
        for (FakeNode node : cluster.nodes()) {
            NodeId id = node.controller().nodeId();
            GroupState there = node.controller().view(group).state();
            boolean elsewhere = !cluster.ownerOf(group).equals(Optional.of(id));
            if (elsewhere && there != GroupState.OFFLINE && there != GroupState.UNKNOWN) {
                throw new AssertionError(
                        "group " + group.id() + " is of " + cluster.ownerOf(group) + ", but " + there + " on " + id);
            }
        }
    }

    /** Starts a group; where its owner may not, because of what else is there, has it moved to whoever may. */
    private void startOrMove(FailoverGroup group) {
        CallRefusedException refused;
        try {
            cluster.start(group);
            return;
        } catch (CallRefusedException e) {
            refused = e;
        } catch (ClpException e) {
            throw cannotRun(group, e);
        }
        for (NodeId node : group.nodes()) {
            try {
                cluster.move(group, node.value());
                return;
            } catch (CallRefusedException e) {
                refused.addSuppressed(e);
            } catch (ClpException e) {
                throw cannotRun(group, e);
            }
        }
        throw cannotRun(group, refused);
    }

    private static AssertionError cannotRun(FailoverGroup group, ClpException why) {
        return new AssertionError(
                "nothing is wrong any more, but group " + group.id() + " cannot be started: " + why.getMessage(), why);
    }

    private boolean isOnline(FailoverGroup group) {
        return cluster.ownerOf(group).isPresent() && cluster.view(group).state() == GroupState.ONLINE;
    }
}
