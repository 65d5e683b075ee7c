package io.clp;

/** Why a group changes its node. */
public enum MoveKind {
    /** Planned, between healthy nodes. */
    SWITCHOVER,
    /** Unplanned, after a failure. */
    FAILOVER,
    /** The return to the preferred node. */
    FAILBACK
}
