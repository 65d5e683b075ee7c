package io.clp.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.Failure;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.platform.AddressException;
import io.clp.platform.VolumeException;
import io.clp.platform.WindowsErrors;
import io.clp.resource.FloatingIp;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ServiceResource;
import io.clp.resource.ServiceTimeoutException;
import io.clp.resource.SwitchablePartition;
import io.clp.testkit.contract.PlatformFixture.TestVolume;
import io.clp.windows.machine.ClpServices;
import io.clp.windows.machine.Processes;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A group with a partition, an address and a service on this machine, and what goes wrong with each. What the machine holds is judged
 * without the library: the files under the drive letter, the addresses that Java sees, the service's process.
 */
@OnWindows
class GroupOnWindowsIT {
    /** Windows waits 30 seconds for a service that does not connect, and it is asked twice. */
    private static final ResourcePolicy FOR_WHAT_NEVER_CONNECTS = ResourcePolicy.builder()
            .online(Duration.ofSeconds(90), 0)
            .offline(Duration.ofSeconds(30), 0)
            .build();

    private final WindowsFixture machine = new WindowsFixture();
    private final ClpServices services = machine.clpServices();
    private final TestVolume volume = machine.volume();
    private final HeldThings held = new HeldThings(machine, volume);

    @BeforeEach
    void fillTheDisk() throws IOException {
        held.writeContent();
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void goesOnlineAndOffline() {
        String cidr = machine.freeAddress();
        String service = services.install();
        try (Node node = group(Node.PATIENT, cidr, service)) {
            for (int i = 0; i < 2; i++) {
                assertThat(node.start().outcome()).isEqualTo(Outcome.DONE);
                held.isUp(cidr, service);
                long process = services.scm().processId(service);
                assertThat(node.stop().outcome()).isEqualTo(Outcome.DONE);
                held.isDown(cidr, service);
                assertThat(Processes.runs(process)).isFalse();
            }
        }
    }

    @Test
    void anotherProcessFindsWhatIsUpAndTakesItDown() {
        String cidr = machine.freeAddress();
        String service = services.install();
        try (Node before = group(Node.PATIENT, cidr, service)) {
            before.start();
        }
        held.isUp(cidr, service);
        try (Node after = group(Node.PATIENT, cidr, service)) {
            assertThat(after.start().outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            after.stop();
            held.isDown(cidr, service);
        }
    }

    @Test
    void aServiceThatHangsWhenItStartsKeepsTheDiskUntilItIsStopped() {
        String cidr = machine.freeAddress();
        String service = services.install("-hangstart");
        try (Node node = group(Node.QUICK, cidr, service)) {
            Failure failure = failureOf(node.startFails(), "service");
            assertThat(failure.outcome()).isEqualTo(Outcome.INDETERMINATE);
            assertThat(failure.error()).isInstanceOfSatisfying(ServiceTimeoutException.class, it -> {
                assertThat(it.service()).isEqualTo(service);
                assertThat(it.processId()).hasValue(services.scm().processId(service));
                assertThat(it.tried()).isNotEmpty();
            });
            assertThat(node.state()).isEqualTo(GroupState.OFFLINE_FAILURE);
            held.diskIsUp();
            held.addressIsDown(cidr);

            services.release(service);
            assertThat(node.stop().outcome()).isEqualTo(Outcome.DONE);
            held.isDown(cidr, service);

            services.replace(service);
            assertThat(node.start().outcome()).isEqualTo(Outcome.DONE);
            held.isUp(cidr, service);
            node.stop();
        }
    }

    @Test
    void aServiceThatCrashesWhenItStartsTakesEverythingDownWithIt() {
        String cidr = machine.freeAddress();
        String service = services.install("-startdelay", "200", "-crashstart");
        try (Node node = group(Node.PATIENT, cidr, service)) {
            Failure failure = failureOf(node.startFails(), "service");
            assertThat(failure.error().windowsCode()).hasValue(WindowsErrors.PROCESS_ABORTED);
            assertThat(node.state()).isEqualTo(GroupState.OFFLINE);
            held.isDown(cidr, service);

            services.replace(service);
            assertThat(node.start().outcome()).isEqualTo(Outcome.DONE);
            held.isUp(cidr, service);
            node.stop();
        }
    }

    @Test
    void aServiceThatNeverConnectsTakesEverythingDownWithIt() {
        String cidr = machine.freeAddress();
        String service = services.install("-noconnect");
        try (Node node = group(FOR_WHAT_NEVER_CONNECTS, cidr, service)) {
            Failure failure = failureOf(node.startFails(), "service");
            assertThat(failure.error()).isInstanceOf(ResourceException.class);
            assertThat(failure.error().getMessage()).contains(service);
            assertThat(node.state()).isEqualTo(GroupState.OFFLINE);
            held.isDown(cidr, service);

            services.replace(service);
            assertThat(node.start().outcome()).isEqualTo(Outcome.DONE);
            held.isUp(cidr, service);
            node.stop();
        }
    }

    @Test
    void aServiceThatIgnoresItsStopKeepsTheDisk() {
        stopsOnlyWhenReleased("-ignorestop");
    }

    @Test
    void aServiceThatHangsWhenItStopsKeepsTheDisk() {
        stopsOnlyWhenReleased("-hangstop");
    }

    private void stopsOnlyWhenReleased(String behaviour) {
        String cidr = machine.freeAddress();
        String service = services.install(behaviour);
        try (Node node = group(Node.QUICK, cidr, service)) {
            node.start();
            long process = services.scm().processId(service);
            Failure failure = failureOf(node.stopFails(), "service");
            assertThat(failure.error())
                    .isInstanceOfSatisfying(ServiceTimeoutException.class, it -> assertThat(it.processId())
                            .hasValue(process));
            assertThat(node.state()).isEqualTo(GroupState.OFFLINE_FAILURE);
            assertThat(Processes.runs(process)).isTrue();
            held.diskIsUp();
            held.addressIsDown(cidr);

            services.release(service);
            assertThat(node.stop().outcome()).isEqualTo(Outcome.DONE);
            held.isDown(cidr, service);
        }
    }

    @Test
    void anAddressThatAnotherMachineHasTakesEverythingDownWithIt() {
        String cidr = machine.takenAddress();
        String service = services.install();
        try (Node node = group(Node.PATIENT, cidr, service)) {
            Failure failure = failureOf(node.startFails(), "address");
            assertThat(failure.error())
                    .isInstanceOf(AddressException.class)
                    .hasMessageContaining("another node on the network has it");
            assertThat(node.state()).isEqualTo(GroupState.OFFLINE);
            held.diskIsDown();
            assertThat(services.scm().stopped(service)).isTrue();

            machine.network().giveUp(cidr);
            assertThat(node.start().outcome()).isEqualTo(Outcome.DONE);
            held.isUp(cidr, service);
            node.stop();
        }
    }

    @Test
    void aVolumeThatSomebodyUsesStaysAndIsReleasedLater() {
        String cidr = machine.freeAddress();
        String service = services.install();
        try (Node node = group(Node.QUICK, cidr, service)) {
            node.start();
            Runnable close = machine.openFileOn(volume);
            Failure failure = failureOf(node.stopFails(), "partition");
            assertThat(failure.error()).isInstanceOfSatisfying(VolumeException.class, it -> {
                assertThat(it.volume()).isEqualTo(volume.volume());
                assertThat(it.windowsCode()).hasValue(WindowsErrors.ACCESS_DENIED);
                assertThat(it.advice()).contains("holds files");
            });
            assertThat(node.state()).isEqualTo(GroupState.OFFLINE_FAILURE);
            held.diskIsUp();
            held.addressIsDown(cidr);

            close.run();
            assertThat(node.stop().outcome()).isEqualTo(Outcome.DONE);
            held.isDown(cidr, service);
        }
    }

    @Test
    void aDiskThatIsNotThereStartsNothing() {
        String cidr = machine.freeAddress();
        String service = services.install();
        machine.disconnect(volume);
        try (Node node = group(Node.PATIENT, cidr, service)) {
            Failure failure = failureOf(node.startFails(), "partition");
            assertThat(failure.error()).isInstanceOf(VolumeException.class).hasMessageContaining("MISSING");
            held.isDown(cidr, service);

            machine.disks().reconnect(volume);
            assertThat(node.start().outcome()).isEqualTo(Outcome.DONE);
            held.isUp(cidr, service);
            node.stop();
        }
    }

    private Node group(ResourcePolicy policy, String cidr, String service) {
        return Node.of(
                machine,
                policy,
                SwitchablePartition.builder("partition")
                        .volume(volume.volume())
                        .mountAt(volume.mountPoint())
                        .build(),
                FloatingIp.builder("address").address(cidr).build(),
                ServiceResource.builder("service").service(service).build());
    }

    private static Failure failureOf(GroupOperationException failed, String resource) {
        return failed.report().failures().stream()
                .filter(it -> it.resource().orElseThrow().value().equals(resource))
                .findFirst()
                .orElseThrow(() -> new AssertionError(resource + " did not fail", failed));
    }
}
