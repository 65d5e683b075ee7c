package io.clp;

/** Whether a group's partitions are all online, as the guide's scripts see it in {@code CLP_DISK}. */
public enum DiskStatus {
    /** Every partition of the group is online. */
    SUCCESS,
    /** At least one is not. */
    FAILURE
}
