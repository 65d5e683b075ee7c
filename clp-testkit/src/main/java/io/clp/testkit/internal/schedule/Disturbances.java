package io.clp.testkit.internal.schedule;

import io.clp.ClpException;
import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.failover.ClusterMember;
import io.clp.platform.NodeThing;
import io.clp.platform.ServiceState;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeLink;
import io.clp.testkit.FakeNode;
import io.clp.testkit.FakeService;
import io.clp.testkit.FakeVolume;
import io.clp.testkit.FaultSchedule;
import io.clp.testkit.FaultSchedule.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Does what the steps of a schedule say, and puts everything right again. */
final class Disturbances {
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(1);
    private static final int CHOICES = 1_000;
    private static final Duration QUICK = Duration.ofMillis(300);
    private static final List<Integer> START_FAILURES = List.of(5, 1053, 1058, 1066, 1069);

    private final FakeCluster cluster;
    private final Map<String, FailoverGroup> groups = new LinkedHashMap<>();

    Disturbances(FakeCluster cluster, List<FailoverGroup> groups) {
        this.cluster = cluster;
        groups.forEach(it -> this.groups.put(it.id().value(), it));
    }

    void apply(Step step) {
        FailoverGroup group = groups.get(step.group());
        if (group == null) {
            throw new IllegalArgumentException("the trial has no group " + step.group());
        }
        FakeNode node = cluster.node(step.node());
        switch (step.kind()) {
            case POWER_OFF, BOOT, KILL_PROCESS, START_PROCESS, PAUSE, FREEZE, RESUME, STEP_CLOCK, DRIFT_CLOCK ->
                toNode(step, node);
            case PARTITION,
                    CUT_REQUESTS,
                    CUT_ANSWERS,
                    SLOW_LINK,
                    LOSE_REQUESTS,
                    LOSE_ANSWERS,
                    DELAY_ANSWERS,
                    DOUBLE_REQUESTS,
                    UNRELIABLE,
                    HEAL_LINK -> toLink(step, cluster.link(step.node()));
            case DISCONNECT, DISCONNECT_ALL, RECONNECT -> toDisk(step, group, node);
            case CRASH, HANG_ON_START, HANG_ON_STOP, FAIL_START, RELEASE, SERVICE_LIES -> toService(step, group, node);
            case START, STOP, MOVE -> ask(step, group, node);
            case DRAIN, UNDRAIN -> drain(node, step.kind() == FaultSchedule.Kind.DRAIN);
            default -> toCluster(step);
        }
    }

    private static void toNode(Step step, FakeNode node) {
        switch (step.kind()) {
            case POWER_OFF -> node.powerOff();
            case BOOT -> node.boot();
            case KILL_PROCESS -> {
                if (node.processRuns()) {
                    node.killProcess();
                }
            }
            case START_PROCESS -> {
                if (node.poweredOn()) {
                    node.startProcess();
                }
            }
            case PAUSE -> node.pause();
            case FREEZE -> node.freeze();
            case RESUME -> node.resume();
            case STEP_CLOCK -> node.stepClock(Duration.ofSeconds(20L * (step.choice() - CHOICES / 2)));
            default -> node.driftClock(0.75 + step.choice() / 2.0 / CHOICES);
        }
    }

    private void toLink(Step step, FakeLink link) {
        int few = 1 + step.choice() % 4;
        switch (step.kind()) {
            case PARTITION -> cluster.partition(step.node());
            case CUT_REQUESTS -> link.cutRequests();
            case CUT_ANSWERS -> link.cutAnswers();
            case SLOW_LINK -> link.slow(Duration.ofMillis(step.choice()));
            case LOSE_REQUESTS -> link.loseRequests(few);
            case LOSE_ANSWERS -> link.loseAnswers(few);
            case DELAY_ANSWERS -> link.delayAnswers(few);
            case DOUBLE_REQUESTS -> link.doubleRequests(few);
            case UNRELIABLE -> link.unreliable(step.choice() / 2);
            default -> link.heal();
        }
    }

