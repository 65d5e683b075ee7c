package io.clp.benchmarks.demo;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.rehearse.passage.ClusterPassages;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeNode;
import io.clp.testkit.Latencies;
import java.util.List;
import java.util.Locale;

/** The guide's four nodes as a fake cluster with a member on each. */
final class FigureCluster {
    private static final String[] NODES = {"SV1", "SV2", "SV3", "SV4"};

    private FigureCluster() {}

    static ClusterPassages of(List<FailoverGroup> groups, String iisVersion, Locale language, long seed) {
        FakeCluster cluster = FakeCluster.builder()
                .nodes(NODES)
                .iisVersion(iisVersion)
                .latencies(Latencies.windowsServer())
                .seed(seed)
                .build();
        ClusterPassages passages = new ClusterPassages(cluster, groups, it -> Translation.to(language, it));
        cluster.nodes().forEach(it -> serveContentOn(it, groups));
        return passages;
    }

    /** IIS keeps its content open while it runs: a partition that is released too early is refused, as on Windows. */
    private static void serveContentOn(FakeNode node, List<FailoverGroup> groups) {
        NodeId id = NodeId.of(node.info().computerName());
        for (FailoverGroup group : groups) {
            group.resources().stream()
                    .filter(SwitchablePartition.class::isInstance)
                    .map(it -> ((SwitchablePartition) it).volumeOn(id))
                    .forEach(node.service("W3SVC")::holds);
        }
    }
}
