package io.clp.testkit.internal.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.platform.ServiceState;
import io.clp.platform.VolumeStatus;
import io.clp.resource.ServiceResource;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.InvariantViolation;
import io.clp.testkit.Latencies;
import io.clp.testkit.Latency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private static final String VOLUME = "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-100000000000}\\";
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FailoverGroup queue = FailoverGroup.builder("queue")
            .nodes("SV1", "SV2")
            .resource(SwitchablePartition.builder("data")
                    .volume(VOLUME)
                    .mountAt("E:\\")
                    .build())
            .resource(ServiceResource.builder("mq").service("Queue").build())
            .build();
    private final MachinesBuilder builder = new MachinesBuilder();
    private final World world;
    private final Machine sv1;
    private final Machine sv2;
    private final List<String> seen = new ArrayList<>();

    StandstillTest() {
        builder.provide(queue);
        builder.latencies(Latencies.none()
                .serviceStart(Latency.fixed(SECOND.multipliedBy(2)))
                .volumeOnline(Latency.fixed(SECOND.multipliedBy(2))));
        world = builder.build(Machine::new);
        sv1 = world.machines.get(NodeId.of("SV1"));
        sv2 = world.machines.get(NodeId.of("SV2"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aPausedProcessDoesNothingWhileItsServicesGoOn() {
        sv1.services().start("Queue");
        sv1.timeline().fork("mounts", () -> seen.add("mounted: " + sv1.volumes().online(VOLUME, "E:\\")));
        world.advance(SECOND);
        sv1.pause();
        world.advance(SECOND.multipliedBy(60));
        assertThat(sv1.services().state("Queue")).isEqualTo(ServiceState.RUNNING);
        assertThat(seen).isEmpty();
        sv1.resume();
        world.settle();
        assertThat(seen).containsExactly("mounted: DONE");
        assertThat(world.trace()).contains("process paused", "goes on");
    }

    @Test
    void aFrozenMachineStandsStillAsAWholeAndHoldsWhatItHolds() {
        sv1.services().start("Queue");
        world.advance(SECOND);
        sv1.freeze();
        world.advance(SECOND.multipliedBy(60));
        assertThat(sv1.services().state("Queue")).isEqualTo(ServiceState.START_PENDING);
        sv1.resume();
        world.settle();
        assertThat(sv1.services().state("Queue")).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void aMachineCanLoseItsPowerOrItsProcessWhileItStandsStill() {
        sv1.services().start("Queue");
        sv1.freeze();
        world.advance(SECOND.multipliedBy(3));
        sv1.killProcess();
        assertThat(sv1.paused()).isFalse();
        world.settle();
        assertThat(sv1.services().state("Queue")).isEqualTo(ServiceState.RUNNING);
        sv1.pause();
        sv1.powerOff();
        sv1.boot();
        assertThat(sv1.paused()).isFalse();
        sv1.timeline().fork("new", () -> seen.add("runs"));
        world.settle();
        assertThat(seen).containsExactly("runs");
    }

    @Test
    void theClocksOfAMachineOutliveItsProcess() {
        Instant before = sv1.timeline().now();
        sv1.stepClock(Duration.ofHours(1));
        sv1.driftClock(2);
        sv1.killProcess();
        world.advance(SECOND);
        assertThat(Duration.between(before, sv1.timeline().now()))
                .isEqualTo(Duration.ofHours(1).plus(SECOND.multipliedBy(2)));
        assertThat(Duration.between(before, sv2.timeline().now())).isEqualTo(SECOND);
        assertThatThrownBy(() -> sv1.driftClock(3)).hasMessageContaining("a clock's rate is 0.5 to 2.0, not 3.0");
    }

    @Test
    void aServiceThatLiesKeepsItsFilesAndIsFoundOut() {
        sv1.volumes().online(VOLUME, "E:\\");
        sv1.service("Queue").holds(VOLUME).lieStopped();
        sv1.services().start("Queue");
        world.settle();
        sv1.services().stop("Queue");
        world.settle();
        assertThat(sv1.services().query("Queue").state()).isEqualTo(ServiceState.STOPPED);
        assertThat(sv1.services().query("Queue").processId()).isZero();
        assertThat(sv1.volumes().offline(VOLUME, "E:\\").holds()).isFalse();
        sv1.service("Queue").release();
        assertThat(sv1.volumes().offline(VOLUME, "E:\\").holds()).isTrue();
        assertThat(sv1.volumes().query(VOLUME, "E:\\")).isEqualTo(VolumeStatus.OFFLINE);
    }

    @Test
    void aServiceThatRunsUnseenIsHeldBesideAnotherNode() {
        sv1.service("Queue").lieStopped();
        sv1.services().start("Queue");
        world.settle();
        sv1.services().stop("Queue");
        world.settle();
        sv2.services().start("Queue");
        assertThatThrownBy(world::settle)
                .isInstanceOf(InvariantViolation.class)
                .hasMessageContaining("two machines hold resources of group queue: SV1 (service Queue) and SV2");
    }

    @Test
    void whatRunsUnseenEndsWithACrashAStartOrThePower() {
        for (Runnable end : List.<Runnable>of(
                () -> sv1.service("Queue").crash(), () -> sv1.services().start("Queue"), () -> {
                    sv1.powerOff();
                    sv1.boot();
                })) {
            sv1.service("Queue").lieStopped();
            sv1.services().start("Queue");
            world.settle();
            sv1.services().stop("Queue");
            world.settle();
            assertThat(world.change(() -> sv1.scm.require("Queue").runsUnseen)).isTrue();
            end.run();
            assertThat(world.change(() -> sv1.scm.require("Queue").runsUnseen)).isFalse();
            sv1.services().stop("Queue");
            world.settle();
        }
    }
}
