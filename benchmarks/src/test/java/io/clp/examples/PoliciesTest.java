package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.resource.ServiceResource;
import io.clp.testkit.FailoverTest;
import io.clp.testkit.FakeCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class PoliciesTest {
    private final List<String> pages = new ArrayList<>();
    private final FailoverGroup shop = Policies.shop(pages::add);
    private final FailoverGroup db = other("db", "SV3");
    private final FailoverGroup reports = other("reports", "SV2");

    private static FailoverGroup other(String id, String node) {
        return FailoverGroup.builder(id)
                .nodes(node)
                .resource(ServiceResource.builder(id).service(id).build())
                .build();
    }

    @FailoverTest(nodes = {"SV1", "SV2", "SV3"})
    void itGoesWhereItMayAndPagesWhereItCannot(FakeCluster cluster) {
        cluster.start(db);
        cluster.start(reports);
        cluster.start(shop);
        cluster.settle();
        assertThat(cluster.ownerOf(shop)).contains(NodeId.of("SV1"));

        cluster.node("SV1").service("Shop").crash();
        cluster.settle();
        assertThat(cluster.ownerOf(shop)).contains(NodeId.of("SV1")); // restarted in its place
        cluster.node("SV1").service("Shop").crash();
        cluster.settle();
        assertThat(cluster.ownerOf(shop)).contains(NodeId.of("SV3")); // reports is on SV2

        cluster.node("SV3").service("Shop").failStart(1053);
        cluster.node("SV3").service("Shop").crash();
        cluster.settle();
        cluster.advance(Duration.ofMinutes(5));
        assertThat(pages).singleElement().asString().startsWith("shop on SV3: ");
    }
}
