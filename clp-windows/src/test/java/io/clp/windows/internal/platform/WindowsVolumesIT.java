package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.VolumeStatus;
import io.clp.testkit.contract.PlatformFixture.TestVolume;
import io.clp.windows.OnWindows;
import io.clp.windows.machine.CallLog;
import io.clp.windows.machine.Faults;
import io.clp.windows.machine.TestDisks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Volumes through the real functions: what the contract does not ask, bad input, and the order of the calls. */
@OnWindows
class WindowsVolumesIT {
    private static final String[] FUNCTIONS = {
        "CreateFileW",
        "ReadFile",
        "DeviceIoControl",
        "FlushFileBuffers",
        "CloseHandle",
        "SetVolumeMountPointW",
        "DeleteVolumeMountPointW"
    };

    private final WindowsVolumes volumes = WindowsVolumes.open();
    private final TestDisks disks = TestDisks.here();
    private final Set<TestVolume> used = new HashSet<>();

    @AfterEach
    void close() {
        used.forEach(it -> volumes.offline(it.volume(), it.mountPoint()));
        disks.close();
    }

    private TestVolume volume() {
        TestVolume volume = disks.volume();
        used.add(volume);
        return volume;
    }

    private ActResult online(TestVolume volume) {
        return volumes.online(volume.volume(), volume.mountPoint());
    }

    private ActResult offline(TestVolume volume) {
        return volumes.offline(volume.volume(), volume.mountPoint());
    }

    private VolumeStatus query(TestVolume volume) {
        return volumes.query(volume.volume(), volume.mountPoint());
    }

    private static List<String> names(List<JsonNode> calls) {
        return calls.stream()
                .map(it -> it.path("control").asText(it.get("fn").asText()))
                .toList();
    }

    @Test
    void filesAppearAndVanishWithTheVolume() throws IOException {
        TestVolume volume = volume();
        Path file = Path.of(volume.mountPoint(), "default.htm");
        assertThat(online(volume)).isEqualTo(ActResult.done());
        Files.writeString(file, "here");
        assertThat(offline(volume)).isEqualTo(ActResult.done());
        assertThat(file).doesNotExist();
        assertThat(online(volume)).isEqualTo(ActResult.done());
        assertThat(file).hasContent("here");
    }

    @Test
    void aVolumeGoesOnlineBeforeItIsMounted() {
        CallLog log = new CallLog();
        TestVolume volume = volume();
        online(volume);
        List<JsonNode> calls = log.of(FUNCTIONS);
        assertThat(names(calls))
                .containsExactly(
                        "CreateFileW",
                        "IOCTL_VOLUME_IS_OFFLINE",
                        "IOCTL_VOLUME_ONLINE",
                        "CloseHandle",
                        "SetVolumeMountPointW",
                        "CreateFileW",
                        "ReadFile",
                        "CloseHandle");
        JsonNode opened = calls.get(0);
        assertThat(opened.get("name").asText() + "\\").isEqualTo(volume.volume());
        assertThat(opened.get("access").asLong()).isEqualTo(0xc000_0000L);
        assertThat(opened.get("share").asInt()).isEqualTo(3);
        assertThat(opened.get("disposition").asInt()).isEqualTo(3);
        assertThat(calls.get(2).get("handle")).isEqualTo(opened.get("handle"));
        assertThat(calls.get(4).get("mountPoint").asText()).isEqualTo(volume.mountPoint());
        assertThat(calls.get(4).get("volume").asText()).isEqualTo(volume.volume());
    }

    @Test
    void aVolumeIsReleasedOnOneHandleAndThenUnmounted() {
        TestVolume volume = volume();
        online(volume);
        CallLog log = new CallLog();
        offline(volume);
        List<JsonNode> calls = log.of(FUNCTIONS);
        assertThat(names(calls))
                .containsExactly(
                        "CreateFileW",
                        "IOCTL_VOLUME_IS_OFFLINE",
                        "FlushFileBuffers",
                        "FSCTL_LOCK_VOLUME",
                        "FSCTL_DISMOUNT_VOLUME",
                        "IOCTL_VOLUME_OFFLINE",
                        "DeleteVolumeMountPointW",
                        "CloseHandle");
        assertThat(calls)
                .filteredOn(it -> it.has("handle"))
                .extracting(it -> it.get("handle"))
                .containsOnly(calls.get(0).get("handle"));
    }

    @Test
    void aLookChangesNothingAndOpensTheVolumeForNothing() {
        TestVolume volume = volume();
        CallLog log = new CallLog();
        assertThat(query(volume)).isEqualTo(VolumeStatus.OFFLINE);
        List<JsonNode> calls = log.of(FUNCTIONS);
        assertThat(names(calls)).containsExactly("CreateFileW", "IOCTL_VOLUME_IS_OFFLINE", "CloseHandle");
        assertThat(calls.get(0).get("access").asLong()).isZero();
    }

