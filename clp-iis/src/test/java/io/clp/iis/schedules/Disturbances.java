package io.clp.iis.schedules;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.platform.NodeThing;
import io.clp.platform.ServiceState;
import io.clp.resource.FloatingIp;
import io.clp.resource.Resource;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.FakeService;
import io.clp.testkit.FakeVolume;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the machines themselves do wrong, and how it is put right. */
final class Disturbances {
    private static final String DEPENDENT = "Reports";
    private static final List<Integer> REFUSALS = List.of(1055, 1061);
    private static final List<Integer> FAILURES = List.of(5, 1053, 1058, 1069, 1066);

    private final Cluster cluster;
    private final Set<String> foreign = new LinkedHashSet<>();
    private final List<FakeVolume.OpenFile> files = new ArrayList<>();
    private final Set<FakeVolume> cut = new LinkedHashSet<>();

    Disturbances(Cluster cluster) {
        this.cluster = cluster;
    }

    void apply(Step step, int group, Node node) {
        FakePlatform machine = node.machine;
        switch (step.kind()) {
            case CRASH -> service(step, group, machine).crash();
            case HANG_ON_START -> service(step, group, machine).hangOnStart();
            case HANG_ON_STOP -> service(step, group, machine).hangOnStop();
            case RELEASE -> service(step, group, machine).release();
            case SLOW -> {
                FakeService slow = service(step, group, machine);
                slow.startTakes(Duration.ofMillis(20L * step.choice()))
                        .stopTakes(Duration.ofMillis(30L * step.choice()));
            }
            case FAIL_START -> service(step, group, machine).failStart(FAILURES.get(step.choice() % FAILURES.size()));
            case REFUSE -> service(step, group, machine).refuse(REFUSALS.get(step.choice() % REFUSALS.size()));
            case DISCONNECT ->
                volumes(group, node).forEach(it -> {
                    it.disconnect();
                    cut.add(it);
                });
            case RECONNECT -> volumes(group, node).forEach(FakeVolume::reconnect);
            case OPEN_FILE -> volumes(group, node).forEach(it -> files.add(it.heldOpenBy("editor")));
            case CLOSE_FILE -> closeFiles();
            case FOREIGN_ADDRESS -> foreignAddress(group);
            case DEPENDENT -> dependent(machine);
            case COMMAND_FAILS -> {
                int exitCode = List.of(0, 1, Application.WORSE).get(step.choice() % 3);
                machine.commands().when(Application.COMMAND, call -> exitCode);
            }
            default -> throw new IllegalArgumentException(step.toString());
        }
    }

    /** Returns one of the services that a group uses, and that the machine has. */
    private FakeService service(Step step, int group, FakePlatform machine) {
        List<FakeService> services = services(cluster.layout.groups.get(group), machine);
        return services.isEmpty() ? machine.install("Spooler") : services.get(step.choice() % services.size());
    }

    /** Makes all services of a group hang when they are stopped. */
    void hangAllOnStop(int group, Node node) {
        services(cluster.layout.groups.get(group), node.machine).forEach(FakeService::hangOnStop);
    }

    private static List<FakeService> services(FailoverGroup group, FakePlatform machine) {
        return group.resources().stream()
                .flatMap(it -> it.uses().stream())
                .filter(it -> it.kind() == NodeThing.Kind.SERVICE)
                .map(NodeThing::name)
                .filter(it -> machine.services().state(it) != ServiceState.NOT_INSTALLED)
                .sorted()
                .map(machine::service)
                .toList();
    }

    private List<FakeVolume> volumes(int group, Node node) {
        FailoverGroup definition = cluster.layout.groups.get(group);
        return definition.resources().stream()
                .filter(SwitchablePartition.class::isInstance)
                .map(it -> node.machine.volume(((SwitchablePartition) it).volumeOn(NodeId.of(node.name))))
                .toList();
    }

    private void foreignAddress(int group) {
        FakePlatform outsider = cluster.machines.node(Cluster.OUTSIDER);
        for (Resource resource : cluster.layout.groups.get(group).resources()) {
            String cidr = resource instanceof FloatingIp floating
                    ? floating.cidr()
                    : resource instanceof VirtualIp virtual ? virtual.cidr() : "";
            if (!cidr.isEmpty() && foreign.add(cidr)) {
                outsider.addresses().add(cidr, "Ethernet");
            }
        }
    }

    private static void dependent(FakePlatform machine) {
        if (machine.services().state("W3SVC") == ServiceState.RUNNING) {
            machine.install(DEPENDENT).dependsOn("W3SVC");
            machine.services().start(DEPENDENT);
        }
    }

    private void closeFiles() {
        files.forEach(FakeVolume.OpenFile::close);
        files.clear();
    }

    /** Makes a service quick and obedient, so that no deadline is too short for it. */
    private static void heal(FakeService service) {
        service.failStart(0)
                .startTakes(Duration.ofMillis(300))
                .stopTakes(Duration.ofMillis(300))
                .release();
    }

    /** Puts everything right. */
    void heal() {
        for (Node node : cluster.nodes) {
            if (node.runs()) {
                node.faulty().heal();
            }
            node.machine.commands().when(Application.COMMAND, call -> 0);
        }
        for (Node node : cluster.nodes) {
            cluster.layout.groups.forEach(group -> services(group, node.machine).forEach(Disturbances::heal));
        }
        cut.forEach(FakeVolume::reconnect);
        closeFiles();
        foreign.forEach(
                it -> cluster.machines.node(Cluster.OUTSIDER).addresses().remove(it.substring(0, it.indexOf('/'))));
        foreign.clear();
    }
}
