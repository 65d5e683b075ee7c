package io.clp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.VolumeControl;
import io.clp.platform.VolumeStatus;
import io.clp.platform.WindowsErrors;
import io.clp.testkit.contract.PlatformFixture.TestVolume;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The rules of {@link VolumeControl}. */
public abstract class VolumeControlContract extends ContractSuite {
    /** Makes the suite. */
    protected VolumeControlContract() {}

    private VolumeControl volumes() {
        return fixed().platform().volumes();
    }

    @Test
    void aVolumeGoesOnlineWithItsMountPointAndOfflineWithoutIt() {
        TestVolume volume = fixed().volume();
        assertThat(query(volume)).isEqualTo(VolumeStatus.OFFLINE);
        assertThat(online(volume)).isEqualTo(ActResult.done());
        assertThat(query(volume)).isEqualTo(VolumeStatus.MOUNTED);
        assertThat(offline(volume)).isEqualTo(ActResult.done());
        assertThat(query(volume)).isEqualTo(VolumeStatus.OFFLINE);
    }

    @Test
    void whatIsSoAlreadyIsAlready() {
        TestVolume volume = fixed().volume();
        assertThat(offline(volume).kind()).isEqualTo(Kind.ALREADY);
        online(volume);
        assertThat(online(volume).kind()).isEqualTo(Kind.ALREADY);
        assertThat(query(volume)).isEqualTo(VolumeStatus.MOUNTED);
    }

    @Test
    void namesAreComparedWithoutRegardToCase() {
        TestVolume volume = fixed().volume();
        String name = volume.volume().toUpperCase(Locale.ROOT);
        String mountPoint = volume.mountPoint().toLowerCase(Locale.ROOT);
        assertThat(volumes().online(name, mountPoint)).isEqualTo(ActResult.done());
        assertThat(query(volume)).isEqualTo(VolumeStatus.MOUNTED);
        assertThat(online(volume).kind()).isEqualTo(Kind.ALREADY);
        assertThat(volumes().offline(name, mountPoint)).isEqualTo(ActResult.done());
    }

    @Test
    void aVolumeThatIsNotThereIsMissing() {
        TestVolume missing =
                new TestVolume(fixed().missingVolume(), fixed().volume().mountPoint());
        assertThat(query(missing)).isEqualTo(VolumeStatus.MISSING);
        assertThat(online(missing).kind()).isEqualTo(Kind.MISSING);
        assertThat(offline(missing).kind()).isEqualTo(Kind.MISSING);
    }

    @Test
    void aNameWithoutItsClosingBackslashIsRefused() {
        TestVolume volume = fixed().volume();
        refused(new TestVolume(open(volume.volume()), volume.mountPoint()));
        refused(new TestVolume(volume.volume(), open(volume.mountPoint())));
        refused(new TestVolume("", volume.mountPoint()));
        refused(new TestVolume(volume.volume(), ""));
        assertThat(volumes().query(open(volume.volume()), volume.mountPoint())).isEqualTo(VolumeStatus.MISSING);
        assertThat(volumes().query(volume.volume(), open(volume.mountPoint()))).isEqualTo(VolumeStatus.OFFLINE);
        assertThat(query(volume)).isEqualTo(VolumeStatus.OFFLINE);
    }

    private void refused(TestVolume bad) {
        ActResult refused = ActResult.of(Kind.REFUSED, WindowsErrors.INVALID_NAME);
        assertThat(online(bad)).as(bad.toString()).isEqualTo(refused);
        assertThat(offline(bad)).as(bad.toString()).isEqualTo(refused);
    }

    private static String open(String name) {
        return name.substring(0, name.length() - 1);
    }

    @Test
    void aMountPointInUseIsBusyAndKeepsItsVolume() {
        TestVolume first = fixed().volume();
        TestVolume second = new TestVolume(fixed().volume().volume(), first.mountPoint());
        online(first);
        assertThat(query(second)).isEqualTo(VolumeStatus.OTHER_VOLUME);
        assertThat(online(second).kind()).isEqualTo(Kind.BUSY);
        assertThat(query(first)).isEqualTo(VolumeStatus.MOUNTED);
        assertThat(query(second)).isEqualTo(VolumeStatus.OTHER_VOLUME);
    }

    @Test
    void aVolumeMountedElsewhereIsNotMountedHere() {
        TestVolume volume = fixed().volume();
        online(volume);
        String elsewhere = fixed().volume().mountPoint();
        assertThat(volumes().query(volume.volume(), elsewhere)).isEqualTo(VolumeStatus.NOT_MOUNTED);
    }

    @Test
    void aVolumeInUseIsBusyAndNothingIsChanged() {
        TestVolume volume = fixed().volume();
        online(volume);
        Runnable close = fixed().openFileOn(volume);
        ActResult result = offline(volume);
        assertThat(result.kind()).isEqualTo(Kind.BUSY);
        assertThat(result.windowsCode()).isIn(WindowsErrors.ACCESS_DENIED, WindowsErrors.BUSY);
        assertThat(query(volume)).isEqualTo(VolumeStatus.MOUNTED);
        close.run();
        assertThat(offline(volume)).isEqualTo(ActResult.done());
    }

    @Test
    void aMountedVolumeWhosePathIsLostIsUnreadable() {
        TestVolume volume = fixed().volume();
        online(volume);
        fixed().disconnect(volume);
        assertThat(query(volume)).isEqualTo(VolumeStatus.UNREADABLE);
    }

    @Test
    void anOfflineVolumeWhosePathIsLostIsMissing() {
        TestVolume volume = fixed().volume();
        fixed().disconnect(volume);
        assertThat(query(volume)).isEqualTo(VolumeStatus.MISSING);
        assertThat(online(volume).kind()).isEqualTo(Kind.MISSING);
    }

    @Test
    void severalVolumesAreMountedSideBySide() {
        TestVolume first = fixed().volume();
        TestVolume second = fixed().volume();
        assertThat(online(first)).isEqualTo(ActResult.done());
        assertThat(online(second)).isEqualTo(ActResult.done());
        assertThat(offline(first)).isEqualTo(ActResult.done());
        assertThat(query(second)).isEqualTo(VolumeStatus.MOUNTED);
    }

    @Test
    void anInterruptIsKeptForWhoComesAfterTheAct() throws Exception {
        TestVolume volume = fixed().volume();
        assertThat(get(time().fork("act", () -> {
                    Thread.currentThread().interrupt();
                    ActResult result = online(volume);
                    return result + ", flag " + Thread.interrupted();
                })))
                .isEqualTo("DONE, flag true");
        assertThat(query(volume)).isEqualTo(VolumeStatus.MOUNTED);
    }

    private VolumeStatus query(TestVolume volume) {
        return volumes().query(volume.volume(), volume.mountPoint());
    }

    private ActResult online(TestVolume volume) {
        return volumes().online(volume.volume(), volume.mountPoint());
    }

    private ActResult offline(TestVolume volume) {
        return volumes().offline(volume.volume(), volume.mountPoint());
    }
}
