package io.clp.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.testkit.contract.PlatformFixture.TestVolume;
import io.clp.windows.machine.Places;
import io.clp.windows.machine.TestNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine holds of a group, by the word of Windows and of Java and not of the library. */
final class HeldThings {
    private static final String CONTENT = "content.txt";
    private static final String TEXT = "what is on the disk";

    private final WindowsFixture machine;
    private final TestVolume volume;

    HeldThings(WindowsFixture machine, TestVolume volume) {
        this.machine = machine;
        this.volume = volume;
    }

    /** Writes the file that is looked for on the disk itself, where that can be done while the volume is offline. */
    void writeContent() throws IOException {
        if (Places.standIns()) {
            Files.writeString(machine.disks().disk(volume).resolve(CONTENT), TEXT);
        }
    }

    /** Writes the file that the Web service is asked for. */
    void writeWebPage() throws IOException {
        Path folder = Files.createDirectory(machine.disks().disk(volume).resolve("wwwroot"));
        Files.writeString(folder.resolve("index.html"), TEXT);
    }

    void isUp(String cidr, String service) {
        diskIsUp();
        addressIsUp(cidr);
        assertThat(machine.clpServices().scm().running(service))
                .as(service + " runs")
                .isTrue();
    }

    void isDown(String cidr, String service) {
        diskIsDown();
        addressIsDown(cidr);
        assertThat(machine.clpServices().scm().stopped(service))
                .as(service + " is stopped")
                .isTrue();
    }

    void diskIsUp() {
        if (Places.standIns()) {
            assertThat(content()).hasContent(TEXT);
        } else {
            assertThat(Path.of(volume.mountPoint())).isDirectory();
        }
    }

    void diskIsDown() {
        assertThat(content()).doesNotExist();
        assertThat(Files.isDirectory(Path.of(volume.mountPoint())))
                .as(volume.mountPoint() + " can be read")
                .isFalse();
    }

    void addressIsUp(String cidr) {
        address(cidr, true);
    }

    void addressIsDown(String cidr) {
        address(cidr, false);
    }

    private Path content() {
        return Path.of(volume.mountPoint() + CONTENT);
    }

    private void address(String cidr, boolean wanted) {
        String address = cidr.substring(0, cidr.indexOf('/'));
        assertThat(TestNetwork.has(address)).as(address + " is here").isEqualTo(wanted);
        if (Places.standIns()) {
            assertThat(machine.receives(address))
                    .as("the neighbour reaches " + address)
                    .isEqualTo(wanted);
        }
    }
}
