package io.clp.iis.schedules;

import io.clp.CallRefusedException;
import io.clp.FailoverGroup;
import io.clp.GroupOperationException;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.resource.OperationTimeoutException;
import io.clp.resource.Resource;
import io.clp.testkit.FaultPoint;
import io.clp.testkit.SpiMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One run of a schedule: its steps, then everything heals, and every group that can run must run. */
final class Run {
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final Schedule schedule;
    private final Cluster cluster;
    private final Disturbances disturbances;
    private int restarts;

    private Run(Schedule schedule, Cluster cluster) {
        this.schedule = schedule;
        this.cluster = cluster;
        disturbances = new Disturbances(cluster);
    }

    /** Runs a schedule; what it broke is in the result. */
    static Ran of(Schedule schedule) {
        Cluster cluster = new Cluster(schedule);
        Run run = new Run(schedule, cluster);
        Throwable broken = null;
        try {
            run.perform();
        } catch (AssertionError | RuntimeException e) { // every way to fail is a finding, and comes with the trace
            broken = e;
        }
        String trace = cluster.machines.trace();
        try {
            cluster.close();
        } catch (AssertionError e) {
            broken = broken == null ? e : broken;
        }
        return run.ran(trace, broken);
    }

    private Ran ran(String trace, @Nullable Throwable broken) {
        Map<FaultPoint, Long> met = new TreeMap<>();
        cluster.nodes.forEach(node -> node.met().forEach((point, times) -> met.merge(point, times, Long::sum)));
        Map<String, Long> counts = new TreeMap<>();
        counts.put("groups", (long) cluster.layout.groups.size());
        counts.put("nodes", (long) cluster.nodes.size());
        counts.put("moves", (long) cluster.moves);
        counts.put("power-offs", (long) cluster.powerOffs);
        counts.put("restarts", (long) restarts);
        counts.put("calls", (long) cluster.calls.all.size());
        cluster.calls.all.forEach(it -> {
            counts.merge("calls " + it.ending(), 1L, Long::sum);
            counts.merge("hung operations", hung(it), Long::sum);
        });
        return new Ran(schedule, cluster.layout.toString(), cluster.calls.log.toString(), trace, met, counts, broken);
    }

    private static long hung(Call call) {
        return call.report == null
                ? 0
                : call.report.operations().stream()
                        .filter(it -> it.error().isPresent()
                                && it.error().get() instanceof OperationTimeoutException timeout
                                && timeout.stillRunning())
                        .count();
    }

    private void perform() {
        for (Step step : schedule.steps()) {
            cluster.calls.say("step: " + step);
            step(step);
            cluster.pass(step.pause());
        }
        cluster.calls.say("everything heals");
        new Finale(cluster, disturbances, schedule.seed()).perform();
    }

    private void step(Step step) {
        int group = step.group() % cluster.layout.groups.size();
        FailoverGroup definition = cluster.layout.groups.get(group);
        Node holder = cluster.holder(group);
        Node host = cluster.host(group, step.node());
        Node node = holder == null ? host : holder;
        Cluster.Way way = Cluster.Way.of(step.choice());
        switch (step.kind()) {
            case START -> cluster.start(group, node, cause(step), way);
            case START_AND_WAIT -> cluster.start(group, node, cause(step), Cluster.Way.WAITING);
            case STOP -> cluster.stop(group, step.choice() % 5 == 0 ? host : node, StopCause.GROUP_STOP, way);
            case STOP_AND_WAIT -> cluster.stop(group, node, StopCause.GROUP_STOP, Cluster.Way.WAITING);
            case MOVE -> move(step, group, node, host);
            case FAIL_OVER -> failOver(group, holder, host);
            case RESTART -> restart(step, group, definition, node);
            case RECOVER -> {
                if (node.runs()) {
                    cluster.recover(group, node);
                }
            }
            case KILL_PROCESS -> kill(step, node);
            case CLOSE -> close(node);
            case POWER_OFF -> {
                if (host.runs()) {
                    cluster.powerOff(host);
                }
            }
            case BOOT -> boot();
            case FAULT -> {
                if (node.runs()) {
                    node.faulty().next(step.point().method(), 1 + step.choice() % 2, step.fault());
                }
            }
            case FORCED_STOP -> forcedStop(step, group, node);
            case RELEASE_FAULTS -> {
                if (node.runs()) {
                    node.faulty().release();
                }
            }
            default -> {
                if (node.runs()) {
                    disturbances.apply(step, group, node);
                }
            }
        }
    }

