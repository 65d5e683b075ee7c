package io.clp.windows.internal.platform;

import static io.clp.windows.internal.platform.ScriptedKernel.OTHER;
import static io.clp.windows.internal.platform.ScriptedKernel.VOLUME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.ClpException;
import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.VolumeStatus;
import io.clp.windows.internal.driver.VolumeDriver;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Volumes on a kernel in memory: the order of its calls, and what is left when one of them fails. */
class WindowsVolumesTest {
    private static final String E = "E:\\";

    private final ScriptedKernel kernel = new ScriptedKernel();
    private final WindowsVolumes volumes = new WindowsVolumes(new VolumeDriver(kernel));

    @AfterEach
    void leavesNoHandleOpen() {
        assertThat(kernel.openHandles()).isZero();
    }

    private void given(boolean online, String... mountPoints) {
        kernel.online.put(VOLUME, online);
        for (String mountPoint : mountPoints) {
            kernel.mounts.put(mountPoint, VOLUME);
        }
    }

    private void holds(boolean online, String... mountPoints) {
        assertThat(kernel.online.get(VOLUME)).as("online").isEqualTo(online);
        assertThat(kernel.mounts.keySet()).containsExactly(mountPoints);
    }

    @Test
    void bringsAVolumeOnlineThenMountsItThenLooks() {
        assertThat(volumes.online(VOLUME, E)).isEqualTo(ActResult.done());
        assertThat(kernel.calls)
                .containsExactly(
                        "CreateFile c0000000",
                        "GetVolumeName E:\\",
                        "IS_OFFLINE",
                        "ONLINE",
                        "CloseHandle",
                        "SetVolumeMountPoint E:\\",
                        "GetVolumeName E:\\",
                        "GetVolumeInformation E:\\",
                        "CreateFile 80000000",
                        "ReadFile",
                        "CloseHandle");
        holds(true, E);
    }

    @Test
    void takesAVolumeOfflineOnOneHandle() {
        given(true, E);
        assertThat(volumes.offline(VOLUME, E)).isEqualTo(ActResult.done());
        assertThat(kernel.calls)
                .containsExactly(
                        "GetVolumeName E:\\",
                        "CreateFile c0000000",
                        "IS_OFFLINE",
                        "FlushFileBuffers",
                        "LOCK",
                        "DISMOUNT",
                        "OFFLINE",
                        "DeleteVolumeMountPoint E:\\",
                        "CloseHandle");
        holds(false);
    }

    @Test
    void doesNothingTwice() {
        assertThat(volumes.offline(VOLUME, E)).isEqualTo(ActResult.of(Kind.ALREADY, 0));
        volumes.online(VOLUME, E);
        assertThat(volumes.online(VOLUME.toUpperCase(Locale.ROOT), "e:\\")).isEqualTo(ActResult.of(Kind.ALREADY, 0));
        holds(true, E);
    }

    @Test
    void finishesWhatAProcessThatDiedLeftHalfDone() {
        given(false, E);
        assertThat(volumes.query(VOLUME, E)).isEqualTo(VolumeStatus.UNREADABLE);
        assertThat(volumes.offline(VOLUME, E)).isEqualTo(ActResult.done());
        holds(false);
        given(false, E);
        assertThat(volumes.online(VOLUME, E)).isEqualTo(ActResult.done());
        given(true);
        kernel.mounts.clear();
        assertThat(volumes.query(VOLUME, E)).isEqualTo(VolumeStatus.NOT_MOUNTED);
        assertThat(volumes.online(VOLUME, E)).isEqualTo(ActResult.done());
        holds(true, E);
    }

    @Test
    void takesAVolumeOfflineThatIsNotMountedHereAndLeavesTheOtherMountPoint() {
        kernel.online.put(VOLUME, true);
        kernel.mounts.put(E, OTHER);
        assertThat(volumes.offline(VOLUME, E)).isEqualTo(ActResult.done());
        assertThat(kernel.online).containsEntry(VOLUME, false);
        assertThat(kernel.mounts).containsEntry(E, OTHER);
    }

    @Test
    void keepsAMountPointThatNamesAnotherVolume() {
        kernel.online.put(OTHER, true);
        kernel.mounts.put(E, OTHER);
        assertThat(volumes.query(VOLUME, E)).isEqualTo(VolumeStatus.OTHER_VOLUME);
        assertThat(volumes.online(VOLUME, E)).isEqualTo(ActResult.of(Kind.BUSY, 145));
        assertThat(kernel.online).containsEntry(VOLUME, false);
        assertThat(kernel.mounts).containsEntry(E, OTHER);
        assertThat(kernel.calls).doesNotContain("ONLINE", "SetVolumeMountPoint E:\\");
    }

    @Test
    void knowsAVolumeByAnotherOfItsNames() {
        given(true, E);
        kernel.alias = "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-300000000000}\\";
        assertThat(volumes.query(VOLUME, E)).isEqualTo(VolumeStatus.MOUNTED);
        assertThat(volumes.offline(VOLUME, E)).isEqualTo(ActResult.done());
        holds(false);
    }

    @ParameterizedTest
    @CsvSource({
        "LOCK, 5, BUSY",
        "LOCK, 170, BUSY",
        "LOCK, 32, BUSY",
        "LOCK, 1, REFUSED",
        "DISMOUNT, 5, BUSY",
        "DISMOUNT, 50, REFUSED",
        "FlushFileBuffers, 112, REFUSED",
        "OFFLINE, 50, REFUSED",
        "DeleteVolumeMountPoint, 5, REFUSED",
        "CreateFile, 5, BUSY",
        "CreateFile, 32, BUSY",
        "GetVolumeName, 5, REFUSED",
        "GetVolumeName, 170, BUSY"
    })
    void staysMountedWhereAStepOfTheReleaseFails(String call, int code, Kind kind) {
        given(true, E);
        kernel.failing(call, code);
        assertThat(volumes.offline(VOLUME, E)).isEqualTo(ActResult.of(kind, code));
        holds(true, E);
        kernel.mend();
        assertThat(volumes.offline(VOLUME, E)).isEqualTo(ActResult.done());
        holds(false);
    }

