package io.clp.iis;

/** The moments in a group's life at which an {@link IisControl} acts. */
public enum IisPhase {
    /** The group's partition and addresses are here: IIS is to run and to open its content. */
    ONLINE,
    /** The group leaves, its partition and addresses are still here: IIS is to stop and to let go of its content. */
    OFFLINE,
    /**
     * The group's partition and addresses were released, or failed to be: IIS is to run again for the other group. Only in
     * {@link Standby#TWO_WAY two-way standby}.
     */
    RELEASED
}
