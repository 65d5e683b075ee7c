package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.platform.ServiceState;
import io.clp.resource.ResourceState;
import io.clp.resource.ServiceTimeoutException;
import io.clp.testkit.FailoverTest;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeNode;
import io.clp.testkit.FakePlatform;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A web application that does not let W3SVC stop. */
class StopHangTest {
    private final FailoverGroup web = OneWayStandby.web();

    @Test
    void aStopThatHangsKeepsTheGroupWhereItIs() {
        try (FakePlatform sv1 = FakePlatform.builder("SV1").provide(web).build();
                GroupController node = GroupController.builder(sv1).groups(web).build()) {
            node.start(web, StartCause.START);
            sv1.service("W3SVC").hangOnStop();

            GroupOperationException failed = catchThrowableOfType(
                    GroupOperationException.class, () -> node.stop(web, StopCause.GROUP_MOVE)); // at the deadline

            assertThat(failed).hasMessageContaining("W3SVC");
            assertThat(failed.report().outcome()).isEqualTo(Outcome.INDETERMINATE);
            assertThat(failed.report().failures().get(0).error())
                    .isInstanceOfSatisfying(ServiceTimeoutException.class, hang -> {
                        assertThat(hang.service()).isEqualTo("W3SVC");
                        assertThat(hang.processId()).isPresent();
                        assertThat(hang.tried()).isNotEmpty();
                        assertThat(hang.advice()).contains("forceStop");
                    });
            assertThat(node.view(web).state()).isEqualTo(GroupState.OFFLINE_FAILURE);
            assertThat(node.view(web).resource("iis")).isEqualTo(ResourceState.UNKNOWN);

            sv1.advance(Duration.ofHours(6)); // nothing is given up meanwhile
            assertThat(sv1.volume(OneWayStandby.CONTENT_VOLUME).mounted()).isTrue();

            sv1.service("W3SVC").release(); // the web application lets go at last
            sv1.settle();
            assertThat(node.view(web).state()).isEqualTo(GroupState.OFFLINE); // the stop is completed by itself
            assertThat(sv1.volume(OneWayStandby.CONTENT_VOLUME).mounted()).isFalse();
        }
    }

    @FailoverTest(nodes = {"SV1", "SV2", "SV3", "SV4"})
    void noOtherNodeTakesItMeanwhile(FakeCluster cluster) {
        cluster.start(web);
        FakeNode sv1 = cluster.node("SV1");
        sv1.service("W3SVC").hangOnStop();

        assertThatThrownBy(() -> cluster.move(web, "SV2"))
                .isInstanceOfSatisfying(
                        GroupOperationException.class,
                        failed -> assertThat(failed.report().outcome()).isEqualTo(Outcome.INDETERMINATE));
        assertThat(cluster.view(web).state()).isEqualTo(GroupState.OFFLINE_FAILURE);

        cluster.advance(Duration.ofHours(6));
        assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV1"));
        assertThat(sv1.volume(OneWayStandby.CONTENT_VOLUME).mounted()).isTrue();
        assertThat(cluster.node("SV2").services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);

        sv1.service("W3SVC").release();
        cluster.settle();
        assertThat(cluster.view(web).state()).isEqualTo(GroupState.OFFLINE); // the move is not resumed
        cluster.move(web, "SV2");
        assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV2"));
    }

    @FailoverTest(nodes = {"SV1", "SV2", "SV3", "SV4"})
    void aNodeKnownToBeDeadIsSafe(FakeCluster cluster) {
        cluster.start(web);
        cluster.node("SV1").service("W3SVC").hangOnStop();
        assertThatThrownBy(() -> cluster.move(web, "SV2")).isInstanceOf(GroupOperationException.class);

        cluster.node("SV1").powerOff(); // or fenced: cluster.fence("SV1")
        cluster.settle();

        assertThat(cluster.ownerOf(web)).contains(NodeId.of("SV2"));
    }
}
