package io.clp.failover;

/** What becomes of a member's groups when it leaves the cluster. */
public enum Leave {
    /** They are stopped and released for anybody: they start again where a member wants them. */
    STOP_GROUPS,
    /** They are moved to other nodes; where none can take one, it is stopped and released. */
    MOVE_GROUPS,
    /** They run on and stay this node's: for a restart of the process. Nobody watches them meanwhile. */
    LEAVE_RUNNING
}