    private void toCluster(Step step) {
        switch (step.kind()) {
            case LOSE_QUORUM -> cluster.loseQuorum();
            case HEAL -> cluster.heal();
            case EXPIRE_SESSION -> cluster.expireSession(step.node());
            case FENCER_FAILS -> cluster.fencer().fails();
            case FENCER_DOUBTS -> cluster.fencer().doubts();
            case FENCER_SLOW -> cluster.fencer().takes(Duration.ofMillis(20L * step.choice()));
            case FENCER_HEALS -> cluster.fencer().heal();
            case FENCER_LIES -> cluster.fencer().lies();
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    private void toDisk(Step step, FailoverGroup group, FakeNode node) {
        switch (step.kind()) {
            case DISCONNECT -> volumes(group, node, FakeVolume::disconnect);
            case DISCONNECT_ALL -> cluster.nodes().forEach(it -> volumes(group, it, FakeVolume::disconnect));
            default -> cluster.nodes().forEach(it -> volumes(group, it, FakeVolume::reconnect));
        }
    }

    private static void volumes(FailoverGroup group, FakeNode node, Consumer<FakeVolume> what) {
        NodeId id = NodeId.of(node.info().computerName());
        group.resources().stream()
                .filter(SwitchablePartition.class::isInstance)
                .map(it -> node.volume(((SwitchablePartition) it).volumeOn(id)))
                .forEach(what);
    }

    private static void toService(Step step, FailoverGroup group, FakeNode node) {
        List<FakeService> services = services(group, node);
        if (services.isEmpty()) {
            return;
        }
        FakeService service = services.get(step.choice() % services.size());
        switch (step.kind()) {
            case CRASH -> service.crash();
            case HANG_ON_START -> service.hangOnStart();
            case HANG_ON_STOP -> service.hangOnStop();
            case FAIL_START -> service.failStart(START_FAILURES.get(step.choice() % START_FAILURES.size()));
            case SERVICE_LIES -> service.lieStopped();
            default -> service.failStart(0).release();
        }
    }

    private static List<FakeService> services(FailoverGroup group, FakeNode node) {
        return group.resources().stream()
                .flatMap(it -> it.uses().stream())
                .filter(it -> it.kind() == NodeThing.Kind.SERVICE)
                .map(NodeThing::name)
                .filter(it -> node.services().state(it) != ServiceState.NOT_INSTALLED)
                .sorted()
                .distinct()
                .map(node::service)
                .toList();
    }

    /** Somebody asks a member, in a task of its process; what is answered is in the trace. */
    private void ask(Step step, FailoverGroup group, FakeNode node) {
        Optional<FakeNode> owner = cluster.ownerOf(group).map(it -> cluster.node(it.value()));
        FakeNode asked =
                switch (step.kind()) {
                    case START -> node;
                    default -> owner.orElse(node);
                };
        if (!asked.processRuns()) {
            return;
        }
        asked.timeline().fork("caller", () -> {
            try {
                switch (step.kind()) {
                    case START -> asked.member().start(group);
                    case STOP -> asked.member().stop(group);
                    default -> asked.member().move(group, NodeId.of(step.node()));
                }
            } catch (ClpException e) {
                cluster.note(step.kind() + " of " + group.id() + ": " + e.getMessage());
            }
            return true;
        });
    }

    private void drain(FakeNode node, boolean drains) {
        if (!node.processRuns()) {
            return;
        }
        NodeId id = NodeId.of(node.info().computerName());
        ClusterMember member = node.member();
        node.timeline().fork("caller", () -> {
            try {
                if (drains) {
                    node.note("drained: " + member.drain(id, DRAIN_LIMIT).outcome());
                } else {
                    member.undrain();
                    node.note("takes groups again");
                }
            } catch (ClpException e) {
                node.note((drains ? "drain: " : "undrain: ") + e.getMessage());
            }
            return true;
        });
    }

    /** Puts everything right: links, fencer, disks, services, and all processes run. */
    void heal() {
        cluster.heal();
        for (FakeNode node : cluster.nodes()) {
            node.resume();
            for (FailoverGroup group : groups.values()) {
                volumes(group, node, FakeVolume::reconnect);
                services(group, node).forEach(it -> it.failStart(0)
                        .startTakes(QUICK)
                        .stopTakes(QUICK)
                        .release());
            }
            node.boot();
            node.startProcess();
            drain(node, false);
        }
    }
}
