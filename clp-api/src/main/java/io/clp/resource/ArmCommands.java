package io.clp.resource;

/** Who answers the ARMLOAD, ARMKILL, ARMBCAST and ARMLOG in a script. */
public enum ArmCommands {
    /**
     * This library: the platform puts programs of these names first on the script's path, for this run only. What they load is in the
     * node's {@link io.clp.watch.WatchRegistry}, beside the watches of the other resources, and is evidence for the state of the script's
     * resource; what they broadcast is a {@link io.clp.MessageBroadcast}. On a platform that has no such programs the script is not run,
     * and the operation fails with {@link io.clp.platform.WindowsErrors#NOT_SUPPORTED}.
     */
    PROVIDED,
    /** Whatever the machine has on its path, another product's or nothing; the library sees nothing of it. */
    INSTALLED
}
