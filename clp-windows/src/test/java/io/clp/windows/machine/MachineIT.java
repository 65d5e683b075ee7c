package io.clp.windows.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.testkit.contract.PlatformFixture.TestVolume;
import io.clp.windows.OnWindows;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What the tests set up is really there, and gone when they are done. Nothing of the library is asked. */
@OnWindows
class MachineIT {
    private static final Offset<Integer> HANDLES_OF_JAVAS_THREADS = Offset.offset(20);

    @Test
    void aServiceIsInstalledRunsIsEndedAndDeleted() {
        String name;
        long process;
        try (ClpServices services = new ClpServices()) {
            name = services.install();
            assertThat(services.scm().stopped(name)).isTrue();
            assertThat(services.scm().processId(name)).isZero();
            services.scm().start(name);
            Waiting.until(name + " runs", () -> services.scm().running(name));
            process = services.scm().processId(name);
            assertThat(Processes.runs(process)).isTrue();
        }
        assertThat(Processes.runs(process)).isFalse();
        try (TestServices scm = new TestServices()) {
            assertThat(scm.exists(name)).isFalse();
        }
    }

    @Test
    void aServiceThatHangsIsDeletedToo() {
        String name;
        try (ClpServices services = new ClpServices()) {
            name = services.install("-hangstart");
            services.scm().start(name);
            assertThat(services.scm().running(name)).isFalse();
        }
        try (TestServices scm = new TestServices()) {
            assertThat(scm.exists(name)).isFalse();
        }
    }

    @Test
    void aServiceThatHangsGoesOnWhenItIsReleased() {
        try (ClpServices services = new ClpServices()) {
            String name = services.install("-hangstart");
            services.scm().start(name);
            services.release(name);
            Waiting.until(name + " runs", () -> services.scm().running(name));
        }
    }

    @Test
    void twoServicesShareAProcess() {
        try (ClpServices services = new ClpServices()) {
            String name = services.install();
            services.scm().start(name);
            Waiting.until(name + " runs", () -> services.scm().running(name));
            String mate = services.startMateOf(name);
            assertThat(services.scm().processId(mate)).isEqualTo(services.scm().processId(name));
        }
    }

    @Test
    void aCrashEndsTheProcess() {
        try (ClpServices services = new ClpServices()) {
            String name = services.install();
            services.scm().start(name);
            Waiting.until(name + " runs", () -> services.scm().running(name));
            long process = services.scm().processId(name);
            services.scm().crash(name);
            assertThat(Processes.runs(process)).isFalse();
        }
    }

    @Test
    void aDiskThatIsCutIsNotThere() throws IOException {
        try (TestDisks disks = TestDisks.here()) {
            TestVolume volume = disks.volume();
            Files.writeString(disks.disk(volume).resolve("a.txt"), "a");
            disks.disconnect(volume);
            assertThat(disks.disk(volume)).doesNotExist();
            disks.reconnect(volume);
            assertThat(disks.disk(volume).resolve("a.txt")).exists();
        }
    }

    @Test
    void theNeighbourTakesAnAddressAndGivesItUp() {
        try (TestNetwork network = TestNetwork.here()) {
            String cidr = network.taken();
            String address = cidr.substring(0, cidr.indexOf('/'));
            assertThat(network.receives(address)).isTrue();
            assertThat(TestNetwork.has(address)).isFalse();
            network.giveUp(cidr);
            assertThat(network.receives(address)).isFalse();
        }
    }

    @Test
    void theNeighbourReachesThisMachineByTheAddressesThatItHas() {
        TestNetwork network = TestNetwork.here();
        assertThat(network.receives("10.10.0.1")).isTrue();
        assertThat(network.receives("10.10.0.99")).isFalse();
        assertThat(TestNetwork.has("10.10.0.1")).isTrue();
        assertThat(TestNetwork.has("10.10.0.99")).isFalse();
    }

    @Test
    void everyHandleIsCounted() throws IOException {
        Path file = Files.createTempFile("clp", "handle");
        Files.readString(file); // what is loaded at the first call holds handles of its own
        Processes.handlesHeld();
        int before = Processes.handlesHeld();
        List<InputStream> opened = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            opened.add(Files.newInputStream(file));
        }
        assertThat(Processes.handlesHeld()).isCloseTo(before + 100, HANDLES_OF_JAVAS_THREADS);
        for (InputStream it : opened) {
            it.close();
        }
        assertThat(Processes.handlesHeld()).isCloseTo(before, HANDLES_OF_JAVAS_THREADS);
        Files.delete(file);
    }

    @Test
    void aServiceHandleThatIsNotClosedKeepsADeletedServiceThere() throws Exception {
        try (ClpServices services = new ClpServices()) {
            String name = services.install();
            try (AutoCloseable held = services.scm().held(name)) {
                assertThat(held).isNotNull();
                services.scm().delete(name);
                assertThat(services.scm().exists(name)).isTrue();
            }
            assertThat(services.scm().exists(name)).isFalse();
        }
    }
}
