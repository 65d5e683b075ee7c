package io.clp.testkit.internal.fault;

import io.clp.platform.ActResult;
import io.clp.platform.Platform;
import io.clp.platform.VolumeControl;
import io.clp.platform.VolumeStatus;
import io.clp.testkit.SpiMethod;

/** The volumes of a platform with faults. The wrong answer is that a volume cannot be read. */
final class FaultyVolumes implements VolumeControl {
    private final Platform platform;
    private final Faults faults;

    FaultyVolumes(Platform platform, Faults faults) {
        this.platform = platform;
        this.faults = faults;
    }

    @Override
    public VolumeStatus query(String volume, String mountPoint) {
        return faults.look(SpiMethod.VOLUME_QUERY, VolumeStatus.UNREADABLE, () -> platform.volumes()
                .query(volume, mountPoint));
    }

    @Override
    public ActResult online(String volume, String mountPoint) {
        return faults.act(SpiMethod.VOLUME_ONLINE, () -> platform.volumes().online(volume, mountPoint));
    }

    @Override
    public ActResult offline(String volume, String mountPoint) {
        return faults.act(SpiMethod.VOLUME_OFFLINE, () -> platform.volumes().offline(volume, mountPoint));
    }
}
