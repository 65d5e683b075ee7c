package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.FailoverGroup;
import io.clp.Failure;
import io.clp.GroupController;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.MessageBroadcast;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.iis.IisMessages;
import io.clp.platform.VolumeException;
import io.clp.testkit.FailoverTest;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeNode;
import io.clp.testkit.FakePlatform;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A disk that cannot be connected, on one node: IIS is not touched, and the start says why. */
class DiskFailureTest {
    private final FailoverGroup web = OneWayStandby.web();

    @Test
    void aDiskThatCannotBeConnectedKeepsIisOffThisNode() {
        try (FakePlatform sv1 = FakePlatform.builder("SV1").provide(web).build();
                GroupController node = GroupController.builder(sv1).groups(web).build()) {
            sv1.volume(OneWayStandby.CONTENT_VOLUME).disconnect();

            assertThatThrownBy(() -> node.start(web, StartCause.START))
                    .isInstanceOfSatisfying(GroupOperationException.class, failed -> {
                        assertThat(failed.report().outcome()).isEqualTo(Outcome.FAILED);
                        assertThat(failed.report().failures()).singleElement().satisfies(failure -> {
                            assertThat(failure.resource()).contains(ResourceId.of("content"));
                            assertThat(failure.error()).isInstanceOf(VolumeException.class);
                        });
                    });
            sv1.settle();

            assertThat(sv1.service("W3SVC").acts()).isEmpty();
            assertThat(sv1.service("ftpsvc").acts()).isEmpty();
            assertThat(sv1.broadcasts())
                    .extracting(MessageBroadcast::key)
                    .containsExactly(IisMessages.PARTITION_NOT_CONNECTED);
            assertThat(node.view(web).state()).isEqualTo(GroupState.OFFLINE); // rolled back: the next node may try
        }
    }

    @FailoverTest(nodes = {"SV1", "SV2", "SV3", "SV4"})
    void theNextNodeTakesTheGroup(FakeCluster cluster) {
        cluster.add(web); // the definition is known, its volumes and services exist; nothing runs yet
        FakeNode sv1 = cluster.node("SV1");
        sv1.volume(OneWayStandby.CONTENT_VOLUME).disconnect(); // this node's path only

        assertThatThrownBy(() -> cluster.start(web)).isInstanceOfSatisfying(GroupOperationException.class, failed -> {
            assertThat(failed.report().outcome()).isEqualTo(Outcome.FAILED);
            assertThat(failed.report().failures())
                    .extracting(Failure::resource)
                    .contains(Optional.of(ResourceId.of("content")));
        });
        cluster.settle();

        assertThat(sv1.service("W3SVC").acts()).isEmpty();
        assertThat(sv1.service("ftpsvc").acts()).isEmpty();
        assertThat(sv1.broadcasts())
                .extracting(MessageBroadcast::key)
                .containsExactly(IisMessages.PARTITION_NOT_CONNECTED);
        assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV2"));
        assertThat(cluster.view(web).state()).isEqualTo(GroupState.ONLINE);
    }
}
