package io.clp;

/** Why a group, or a resource of it, stops, as scripts see it in {@code CLP_FACTOR}. */
public enum StopCause {
    /** Somebody stops the group. */
    GROUP_STOP("GROUPSTOP"),
    /** The group moves to another node on purpose. */
    GROUP_MOVE("GROUPMOVE"),
    /** The group leaves because it failed here. */
    GROUP_FAILOVER("GROUPFAILOVER"),
    /** One resource restarts; the group stays. */
    RESOURCE_RESTART("RESOURCERESTART");

    private final String clpFactor;

    StopCause(String clpFactor) {
        this.clpFactor = clpFactor;
    }

    /** {@return the value of the script variable {@code CLP_FACTOR}} */
    public String clpFactor() {
        return clpFactor;
    }
}
