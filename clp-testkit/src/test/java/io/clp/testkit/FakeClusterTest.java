package io.clp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.CallRefusedException;
import io.clp.FailoverGroup;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.MoveKind;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.StartCause;
import io.clp.platform.ServiceState;
import io.clp.resource.ServiceResource;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeClusterTest {
    private static final String VOLUME = "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-100000000000}\\";
    private static final NodeId SV1 = NodeId.of("SV1");
    private static final NodeId SV2 = NodeId.of("SV2");

    private final FailoverGroup queue = FailoverGroup.builder("queue")
            .nodes("SV1", "SV2", "SV3")
            .resource(SwitchablePartition.builder("data")
                    .volume(VOLUME)
                    .mountAt("E:\\")
                    .build())
            .resource(VirtualIp.builder("vip").address("10.0.0.10/24").build())
            .resource(ServiceResource.builder("mq").service("Queue").build())
            .build();
    private final FakeCluster cluster = FakeCluster.builder()
            .nodes("SV1", "SV2", "SV3")
            .latencies(Latencies.windowsServer())
            .seed(7)
            .build();

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void addDefinesAndStartsNothing() {
        cluster.add(queue);
        cluster.settle();
        cluster.advance(Duration.ofHours(1));
        assertThat(cluster.ownerOf(queue)).isEmpty();
        assertThat(cluster.acts()).isEmpty();
        cluster.node("SV1").killProcess();
        cluster.node("SV1").startProcess();
        cluster.node("SV2").powerOff();
        cluster.node("SV2").boot();
        cluster.settle();
        assertThat(cluster.ownerOf(queue)).isEmpty();
        assertThat(cluster.node("SV1").services().state("Queue")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void startsOnTheFirstNodeThatLives() {
        cluster.start(queue);
        assertThat(cluster.ownerOf(queue)).contains(SV1);
        assertThat(cluster.view(queue).state()).isEqualTo(GroupState.ONLINE);
        assertThat(cluster.node("SV1").receives("10.0.0.10")).isTrue();
        cluster.stop(queue);
        assertThat(cluster.ownerOf(queue)).isEmpty();
        assertThat(cluster.view(queue).state()).isEqualTo(GroupState.OFFLINE);
        assertThatThrownBy(() -> cluster.stop(queue)).isInstanceOf(CallRefusedException.class);
        cluster.node("SV1").powerOff();
        cluster.settle();
        assertThat(cluster.start(queue).node()).isEqualTo(SV2);
    }

    @Test
    void survivesTheLossOfTheActiveNode() {
        cluster.start(queue);
        cluster.settle();
        cluster.node("SV1").powerOff();
        cluster.settle();
        assertThat(cluster.ownerOf(queue)).contains(SV2);
        assertThat(cluster.node("SV2").services().state("Queue")).isEqualTo(ServiceState.RUNNING);
        MoveReport failover = cluster.lastMove(queue).orElseThrow();
        assertThat(failover.kind()).isEqualTo(MoveKind.FAILOVER);
        assertThat(failover.from()).isEqualTo(SV1);
        assertThat(failover.start().orElseThrow().cause()).isEqualTo(StartCause.FAILOVER);
        assertThat(failover.downtime()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(30));
        assertThat(failover.duration()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aTakeoverThatArrivesTwiceIsAFailover() {
        cluster.start(queue);
        cluster.settle();
        cluster.link("SV2").doubleRequests(100);
        cluster.link("SV3").cut();
        cluster.node("SV1").powerOff();
        cluster.settle();
        assertThat(cluster.ownerOf(queue)).contains(SV2);
        assertThat(cluster.view(queue).state()).isEqualTo(GroupState.ONLINE);
        assertThat(cluster.lastMove(queue).orElseThrow().kind()).isEqualTo(MoveKind.FAILOVER);
    }

    @Test
    void aMoveIsOneReportOfBothNodes() {
        cluster.start(queue);
        MoveReport move = cluster.move(queue, "SV2");
        assertThat(cluster.ownerOf(queue)).contains(SV2);
        assertThat(move.kind()).isEqualTo(MoveKind.SWITCHOVER);
        assertThat(move.outcome()).isEqualTo(Outcome.DONE);
        assertThat(move.stop().orElseThrow().node()).isEqualTo(SV1);
        assertThat(move.start().orElseThrow().node()).isEqualTo(SV2);
        Duration parts = move.stop()
                .orElseThrow()
                .duration()
                .plus(move.start().orElseThrow().duration());
        assertThat(move.downtime()).isBetween(parts, parts.plusMillis(5));
        assertThat(move.duration()).isEqualTo(move.downtime());
        assertThat(move.operations()).hasSizeGreaterThan(6);
        assertThat(move.toString()).contains("SWITCHOVER of group queue from SV1 to SV2: DONE");
        cluster.settle();
        assertThat(cluster.lastMove(queue)).contains(move);
    }

    @Test
    void aNodeThatIsCutOffLosesItsGroup() {
        cluster.start(queue);
        cluster.partition("SV1");
        assertThat(cluster.node("SV1").reachesQuorum()).isFalse();
        assertThat(cluster.node("SV2").reachesQuorum()).isTrue();
        cluster.settle();
        assertThat(cluster.ownerOf(queue)).contains(SV2);
        assertThat(cluster.fencer().asked()).containsExactly(SV1);
        assertThat(cluster.node("SV1").poweredOn()).isFalse();
        cluster.heal();
        cluster.node("SV1").boot();
        cluster.settle();
        assertThat(cluster.ownerOf(queue)).contains(SV2);
        assertThat(cluster.node("SV1").reachesQuorum()).isTrue();
    }

    @Test
    void thePartitionsSmallerSideIsCutOff() {
        cluster.partition("SV2", "SV3");
        assertThat(cluster.node("SV1").reachesQuorum()).isFalse();
        assertThat(cluster.node("SV3").reachesQuorum()).isTrue();
        cluster.partition("SV3");
        assertThat(cluster.node("SV1").reachesQuorum()).isTrue();
        assertThat(cluster.node("SV3").reachesQuorum()).isFalse();
    }

    @Test
    void withoutAFencerThatKnowsNobodyTakesOver() {
        cluster.start(queue);
        cluster.fencer().fails();
        cluster.node("SV1").killProcess();
        cluster.settle();
        cluster.advance(Duration.ofMinutes(10));
        assertThat(cluster.ownerOf(queue)).contains(SV1);
        assertThat(cluster.node("SV1").services().state("Queue")).isEqualTo(ServiceState.RUNNING);
        cluster.heal();
        cluster.advance(Duration.ofMinutes(10));
        cluster.settle();
        assertThat(cluster.ownerOf(queue))
                .isPresent()
                .isNotEqualTo(Optional.of(SV1)); // who asks the fencer first has it
    }

    @Test
    void aProcessThatReturnsKeepsItsGroup() {
        cluster.start(queue);
        cluster.node("SV1").killProcess();
        assertThat(cluster.node("SV1").processRuns()).isFalse();
        cluster.node("SV1").startProcess();
        cluster.settle();
        assertThat(cluster.ownerOf(queue)).contains(SV1);
        assertThat(cluster.view(queue).state()).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void aProcessThatStandsStillIsFencedAndItsGroupGoesOn() {
        cluster.start(queue);
        cluster.node("SV1").pause();
        cluster.settle();
        assertThat(cluster.ownerOf(queue)).contains(SV2);
        assertThat(cluster.node("SV1").poweredOn()).isFalse();
    }

    @Test
    void anExpiredSessionOfALivingNode() {
        cluster.start(queue);
        cluster.expireSession("SV1");
        cluster.settle();
        assertThat(cluster.ownerOf(queue)).isPresent();
        assertThat(cluster.view(queue).state()).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void aStopThatHangsKeepsTheGroup() {
        cluster.start(queue);
        cluster.node("SV1").service("Queue").hangOnStop();
        assertThatThrownBy(() -> cluster.move(queue, "SV2")).isInstanceOf(GroupOperationException.class);
        assertThat(cluster.view(queue).state()).isEqualTo(GroupState.OFFLINE_FAILURE);
        cluster.advance(Duration.ofHours(6));
        assertThat(cluster.ownerOf(queue)).contains(SV1);
        cluster.node("SV1").service("Queue").release();
        cluster.settle();
        assertThat(cluster.view(queue).state()).isEqualTo(GroupState.OFFLINE);
        cluster.move(queue, "SV2");
        assertThat(cluster.ownerOf(queue)).contains(SV2);
    }

    @Test
    void fencedByHandIsDead() {
        cluster.start(queue);
        cluster.fence("SV1");
        cluster.settle();
        assertThat(cluster.ownerOf(queue)).contains(SV2);
        assertThat(cluster.trace()).contains("SV1 machine: fenced");
    }
}