    private static StartCause cause(Step step) {
        return step.choice() % 4 == 0 ? StartCause.FAILOVER : StartCause.START;
    }

    /** Stops, then starts elsewhere; where the stop cannot be trusted, half of the time the old node is fenced. */
    private void move(Step step, int group, Node from, Node to) {
        if (from == to) {
            return;
        }
        if (from.runs() && (from.lied() || step.choice() % 8 == 0)) {
            cluster.powerOff(from);
        } else {
            cluster.stop(group, from, StopCause.GROUP_MOVE, Cluster.Way.of(step.choice()));
        }
        cluster.moveTo(group, to, StartCause.START);
    }

    private void failOver(int group, @Nullable Node holder, Node to) {
        if (holder != null && holder.runs() && holder != to) {
            cluster.powerOff(holder);
            cluster.moveTo(group, to, StartCause.FAILOVER);
        }
    }

    private void restart(Step step, int group, FailoverGroup definition, Node node) {
        if (node.runs()) {
            List<ResourceId> ids =
                    definition.resources().stream().map(Resource::id).toList();
            cluster.restart(group, node, ids.get(step.choice() % ids.size()));
            restarts++;
        }
    }

    private void kill(Step step, Node node) {
        if (!node.runs()) {
            return;
        }
        cluster.killProcess(node);
        if (step.choice() % 3 == 0) {
            stopUnowned(node);
        }
    }

    private void stopUnowned(Node node) {
        Duration most = ONE_SECOND;
        for (FailoverGroup group : cluster.layout.groups) {
            if (node.hosts(group)) {
                most = most.plus(node.controller().stopLimit(group)).plus(ONE_SECOND);
            }
        }
        long before = node.machine.timeline().nanos();
        try {
            node.controller().stopUnowned(cluster.heldBy(node));
        } catch (GroupOperationException e) {
            cluster.calls.say("stopUnowned: " + e.getMessage());
        }
        inTime("stopUnowned on " + node.name, node.machine.timeline().nanos() - before, most);
    }

    private void close(Node node) {
        if (!node.runs()) {
            return;
        }
        if (cluster.layout.groups.stream().noneMatch(node::hosts)) {
            return;
        }
        Duration most = ONE_SECOND;
        for (FailoverGroup group : cluster.layout.groups) {
            if (node.hosts(group)) {
                Duration limit = node.controller().startLimit(group).plus(ONE_SECOND);
                most = limit.compareTo(most) > 0 ? limit : most;
            }
        }
        long before = node.machine.timeline().nanos();
        node.controller().close();
        inTime("close on " + node.name, node.machine.timeline().nanos() - before, most);
        try {
            node.controller().start(groupOn(node), StartCause.START);
            throw new Broken("a closed controller starts a group");
        } catch (CallRefusedException e) {
            cluster.calls.say("refused after close: " + e.getMessage());
        }
        cluster.killProcess(node);
    }

    private FailoverGroup groupOn(Node node) {
        return cluster.layout.groups.stream().filter(node::hosts).findFirst().orElseThrow();
    }

    private static void inTime(String what, long nanos, Duration most) {
        if (nanos > most.toNanos()) {
            throw new Broken(what + " took " + Duration.ofNanos(nanos) + ", longer than " + most);
        }
    }

    /** A stop that hangs, so that the process is terminated where that was chosen; and that meets a fault too, perhaps. */
    private void forcedStop(Step step, int group, Node node) {
        if (node.runs()) {
            disturbances.hangAllOnStop(group, node);
            if (step.choice() % 2 == 0) {
                node.faulty().next(SpiMethod.SERVICE_TERMINATE, step.otherFault());
            }
            cluster.stop(group, node, StopCause.GROUP_STOP, Cluster.Way.FORKED);
        }
    }

    private void boot() {
        cluster.nodes.stream().filter(it -> !it.runs()).findFirst().ifPresent(cluster::boot);
    }
}