    @ParameterizedTest
    @CsvSource({
        "CreateFile, 5, BUSY",
        "CreateFile, 2, MISSING",
        "CreateFile, 1167, MISSING",
        "ONLINE, 21, MISSING",
        "ONLINE, 50, REFUSED",
        "SetVolumeMountPoint, 5, REFUSED",
        "SetVolumeMountPoint, 3, REFUSED",
        "SetVolumeMountPoint, 87, REFUSED",
        "SetVolumeMountPoint, 145, BUSY",
        "GetVolumeInformation, 1005, REFUSED",
        "GetVolumeInformation, 21, MISSING",
        "ReadFile, 1117, MISSING",
        "GetVolumeName, 5, REFUSED"
    })
    void staysOfflineWhereAStepOfTheMountFails(String call, int code, Kind kind) {
        kernel.failing(call, code);
        assertThat(volumes.online(VOLUME, E)).isEqualTo(ActResult.of(kind, code));
        holds(false);
        kernel.mend();
        assertThat(volumes.online(VOLUME, E)).isEqualTo(ActResult.done());
    }

    @Test
    void leavesTheVolumeOnlineThatWasOnlineBefore() {
        given(true);
        kernel.failing("SetVolumeMountPoint", 87);
        assertThat(volumes.online(VOLUME, E)).isEqualTo(ActResult.of(Kind.REFUSED, 87));
        holds(true);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 21, 55, 433, 1117, 1167})
    void letsGoOfAVolumeWhoseDiskIsLost(int code) {
        for (List<String> lost :
                List.of(List.of("CreateFile"), List.of("FlushFileBuffers", "LOCK", "DISMOUNT", "OFFLINE"))) {
            given(true, E);
            lost.forEach(call -> kernel.failing(call, code));
            assertThat(volumes.offline(VOLUME, E)).as(lost.toString()).isEqualTo(ActResult.done());
            assertThat(kernel.mounts).isEmpty();
            kernel.mend();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CreateFile", "ReadFile", "GetVolumeInformation", "IS_OFFLINE", "GetVolumeName"})
    void seesThatAMountedDiskIsLost(String call) {
        given(true, E);
        kernel.failing(call, 21);
        if (call.equals("GetVolumeName")) {
            kernel.failing("ReadFile", 21);
        }
        assertThat(volumes.query(VOLUME, E)).isEqualTo(VolumeStatus.UNREADABLE);
    }

    @Test
    void seesThatADiskIsLostThatIsNotMounted() {
        kernel.failing("IS_OFFLINE", 21);
        assertThat(volumes.query(VOLUME, E)).isEqualTo(VolumeStatus.MISSING);
        assertThat(volumes.offline(VOLUME, E)).isEqualTo(ActResult.of(Kind.MISSING, 21));
        kernel.failing("ONLINE", 21);
        assertThat(volumes.online(VOLUME, E)).isEqualTo(ActResult.of(Kind.MISSING, 21));
        kernel.online.remove(VOLUME);
        assertThat(volumes.query(VOLUME, E)).isEqualTo(VolumeStatus.MISSING);
        assertThat(volumes.offline(VOLUME, E)).isEqualTo(ActResult.of(Kind.MISSING, 2));
    }

    @ParameterizedTest
    @CsvSource({"GetVolumeName, 5", "IS_OFFLINE, 5", "CreateFile, 5"})
    void doesNotGuessWhatCannotBeSeen(String call, int code) {
        given(true, E);
        kernel.failing(call, code);
        assertThatThrownBy(() -> volumes.query(VOLUME, E)).isInstanceOfSatisfying(ClpException.class, it -> {
            assertThat(it.windowsCode()).hasValue(code);
            assertThat(it.windowsName()).isEqualTo("ERROR_ACCESS_DENIED");
            assertThat(it.advice()).isNotEmpty();
        });
    }

    @Test
    void refusesNamesThatNothingCanHave() {
        ActResult refused = ActResult.of(Kind.REFUSED, 123);
        String open = VOLUME.substring(0, VOLUME.length() - 1);
        for (String bad : new String[] {open, "", "E:\\", "\\\\?\\Volume{6f1c2f9e}\\", VOLUME + "x"}) {
            assertThat(volumes.online(bad, E)).as(bad).isEqualTo(refused);
            assertThat(volumes.offline(bad, E)).as(bad).isEqualTo(refused);
            assertThat(volumes.query(bad, E)).as(bad).isEqualTo(VolumeStatus.MISSING);
        }
        for (String bad : new String[] {"E:", "", "E", "\\\\server\\share\\", "1:\\", "E:\\a", "E:\\a*b\\", VOLUME}) {
            assertThat(volumes.online(VOLUME, bad)).as(bad).isEqualTo(refused);
            assertThat(volumes.offline(VOLUME, bad)).as(bad).isEqualTo(refused);
            assertThat(volumes.query(VOLUME, bad)).as(bad).isEqualTo(VolumeStatus.OFFLINE);
        }
        assertThat(refused.windowsName()).isEqualTo("ERROR_INVALID_NAME");
        holds(false);
    }
}
