package io.clp.testkit.internal.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.FailoverGroup;
import io.clp.GroupChanged;
import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.ResourceChanged;
import io.clp.ResourceId;
import io.clp.platform.ActResult;
import io.clp.platform.AddressStatus;
import io.clp.platform.ServiceState;
import io.clp.platform.VolumeStatus;
import io.clp.resource.ResourceState;
import io.clp.resource.ServiceResource;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.InvariantViolation;
import io.clp.testkit.Latencies;
import io.clp.testkit.Latency;
import io.clp.time.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MachinesTest {
    private static final String VOLUME = "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-100000000000}\\";
    private static final String OTHER_NAME = "\\\\?\\Volume{0b7d4411-0000-0000-0000-100000000000}\\";
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final FailoverGroup web = FailoverGroup.builder("web")
            .nodes("SV1", "SV2")
            .resource(SwitchablePartition.builder("content")
                    .volume(VOLUME)
                    .volumeOn("SV2", OTHER_NAME)
                    .mountAt("E:\\")
                    .build())
            .resource(VirtualIp.builder("vip").address("10.0.0.10/24").build())
            .resource(ServiceResource.builder("www").service("W3SVC").build())
            .build();
    private final FakeMachines machines = FakeMachines.builder()
            .provide(web)
            .latencies(Latencies.none().addressUsable(Latency.fixed(Duration.ofSeconds(3))))
            .build();
    private final FakePlatform sv1 = machines.node("SV1");
    private final FakePlatform sv2 = machines.node("sv2");

    @AfterEach
    void close() {
        machines.close();
    }

    @Test
    void oneDiskHasADifferentNameOnEachMachine() {
        assertThat(sv1.volumes().online(VOLUME, "E:\\")).isEqualTo(ActResult.done());
        assertThat(sv1.volumes().offline(VOLUME, "E:\\")).isEqualTo(ActResult.done());
        assertThat(sv2.volumes().query(VOLUME, "E:\\")).isEqualTo(VolumeStatus.MISSING);
        assertThat(sv2.volumes().online(OTHER_NAME, "e:\\")).isEqualTo(ActResult.done());
        assertThat(sv2.volume(OTHER_NAME).mounted()).isTrue();
    }

    @Test
    void recordsADoubleMountAsCorruption() {
        sv1.volumes().online(VOLUME, "E:\\");
        sv2.volumes().online(OTHER_NAME, "E:\\");
        assertThatThrownBy(machines::settle)
                .isInstanceOfSatisfying(
                        InvariantViolation.class, it -> assertThat(it.seed()).isEqualTo(1))
                .hasMessageContaining("two machines hold resources of group web: SV1 (partition content) and SV2");
        assertThat(machines.trace()).contains("a disk is mounted twice and its content corrupted");
    }

    @Test
    void tellsABrokenRuleAtTheCloseWhereNobodyAsked() {
        FakeMachines others = FakeMachines.builder().provide(web).seed(7).build();
        FakePlatform one = others.node("SV1");
        FakePlatform other = others.node("SV2");
        one.volumes().online(VOLUME, "E:\\");
        other.addresses().add("10.0.0.10/24", null);
        assertThatThrownBy(others::close)
                .isInstanceOf(InvariantViolation.class)
                .hasMessageContaining("seed 7")
                .hasMessageContaining("SV2 address 10.0.0.10: add: DONE");
        assertThatCode(others::close).doesNotThrowAnyException();
    }

    @Test
    void checksNothingWhereInvariantsAreOff() {
        try (FakeMachines others =
                FakeMachines.builder().provide(web).invariants(false).build()) {
            others.node("SV1").volumes().online(VOLUME, "E:\\");
            others.node("SV2").volumes().online(OTHER_NAME, "E:\\");
            others.settle();
            assertThat(others.trace()).contains("mounted twice");
        }
    }

    @Test
    void detectsADuplicateAddressAfterItsTime() {
        try (FakeMachines others = FakeMachines.builder()
                .nodes("A", "B")
                .latencies(Latencies.none().addressUsable(Latency.fixed(Duration.ofSeconds(3))))
                .build()) {
            FakePlatform a = others.node("A");
            FakePlatform b = others.node("B");
            a.addresses().add("10.0.0.10/24", null);
            assertThat(a.addresses().query("10.0.0.10"))
                    .isEqualTo(new AddressStatus(AddressStatus.State.TENTATIVE, "Ethernet"));
            others.settle();
            assertThat(a.addresses().query("10.0.0.10").state()).isEqualTo(AddressStatus.State.PREFERRED);
            b.addresses().add("10.0.0.10/16", "ethernet");
            others.advance(Duration.ofMillis(2_999));
            assertThat(b.addresses().query("10.0.0.10").state()).isEqualTo(AddressStatus.State.TENTATIVE);
            others.advance(Duration.ofMillis(1));
            assertThat(b.addresses().query("10.0.0.10").state()).isEqualTo(AddressStatus.State.DUPLICATE);
            assertThat(a.receives("10.0.0.10")).isTrue();

            a.powerOff();
            b.addresses().remove("10.0.0.10");
            b.addresses().add("10.0.0.10/24", null);
            others.settle();
            assertThat(b.addresses().query("10.0.0.10").state()).isEqualTo(AddressStatus.State.PREFERRED);
            assertThat(b.receives("10.0.0.10")).isFalse();
            b.addresses().announce("10.0.0.10");
            assertThat(b.receives("10.0.0.10")).isTrue();
        }
    }

    @Test
    void losesEverythingWithThePower() throws Exception {
        sv1.volumes().online(VOLUME, "E:\\");
        sv1.addresses().add("10.0.0.10/24", null);
        sv1.services().start("W3SVC");
        List<String> ran = new ArrayList<>();
        sv1.timeline().after(Duration.ofSeconds(5), () -> ran.add("timer"));
        Task<Boolean> task = sv1.timeline().fork("engine", () -> {
            try {
                return sv1.timeline().await(new CompletableFuture<>(), FOREVER);
            } finally {
                ran.add(refusal(() -> sv1.services().stop("W3SVC")));
            }
        });
        machines.settle();
        ran.clear();
        sv1.timeline().after(Duration.ofSeconds(5), () -> ran.add("timer"));
        sv1.powerOff();
        machines.advance(Duration.ofMinutes(1));

        assertThat(task.done()).isTrue();
        assertThat(ran).singleElement().asString().contains("powered off");
        assertThat(sv1.services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);
        assertThatThrownBy(() -> sv1.services().query("W3SVC")).isInstanceOf(IllegalStateException.class);
        sv2.volumes().online(OTHER_NAME, "E:\\");
        sv1.boot();
        assertThat(sv1.volumes().query(VOLUME, "E:\\")).isEqualTo(VolumeStatus.OFFLINE);
        assertThat(sv1.addresses().query("10.0.0.10")).isEqualTo(AddressStatus.absent());
        sv1.timeline().sleep(Duration.ofSeconds(1));
        machines.settle();
    }

    @Test
    void keepsServicesVolumesAndAddressesWhenOnlyTheProcessDies() throws Exception {
        sv1.volumes().online(VOLUME, "E:\\");
        sv1.addresses().add("10.0.0.10/24", null);
        sv1.service("W3SVC").startTakes(Duration.ofSeconds(10));
        sv1.services().start("W3SVC");
        io.clp.time.Timeline old = sv1.timeline();
        List<String> refused = new ArrayList<>();
        old.fork("engine", () -> {
            try {
                old.sleep(Duration.ofHours(1));
            } finally {
                refused.add(refusal(() -> sv1.services().stop("W3SVC")));
            }
            return 0;
        });
        machines.advance(Duration.ofSeconds(1));
        sv1.killProcess();
        machines.settle();

        assertThat(refused).singleElement().asString().contains("was ended");
        assertThat(sv1.services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
        assertThat(sv1.volume(VOLUME).mounted()).isTrue();
        assertThat(sv1.addresses().query("10.0.0.10").state()).isEqualTo(AddressStatus.State.PREFERRED);
        assertThatThrownBy(() -> old.sleep(Duration.ofSeconds(1))).isInstanceOf(IllegalStateException.class);
        sv1.timeline().sleep(Duration.ofSeconds(1));
    }

    @Test
    void keepsAVolumeThatSomethingHoldsOpen() {
        sv1.service("W3SVC").holds(VOLUME);
        sv1.services().start("W3SVC");
        sv1.volumes().online(VOLUME, "E:\\");
        machines.settle();
        assertThat(sv1.volumes().offline(VOLUME, "E:\\")).isEqualTo(ActResult.of(ActResult.Kind.BUSY, 5));
        sv1.services().stop("W3SVC");
        machines.settle();
        try (var file = sv1.volume(VOLUME).heldOpenBy("backup.exe")) {
            assertThat(sv1.volumes().offline(VOLUME, "E:\\").kind()).isEqualTo(ActResult.Kind.BUSY);
            assertThat(file).isNotNull();
        }
        assertThat(sv1.volumes().offline(VOLUME, "E:\\")).isEqualTo(ActResult.done());
        assertThat(sv1.volumes().offline(VOLUME, "E:\\").kind()).isEqualTo(ActResult.Kind.ALREADY);
    }

    @Test
    void losesThePathToADiskOnOneMachineOnly() {
        sv1.volumes().online(VOLUME, "E:\\");
        sv1.volume(VOLUME).disconnect();
        assertThat(sv1.volumes().query(VOLUME, "E:\\")).isEqualTo(VolumeStatus.UNREADABLE);
        assertThat(sv1.volumes().offline(VOLUME, "E:\\")).isEqualTo(ActResult.done());
        assertThat(sv1.volumes().query(VOLUME, "E:\\")).isEqualTo(VolumeStatus.MISSING);
        assertThat(sv1.volumes().online(VOLUME, "E:\\").kind()).isEqualTo(ActResult.Kind.MISSING);
        assertThat(sv2.volumes().online(OTHER_NAME, "E:\\")).isEqualTo(ActResult.done());
    }

    @Test
    void wantsDependenciesOnlineFirst() {
        hears(sv1, "www", ResourceState.OFFLINE, ResourceState.ONLINE_PENDING);
        assertThatThrownBy(machines::settle).hasMessageContaining("www is ONLINE_PENDING while content");
    }

    @Test
    void wantsDependentsOfflineBeforeAPartitionIsReleased() {
        hears(sv1, "content", ResourceState.OFFLINE, ResourceState.ONLINE_PENDING);
        hears(sv1, "content", ResourceState.ONLINE_PENDING, ResourceState.ONLINE);
        hears(sv1, "vip", ResourceState.OFFLINE, ResourceState.ONLINE);
        hears(sv1, "www", ResourceState.OFFLINE, ResourceState.ONLINE_PENDING);
        hears(sv1, "www", ResourceState.ONLINE_PENDING, ResourceState.UNKNOWN);
        machines.settle();
        hears(sv1, "content", ResourceState.ONLINE, ResourceState.OFFLINE_PENDING);
        assertThatThrownBy(machines::settle).hasMessageContaining("partition content is released while www");
    }

    @Test
    void wantsEpochsToGrow() {
        starts(sv1, 3);
        starts(sv1, 3);
        starts(sv2, 4);
        machines.settle();
        starts(sv1, 4);
        assertThatThrownBy(machines::settle).hasMessageContaining("epoch 4 on SV1, after 4 on SV2");
    }

    private static void hears(FakePlatform node, String resource, ResourceState from, ResourceState to) {
        node.observer()
                .orElseThrow()
                .onEvent(new ResourceChanged(
                        NodeId.of(node.info().computerName()),
                        GroupId.of("web"),
                        0,
                        1,
                        ResourceId.of(resource),
                        from,
                        to));
    }

    private static void starts(FakePlatform node, long epoch) {
        node.observer()
                .orElseThrow()
                .onEvent(new GroupChanged(
                        NodeId.of(node.info().computerName()),
                        GroupId.of("web"),
                        epoch,
                        1,
                        GroupState.OFFLINE,
                        GroupState.ONLINE_PENDING,
                        "test"));
    }

    private static String refusal(Runnable act) {
        try {
            act.run();
            return "not refused";
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
