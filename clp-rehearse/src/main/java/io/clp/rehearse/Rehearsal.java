package io.clp.rehearse;

import io.clp.FailoverGroup;
import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.config.ApplicationResource;
import io.clp.config.ClusterDefinition;
import io.clp.platform.NodeThing;
import io.clp.rehearse.passage.ClusterPassages;
import io.clp.rehearse.passage.Passage;
import io.clp.rehearse.script.Answers;
import io.clp.rehearse.script.RehearsedScripts;
import io.clp.resource.Resource;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeNode;
import io.clp.testkit.FakeVolume;
import io.clp.testkit.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A cluster that was read, on fake machines. Not thread-safe. */
final class Rehearsal implements AutoCloseable {
    /** A monitor of a configuration looks once a minute and wants to be sure. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final FakeCluster cluster;
    private final List<FailoverGroup> groups;
    private final RehearsedScripts scripts;
    private final ClusterPassages passages;

    Rehearsal(ClusterDefinition definition, DefinedScripts files, String iisVersion, long seed) {
        cluster = FakeCluster.builder()
                .nodes(definition.nodes().stream().map(NodeId::value).toArray(String[]::new))
                .install(files.services().toArray(String[]::new))
                .iisVersion(iisVersion)
                .latencies(Latencies.windowsServer())
                .seed(seed)
                .build();
        groups = definition.groups(probe -> FakeWeb.standIn(probe, cluster::node));
        scripts = new RehearsedScripts(files, Answers.NONE);
        cluster.nodes().forEach(it -> scripts.putOn(it, files.names().toArray(String[]::new)));
        groups.stream()
                .flatMap(it -> it.resources().stream())
                .filter(ApplicationResource.class::isInstance)
                .map(ApplicationResource.class::cast)
                .forEach(this::putOnAll);
        passages = new ClusterPassages(cluster, groups, heard -> UnaryOperator.identity());
    }

    private void putOnAll(ApplicationResource application) {
        for (FakeNode node : cluster.nodes()) {
            scripts.putUnknownOn(node, application.start());
            if (!application.stop().isEmpty()) {
                scripts.putUnknownOn(node, application.stop());
            }
        }
    }

    List<Passage> startAll() {
        return passages.startAll();
    }

    /** Lets something fail for each of the groups, and puts it right again. */
    List<Passage> fail(Failing failing, Set<GroupId> affected) {
        if (failing instanceof Failing.Power power) {
            return powerOff(power.node());
        }
        List<Passage> played = new ArrayList<>();
        for (FailoverGroup group : groups) {
            if (!affected.contains(group.id())) {
                continue;
            }
            cluster.ownerOf(group).ifPresent(node -> {
                played.add(fail(failing, group, cluster.node(node.value())));
                restore();
            });
        }
        return played;
    }

    /** Powers a server off and on again, and moves its groups home. */
    private List<Passage> powerOff(String node) {
        List<Passage> played = new ArrayList<>(passages.powerOff(node));
        played.addAll(passages.bringBack(node));
        return played;
    }

    private Passage fail(Failing failing, FailoverGroup group, FakeNode node) {
        if (failing instanceof Failing.Service service) {
            List<String> names = service.name().map(List::of).orElseGet(() -> services(group));
            return passages.fail(
                    group,
                    (names.isEmpty() ? "no service" : String.join(" and ", names)) + " crashes",
                    () -> names.forEach(it -> node.service(it).crash()),
                    PATIENCE);
        }
        return passages.fail(
                group, "the disk is lost", () -> volumes(group, node).forEach(FakeVolume::disconnect), PATIENCE);
    }

    private void restore() {
        for (FakeNode node : cluster.nodes()) {
            groups.forEach(it -> volumes(it, node).forEach(FakeVolume::reconnect));
        }
        cluster.settle();
    }

    private static List<FakeVolume> volumes(FailoverGroup group, FakeNode node) {
        NodeId id = NodeId.of(node.info().computerName());
        return group.resources().stream()
                .filter(SwitchablePartition.class::isInstance)
                .map(it -> node.volume(((SwitchablePartition) it).volumeOn(id)))
                .toList();
    }

    /** Returns what a group's resources and the scripts' watches have of services. */
    private static List<String> services(FailoverGroup group) {
        return group.resources().stream()
                .map(Resource::uses)
                .flatMap(Set::stream)
                .filter(it -> it.kind() == NodeThing.Kind.SERVICE)
                .map(NodeThing::name)
                .distinct()
                .toList();
    }

    /** Returns the programs that were called and are not known. */
    List<String> notRehearsed() {
        return scripts.notRehearsed();
    }

    /** Returns where every group is now, and what clients reach. */
    List<String> whereabouts() {
        return passages.whereabouts();
    }

    boolean allOnline() {
        return groups.stream().allMatch(it -> cluster.view(it).state() == GroupState.ONLINE);
    }

    @Override
    public void close() {
        passages.close();
    }
}
