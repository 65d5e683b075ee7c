package io.clp.platform;

/** What a node says of a volume and a mount point. */
public enum VolumeStatus {
    /** The volume is online here and mounted there. */
    MOUNTED,
    /** The volume is offline here, and the mount point names nothing. */
    OFFLINE,
    /** The volume is online here but not mounted there. */
    NOT_MOUNTED,
    /** The mount point names another volume. */
    OTHER_VOLUME,
    /** The mount point names it, but it cannot be read: the path to the disk is lost, or it is offline all the same. */
    UNREADABLE,
    /** The volume cannot be found from here, and the mount point does not name it: nothing here can write to it. */
    MISSING
}
