package io.clp.iis.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.FailoverGroup;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.MessageBroadcast;
import io.clp.MoveKind;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.iis.IisMessages;
import io.clp.platform.ServiceState;
import io.clp.platform.VolumeException;
import io.clp.resource.ResourceState;
import io.clp.resource.ServiceTimeoutException;
import io.clp.testkit.FailoverTest;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeNode;
import io.clp.testkit.Latencies;
import io.clp.testkit.SwitchoverStudy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UserTasksTest {
    private static final NodeId SV1 = NodeId.of("SV1");
    private static final NodeId SV2 = NodeId.of("SV2");

    private final FailoverGroup web = StandbyGroups.web();

    @FailoverTest(
            nodes = {"SV1", "SV2", "SV3", "SV4"},
            seeds = 100)
    void survivesTheLossOfTheActiveNode(FakeCluster.Builder builder) {
        FakeCluster cluster = builder.latencies(Latencies.windowsServer()).build();
        cluster.start(web);

        cluster.node("SV1").powerOff();
        cluster.settle();

        assertThat(cluster.ownerOf(web)).contains(SV2);
        assertThat(cluster.node("SV2").services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
        MoveReport failover = cluster.lastMove(web).orElseThrow();
        assertThat(failover.kind()).isEqualTo(MoveKind.FAILOVER);
        assertThat(failover.start().orElseThrow().cause()).isEqualTo(StartCause.FAILOVER);
        assertThat(failover.downtime()).isLessThan(Duration.ofSeconds(30));
        assertThat(failover.duration()).isLessThan(Duration.ofSeconds(10));
    }

    @FailoverTest(nodes = {"SV1", "SV2"})
    void theOtherGroupsSiteIsInterruptedOnce(FakeCluster.Builder builder) {
        FakeCluster cluster = builder.latencies(Latencies.windowsServer()).build();
        cluster.start(StandbyGroups.SALES);
        cluster.start(StandbyGroups.HR);

        cluster.node("SV1").powerOff();
        cluster.settle();

        assertThat(cluster.ownerOf(StandbyGroups.SALES)).contains(SV2);
        assertThat(cluster.lastMove(StandbyGroups.SALES).orElseThrow().interruptions())
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.interrupted()).isEqualTo(StandbyGroups.HR.id());
                    assertThat(it.duration()).isPositive();
                });
    }

    @FailoverTest(nodes = {"SV1", "SV2", "SV3", "SV4"})
    void aDiskThatCannotBeConnectedKeepsIisOffThisNode(FakeCluster cluster) {
        cluster.add(web);
        FakeNode sv1 = cluster.node("SV1");
        sv1.volume(StandbyGroups.CONTENT_VOLUME).disconnect();

        assertThatThrownBy(() -> cluster.start(web)).isInstanceOfSatisfying(GroupOperationException.class, failed -> {
            assertThat(failed.report().outcome()).isEqualTo(Outcome.FAILED);
            assertThat(failed.report().failures()).singleElement().satisfies(failure -> {
                assertThat(failure.resource()).contains(ResourceId.of("content"));
                assertThat(failure.error()).isInstanceOf(VolumeException.class);
            });
        });
        cluster.settle();

        assertThat(sv1.service("W3SVC").acts()).isEmpty();
        assertThat(sv1.service("ftpsvc").acts()).isEmpty();
        assertThat(sv1.broadcasts())
                .extracting(MessageBroadcast::key)
                .containsExactly(IisMessages.PARTITION_NOT_CONNECTED);
        assertThat(cluster.ownerOf(web)).contains(SV2);
    }

    @FailoverTest(nodes = {"SV1", "SV2", "SV3", "SV4"})
    void aStopThatHangsKeepsTheGroupWhereItIs(FakeCluster cluster) {
        cluster.start(web);
        FakeNode sv1 = cluster.node("SV1");
        FakeNode sv2 = cluster.node("SV2");
        sv1.service("W3SVC").hangOnStop();

        GroupOperationException failed =
                catchThrowableOfType(GroupOperationException.class, () -> cluster.move(web, "SV2"));

        assertThat(failed).hasMessageContaining("W3SVC");
        assertThat(failed.report().outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(failed.report().failures().get(0).error())
                .isInstanceOfSatisfying(ServiceTimeoutException.class, hang -> {
                    assertThat(hang.service()).isEqualTo("W3SVC");
                    assertThat(hang.processId()).isPresent();
                    assertThat(hang.tried()).isNotEmpty();
                    assertThat(hang.advice()).contains("forceStop");
                });
        assertThat(cluster.view(web).state()).isEqualTo(GroupState.OFFLINE_FAILURE);
        assertThat(cluster.view(web).resource("iis")).isEqualTo(ResourceState.UNKNOWN);

        cluster.advance(Duration.ofHours(6));
        assertThat(cluster.ownerOf(web)).contains(SV1);
        assertThat(sv1.volume(StandbyGroups.CONTENT_VOLUME).mounted()).isTrue();
        assertThat(sv2.services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);

        sv1.service("W3SVC").release();
        cluster.settle();
        assertThat(cluster.view(web).state()).isEqualTo(GroupState.OFFLINE);
        cluster.move(web, "SV2");
        assertThat(cluster.ownerOf(web)).contains(SV2);
    }

    @FailoverTest(nodes = {"SV1", "SV2", "SV3", "SV4"})
    void aNodeKnownToBeDeadIsSafe(FakeCluster cluster) {
        cluster.start(web);
        cluster.node("SV1").service("W3SVC").hangOnStop();
        assertThatThrownBy(() -> cluster.move(web, "SV2")).isInstanceOf(GroupOperationException.class);

        cluster.node("SV1").powerOff();
        cluster.settle();

        assertThat(cluster.ownerOf(web)).contains(SV2);
    }

    @Test
    void aStudyOfSwitchovers() {
        SwitchoverStudy study = SwitchoverStudy.of(web).seeds(100).run();
        assertThat(study.downtime(50)).isBetween(Duration.ofSeconds(3), study.downtime(99));
        assertThat(study.slowest().criticalPath()).isNotEmpty();
        assertThat(study.slowest().outcome()).isEqualTo(Outcome.DONE);
    }
}
