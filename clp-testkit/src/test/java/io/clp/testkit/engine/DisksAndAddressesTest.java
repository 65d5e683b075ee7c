package io.clp.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.Failure;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.platform.AddressException;
import io.clp.platform.VolumeException;
import io.clp.resource.FloatingIp;
import io.clp.resource.ResourceState;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.FakeVolume;
import io.clp.testkit.Fault;
import io.clp.testkit.FaultyPlatform;
import io.clp.testkit.Latencies;
import io.clp.testkit.Latency;
import io.clp.testkit.SpiMethod;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Partitions and addresses in a group, with what can go wrong with them. */
class DisksAndAddressesTest {
    private static final String VOLUME = "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-100000000000}\\";

    private final FailoverGroup data = Lab.group(
            "data",
            SwitchablePartition.builder("content")
                    .volume(VOLUME)
                    .mountAt("E:\\")
                    .build());
    private final FailoverGroup vip =
            Lab.group("vip", VirtualIp.builder("vip").address("10.0.0.10/24").build());

    @Test
    void waitsForABusyVolumeWhileThereIsTime() {
        try (Lab lab = Lab.of(data)) {
            lab.start(data);
            FakeVolume.OpenFile file = lab.platform.volume(VOLUME).heldOpenBy("backup.exe");
            lab.platform.timeline().after(Duration.ofSeconds(4), file::close);
            assertThat(lab.stop(data).duration()).isBetween(Duration.ofSeconds(4), Duration.ofMillis(4_250));
            assertThat(lab.state(data)).isEqualTo(GroupState.OFFLINE);
        }
    }