    @Test
    void namesThatNothingCanHaveAreRefused() {
        TestVolume volume = volume();
        String open = volume.volume().substring(0, volume.volume().length() - 1);
        for (String bad : new String[] {open, "", "E:", "\\\\?\\Volume{no guid}\\"}) {
            assertThat(volumes.online(bad, volume.mountPoint())).as(bad).isEqualTo(ActResult.of(Kind.REFUSED, 123));
            assertThat(volumes.offline(bad, volume.mountPoint())).as(bad).isEqualTo(ActResult.of(Kind.REFUSED, 123));
            assertThat(volumes.query(bad, volume.mountPoint())).as(bad).isEqualTo(VolumeStatus.MISSING);
        }
        for (String bad :
                new String[] {"E:", "", "\\\\server\\share\\", "C:\\a|b\\", "C:\\" + "x".repeat(300) + "\\"}) {
            assertThat(volumes.online(volume.volume(), bad)).as(bad).isEqualTo(ActResult.of(Kind.REFUSED, 123));
            assertThat(volumes.query(volume.volume(), bad)).as(bad).isEqualTo(VolumeStatus.OFFLINE);
        }
        assertThat(query(volume)).isEqualTo(VolumeStatus.OFFLINE);
    }

    @Test
    void aGuidThatDoesNotExistIsMissing() {
        TestVolume missing = new TestVolume(disks.missing(), volume().mountPoint());
        ActResult result = online(missing);
        assertThat(result).isEqualTo(ActResult.of(Kind.MISSING, 2));
        assertThat(result.windowsName()).isEqualTo("ERROR_FILE_NOT_FOUND");
        assertThat(query(missing)).isEqualTo(VolumeStatus.MISSING);
    }

    @Test
    void aDriveLetterInUseIsBusyAndTheVolumeStaysOffline() {
        TestVolume first = volume();
        TestVolume second = volume();
        online(first);
        ActResult busy = volumes.online(second.volume(), first.mountPoint());
        assertThat(busy).isEqualTo(ActResult.of(Kind.BUSY, 145));
        assertThat(busy.windowsName()).isEqualTo("ERROR_DIR_NOT_EMPTY");
        assertThat(query(second)).isEqualTo(VolumeStatus.OFFLINE);
        assertThat(query(first)).isEqualTo(VolumeStatus.MOUNTED);
        assertThat(volumes.online(second.volume(), "C:\\").kind()).isEqualTo(Kind.BUSY);
        assertThat(query(second)).isEqualTo(VolumeStatus.OFFLINE);
    }

    @Test
    void aFolderThatIsNotThereIsNoMountPoint() {
        TestVolume volume = volume();
        ActResult refused = volumes.online(volume.volume(), "C:\\no such folder\\");
        assertThat(refused.kind()).isEqualTo(Kind.REFUSED);
        assertThat(refused.windowsCode()).isNotZero();
        assertThat(query(volume)).isEqualTo(VolumeStatus.OFFLINE);
    }

    @ParameterizedTest
    @CsvSource({
        "CreateFileW, 5, BUSY",
        "IOCTL_VOLUME_ONLINE, 21, MISSING",
        "IOCTL_VOLUME_ONLINE, 50, REFUSED",
        "SetVolumeMountPointW, 5, REFUSED",
        "SetVolumeMountPointW, 145, BUSY",
        "GetVolumeInformationW, 1005, REFUSED",
        "ReadFile, 1117, MISSING"
    })
    void aMountThatFailsHalfWayIsTakenBack(String function, int code, Kind kind) {
        TestVolume volume = volume();
        try (Faults faults = new Faults()) {
            failing(faults, function, code);
            assertThat(online(volume)).isEqualTo(ActResult.of(kind, code));
        }
        assertThat(query(volume)).isEqualTo(VolumeStatus.OFFLINE);
        assertThat(online(volume)).isEqualTo(ActResult.done());
    }

    @ParameterizedTest
    @CsvSource({
        "FSCTL_LOCK_VOLUME, 5, BUSY",
        "FSCTL_LOCK_VOLUME, 170, BUSY",
        "FSCTL_DISMOUNT_VOLUME, 5, BUSY",
        "IOCTL_VOLUME_OFFLINE, 50, REFUSED",
        "FlushFileBuffers, 112, REFUSED",
        "DeleteVolumeMountPointW, 5, REFUSED"
    })
    void aReleaseThatFailsHalfWayIsTakenBack(String function, int code, Kind kind) throws IOException {
        TestVolume volume = volume();
        online(volume);
        Path file = Path.of(volume.mountPoint(), "default.htm");
        Files.writeString(file, "here");
        try (Faults faults = new Faults()) {
            failing(faults, function, code);
            assertThat(offline(volume)).isEqualTo(ActResult.of(kind, code));
        }
        assertThat(query(volume)).isEqualTo(VolumeStatus.MOUNTED);
        assertThat(file).hasContent("here");
        assertThat(offline(volume)).isEqualTo(ActResult.done());
    }

    @Test
    void aLostDiskIsLetGoOf() {
        TestVolume volume = volume();
        online(volume);
        disks.disconnect(volume);
        assertThat(query(volume)).isEqualTo(VolumeStatus.UNREADABLE);
        assertThat(online(volume).kind()).isEqualTo(Kind.MISSING);
        assertThat(offline(volume)).isEqualTo(ActResult.done());
        assertThat(query(volume)).isEqualTo(VolumeStatus.MISSING);
        assertThat(offline(volume).kind()).isEqualTo(Kind.MISSING);
        disks.reconnect(volume);
        assertThat(query(volume)).isEqualTo(VolumeStatus.OFFLINE);
        assertThat(online(volume)).isEqualTo(ActResult.done());
    }

    /** Control codes are the key of DeviceIoControl. */
    private static void failing(Faults faults, String what, int code) {
        boolean control = what.contains("CTL_");
        faults.next(control ? "DeviceIoControl" : what, control ? what : "*", code, 1);
    }
}
