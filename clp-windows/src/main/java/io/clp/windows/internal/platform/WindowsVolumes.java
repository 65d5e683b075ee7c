package io.clp.windows.internal.platform;

import io.clp.platform.ActResult;
import io.clp.platform.VolumeControl;
import io.clp.platform.VolumeStatus;
import io.clp.platform.WindowsErrors;
import io.clp.windows.internal.driver.NativeCallException;
import io.clp.windows.internal.driver.VolumeDriver;
import io.clp.windows.internal.driver.VolumeDriver.Named;
import io.clp.windows.internal.driver.VolumeHandle;
import io.clp.windows.internal.platform.VolumeRules.Mount;
import io.clp.windows.internal.platform.VolumeRules.Presence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The volumes of this Windows node. Nothing is kept here: each call asks Windows anew. An act that fails half way takes back what it
 * did; where that fails too, it says so in the log, and {@link #query} shows what is left. Thread-safe.
 */
public final class WindowsVolumes implements VolumeControl {
    private static final Logger LOG = LoggerFactory.getLogger(WindowsVolumes.class);

    private final VolumeDriver driver;

    /**
     * Makes the control.
     *
     * @param driver the volumes
     */
    public WindowsVolumes(VolumeDriver driver) {
        this.driver = driver;
    }

    /** {@return the control of this machine} */
    public static WindowsVolumes open() {
        return new WindowsVolumes(VolumeDriver.load());
    }

    /**
     * {@inheritDoc}
     *
     * <p>Mounted means that the file system answers at the mount point, and that the disk gives its first sectors: what the file system
     * has in memory would hide a lost path. A name that no volume can have is missing; a mount point that cannot be one names nothing.
     */
    @Override
    public VolumeStatus query(String volume, String mountPoint) {
        Seen seen = at(volume, mountPoint);
        if (seen.mount == Mount.UNKNOWN) {
            throw new NativeCallException("see which volume is mounted at " + mountPoint, seen.code);
        }
        if (seen.mount == Mount.OTHER || !VolumeRules.isVolume(volume)) {
            return VolumeRules.status(seen.mount, Presence.MISSING, () -> false);
        }
        try (VolumeHandle handle = driver.look(volume)) {
            int code = handle.code() == 0 ? handle.isOffline() : handle.code();
            Presence presence = VolumeRules.presence(code);
            if (presence == Presence.UNKNOWN) {
                throw new NativeCallException("see whether " + volume + " is offline", code);
            }
            return VolumeRules.status(seen.mount, presence, () -> unreadable(volume, mountPoint) == 0);
        }
    }

    @Override
    public ActResult online(String volume, String mountPoint) {
        if (!VolumeRules.isVolume(volume) || !VolumeRules.isMountPoint(mountPoint)) {
            return VolumeRules.BAD_NAME;
        }
        Seen seen;
        boolean wasOffline;
        // Closed before the volume is mounted: what a handle from offline times sees is not the volume's file system.
        try (VolumeHandle handle = driver.openToChange(volume)) {
            if (handle.code() != 0) {
                return VolumeRules.failed(handle.code());
            }
            seen = at(volume, mountPoint);
            if (seen.mount == Mount.OTHER) {
                return VolumeRules.MOUNT_POINT_IN_USE;
            } else if (seen.mount == Mount.UNKNOWN) {
                return VolumeRules.notMounted(seen.code);
            }
            // One that cannot be asked may be brought online all the same; if not, it says why.
            wasOffline = VolumeRules.presence(handle.isOffline()) != Presence.ONLINE;
            int code = wasOffline ? handle.online() : 0;
            if (code != 0) {
                return VolumeRules.failed(code);
            }
        }
        if (seen.mount == Mount.THIS) {
            return readable(volume, mountPoint, wasOffline);
        }
        ActResult mounted = mounted(volume, mountPoint);
        if (!mounted.holds() && wasOffline) {
            putBack(volume);
        }
        return mounted;
    }

    /** The mount point names the volume already: that is all, if it can be read. */
    private ActResult readable(String volume, String mountPoint, boolean wasOffline) {
        int code = unreadable(volume, mountPoint);
        if (code == 0) {
            return wasOffline ? ActResult.done() : VolumeRules.ALREADY;
        }
        if (wasOffline) {
            putBack(volume);
        }
        return VolumeRules.failed(code);
    }

    /** Mounts a volume that is online, and sees that the mount point names it and that it can be read. */
    private ActResult mounted(String volume, String mountPoint) {
        int code = driver.mount(mountPoint, volume);
        Seen seen = at(volume, mountPoint);
        if (seen.mount == Mount.OTHER || (code == 0 && seen.mount == Mount.NOTHING)) {
            return VolumeRules.MOUNT_POINT_IN_USE; // of another volume meanwhile, which is not ours to unmount
        }
        if (code != 0) {
            return VolumeRules.notMounted(code);
        }
        boolean unknown = seen.mount == Mount.UNKNOWN;
        int failure = unknown ? seen.code : unreadable(volume, mountPoint);
        if (failure == 0) {
            return ActResult.done();
        }
        int undone = driver.unmount(mountPoint);
        if (undone != 0) {
            LOG.warn("{} stays mounted at {} though that failed: {}", volume, mountPoint, text(undone));
        }
        return unknown ? VolumeRules.notMounted(failure) : VolumeRules.failed(failure);
    }

    /** Takes a volume offline again that could not be mounted. */
    private void putBack(String volume) {
        try (VolumeHandle handle = driver.openToChange(volume)) {
            int code = handle.code();
            if (code == 0) {
                handle.lock(); // where it fails, the dismount still works
                handle.dismount();
                code = handle.offline();
            }
            if (code != 0) {
                LOG.warn("{} stays online though it could not be mounted: {}", volume, text(code));
            }
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>A disk that is lost has nothing to flush and cannot be locked: then the mount point alone is removed, and that is done.
     */
    @Override
    public ActResult offline(String volume, String mountPoint) {
        if (!VolumeRules.isVolume(volume) || !VolumeRules.isMountPoint(mountPoint)) {
            return VolumeRules.BAD_NAME;
        }
        Seen seen = at(volume, mountPoint);
        if (seen.mount == Mount.UNKNOWN) {
            return VolumeRules.notMounted(seen.code);
        }
        boolean mountedHere = seen.mount == Mount.THIS;
        try (VolumeHandle handle = driver.openToChange(volume)) {
            if (handle.code() != 0) {
                boolean lost = VolumeRules.isLost(handle.code());
                return lost && mountedHere ? unmounted(mountPoint) : VolumeRules.failed(handle.code());
            }
            int offline = handle.isOffline();
            Presence presence = VolumeRules.presence(offline);
            if (presence == Presence.MISSING && !mountedHere) {
                return VolumeRules.failed(offline);
            }
            if (presence == Presence.OFFLINE) {
                return mountedHere ? unmounted(mountPoint) : VolumeRules.ALREADY;
            }
            return released(handle, volume, mountedHere ? mountPoint : "");
        }
    }

    /** Every step on the one handle: between two, nobody else may mount the volume anew. Closing the handle ends the lock. */
    private ActResult released(VolumeHandle handle, String volume, String mountPoint) {
        int flushed = handle.flush();
        if (!VolumeRules.isFlushed(flushed)) {
            return VolumeRules.failed(flushed);
        }
        int locked = handle.lock();
        if (!VolumeRules.isPassed(locked)) {
            return VolumeRules.failed(locked);
        }
        int dismounted = handle.dismount();
        if (!VolumeRules.isPassed(dismounted)) {
            return VolumeRules.failed(dismounted);
        }
        int offline = handle.offline();
        if (!VolumeRules.isPassed(offline)) {
            return VolumeRules.failed(offline);
        }
        ActResult unmounted = mountPoint.isEmpty() ? ActResult.done() : unmounted(mountPoint);
        if (!unmounted.holds()) {
            int undone = handle.online();
            if (undone != 0) {
                LOG.warn("{} is offline though {} could not be removed: {}", volume, mountPoint, text(undone));
            }
        }
        return unmounted;
    }

    private ActResult unmounted(String mountPoint) {
        int code = driver.unmount(mountPoint);
        boolean gone = code == WindowsErrors.FILE_NOT_FOUND || code == WindowsErrors.PATH_NOT_FOUND;
        return code == 0 || gone ? ActResult.done() : VolumeRules.notMounted(code);
    }

    private Seen at(String volume, String mountPoint) {
        if (!VolumeRules.isMountPoint(mountPoint)) {
            return new Seen(Mount.NOTHING, WindowsErrors.INVALID_NAME);
        }
        Named named = driver.volumeAt(mountPoint);
        Mount mount = VolumeRules.mount(
                named.code(),
                named.volume(),
                volume,
                () -> VolumeRules.contains(driver.mountPointsOf(volume), mountPoint));
        return new Seen(mount, named.code());
    }

    /** Returns the code of why a volume cannot be read where it is mounted; 0 where it can. */
    private int unreadable(String volume, String mountPoint) {
        int code = driver.fileSystemAt(mountPoint);
        if (code != 0) {
            return code;
        }
        try (VolumeHandle handle = driver.openToRead(volume)) {
            return handle.code() == 0 ? handle.read() : handle.code();
        }
    }

    private static String text(int code) {
        return code + " " + WindowsErrors.nameOf(code);
    }

    /** What was seen at a mount point, and the code that says so. */
    private record Seen(Mount mount, int code) {}
}