    @Test
    void keepsAVolumeThatStaysBusyAndSaysWhatToDo() {
        try (Lab lab = Lab.of(data)) {
            lab.start(data);
            FakeVolume.OpenFile file = lab.platform.volume(VOLUME).heldOpenBy("backup.exe");

            Failure failure = lab.stopFails(data).report().failures().get(0);

            assertThat(failure.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(failure.error()).isInstanceOfSatisfying(VolumeException.class, it -> {
                assertThat(it.volume()).isEqualTo(VOLUME);
                assertThat(it.windowsCode()).hasValue(5);
                assertThat(it.advice()).contains("holds files");
            });
            assertThat(lab.state(data)).isEqualTo(GroupState.OFFLINE_FAILURE);
            assertThat(lab.state(data, "content")).isEqualTo(ResourceState.OFFLINE_FAILURE);
            file.close();
            assertThat(lab.stop(data).outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void failsAtOnceWhereTheDiskIsNotThere() {
        try (Lab lab = Lab.of(data)) {
            lab.platform.volume(VOLUME).disconnect();
            GroupOperationException failed = lab.startFails(data);
            assertThat(lab.now()).isZero();
            assertThat(failed.report().failures()).singleElement().satisfies(it -> assertThat(it.error())
                    .isInstanceOf(VolumeException.class)
                    .hasMessageContaining("MISSING"));
            assertThat(lab.state(data)).isEqualTo(GroupState.OFFLINE); // a disk that is not there is mounted nowhere
            lab.platform.volume(VOLUME).reconnect();
            assertThat(lab.start(data).outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void letsGoOfAVolumeWhosePathIsLost() {
        try (Lab lab = Lab.of(data)) {
            lab.start(data);
            lab.platform.volume(VOLUME).disconnect();
            lab.restartProcess();
            lab.node.stopAsync(data, io.clp.StopCause.GROUP_FAILOVER);
            lab.platform.settle();
            assertThat(lab.state(data)).isEqualTo(GroupState.OFFLINE);
            assertThat(lab.platform.volume(VOLUME).mounted()).isFalse();
        }
    }

    @Test
    void reportsAVolumeThatWindowsRefuses() {
        FaultyPlatform faulty;
        FakePlatform machine = FakePlatform.builder("SV1").provide(data).build();
        faulty = FaultyPlatform.wrap(machine);
        try (machine) {
            faulty.next(SpiMethod.VOLUME_ONLINE, Fault.refused(5));
            var node = io.clp.GroupController.builder(faulty).groups(data).build();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> node.start(data, io.clp.StartCause.START)))
                    .hasMessageContaining("REFUSED")
                    .hasMessageContaining("ACCESS_DENIED");
            assertThat(node.start(data, io.clp.StartCause.START).outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void isOnlineOnlyWhenTheAddressIsUsableAndAnnounced() {
        Latencies latencies = Latencies.none().addressUsable(Latency.fixed(Duration.ofSeconds(3)));
        try (Lab lab = Lab.on(
                FakePlatform.builder("SV1").provide(vip).latencies(latencies).build(), vip)) {
            assertThat(lab.start(vip).duration()).isEqualTo(Duration.ofSeconds(3));
            assertThat(lab.platform.receives("10.0.0.10")).isTrue();
            lab.stop(vip);
            assertThat(lab.platform.receives("10.0.0.10")).isFalse();
        }
    }

    @Test
    void failsWhereAnotherNodeHasTheAddressAndRemovesItAgain() {
        try (FakeMachines machines =
                FakeMachines.builder().provide(vip).invariants(false).build()) {
            machines.node("SV2").addresses().add("10.0.0.10/24", null);
            machines.settle();
            Lab lab = Lab.on(machines.node("SV1"), vip);
            assertThat(lab.startFails(vip).report().failures()).singleElement().satisfies(it -> assertThat(it.error())
                    .isInstanceOf(AddressException.class)
                    .hasMessageContaining("another node on the network has it"));
            assertThat(lab.state(vip)).isEqualTo(GroupState.OFFLINE);
            machines.node("SV2").addresses().remove("10.0.0.10");
            assertThat(lab.start(vip).outcome()).isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void failsWhereTheInterfaceIsMissing() {
        FailoverGroup lan = Lab.group(
                "lan",
                VirtualIp.builder("vip")
                        .address("10.0.0.10/24")
                        .onInterface("SV1", "LAN9")
                        .build());
        FakePlatform machine = FakePlatform.builder("SV1")
                .provide(lan)
                .networkInterface("LAN1", "10.0.0.0/16")
                .build();
        try (Lab lab = Lab.on(machine, lan)) {
            assertThat(lab.startFails(lan).report().failures().get(0).error())
                    .isInstanceOfSatisfying(AddressException.class, it -> assertThat(it.advice())
                            .contains("alias"));
        }
    }

    @Test
    void failsWhereNoInterfaceLiesInTheSubnetOfAFloatingIp() {
        FailoverGroup floating = Lab.group(
                "fip", FloatingIp.builder("fip").address("192.168.7.10/24").build());
        try (Lab lab = Lab.on(FakePlatform.builder("SV1").build(), floating)) {
            assertThat(lab.startFails(floating).report().failures().get(0).error())
                    .isInstanceOf(AddressException.class);
            assertThat(lab.state(floating)).isEqualTo(GroupState.OFFLINE);
        }
    }

    @Test
    void reportsAnAddressThatWasNotAnnounced() {
        FakePlatform machine = FakePlatform.builder("SV1").provide(vip).build();
        try (machine) {
            FaultyPlatform faulty = FaultyPlatform.wrap(machine).next(SpiMethod.ADDRESS_ANNOUNCE, Fault.refused(5));
            var node = io.clp.GroupController.builder(faulty).groups(vip).build();
            var report = node.start(vip, io.clp.StartCause.START);
            assertThat(report.outcome()).isEqualTo(Outcome.DONE);
            assertThat(report.operations())
                    .flatExtracting(io.clp.Operation::log)
                    .last()
                    .asString()
                    .contains("10.0.0.10 not announced: REFUSED (5");
        }
    }
}
