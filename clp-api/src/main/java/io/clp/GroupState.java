package io.clp;

/** The state of a group on one node; the words are those of {@link io.clp.resource.ResourceState}. */
public enum GroupState {
    /** Every resource was probed offline: the group may run elsewhere. */
    OFFLINE,
    /** A start is under way. */
    ONLINE_PENDING,
    /** Every resource is online. */
    ONLINE,
    /** A stop, or the rollback of a start, is under way. */
    OFFLINE_PENDING,
    /** The group is started, and at least one of its resources has failed since. */
    ONLINE_FAILURE,
    /**
     * A stop or a rollback ended and not every resource was probed offline. The node keeps the group; it may move only after
     * this node was fenced, or once the stop is completed.
     */
    OFFLINE_FAILURE,
    /** Nothing is known yet: the truth has not been probed since the controller was built. */
    UNKNOWN
}
