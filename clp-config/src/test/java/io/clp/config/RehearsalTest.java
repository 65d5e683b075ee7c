package io.clp.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.testkit.FailoverTest;
import io.clp.testkit.FakeCluster;

/** What is read runs: on a fake cluster, without a change. */
class RehearsalTest {
    @FailoverTest(nodes = {"SV1", "SV2"})
    void aGroupOfTheFileMovesWithItsScripts(FakeCluster cluster) {
        FailoverGroup group = Samples.read("japanese").group("group");
        for (String node : new String[] {"SV1", "SV2"}) {
            cluster.node(node).commands().when("start.bat", call -> 0);
            cluster.node(node).commands().when("stop.bat", call -> 0);
        }
        cluster.start(group);

        assertThat(cluster.move(group, "SV2").outcome()).isEqualTo(Outcome.DONE);

        assertThat(cluster.ownerOf(group)).contains(NodeId.of("SV2"));
        assertThat(cluster.node("SV1").commands().calls("stop.bat")).hasSize(1);
        assertThat(cluster.node("SV2").commands().calls("start.bat"))
                .singleElement()
                .satisfies(call -> assertThat(call.environment())
                        .containsEntry("CLP_SERVER", "OTHER")
                        .containsEntry("CLP_DISK", "SUCCESS"));
    }
}
