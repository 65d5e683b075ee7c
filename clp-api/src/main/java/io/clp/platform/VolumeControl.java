package io.clp.platform;

/**
 * The volumes of a node. A volume is named by its GUID path, {@code \\?\Volume{...}\}, a mount point by a drive, {@code E:\}, or by
 * a folder with a trailing backslash; both are compared without regard to case. An act on a name that nothing can have, without its
 * closing backslash say, is refused with 123; to a look such a volume is missing, and such a mount point names nothing.
 *
 * <p>Thread-safe.
 */
public interface VolumeControl {
    /**
     * Returns whether a volume is online here and mounted there.
     *
     * @param volume the GUID path
     * @param mountPoint the drive or folder, with its trailing backslash
     * @return what was seen; changes nothing
     */
    VolumeStatus query(String volume, String mountPoint);

    /**
     * Brings a volume online, mounts it, and verifies that the mount point names it.
     *
     * @param volume the GUID path
     * @param mountPoint the drive or folder, with its trailing backslash
     * @return done; already; missing (the volume is not to be found from here); busy (the mount point is in use); refused
     */
    ActResult online(String volume, String mountPoint);

    /**
     * Takes a volume offline: flush, lock, dismount, offline, and the mount point removed.
     *
     * @param volume the GUID path
     * @param mountPoint the drive or folder, with its trailing backslash
     * @return done; already; missing; busy (5 or 170: a process holds files open, nothing was changed; trying again may help);
     *     refused
     */
    ActResult offline(String volume, String mountPoint);
}
