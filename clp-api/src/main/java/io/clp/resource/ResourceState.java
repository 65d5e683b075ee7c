package io.clp.resource;

/** The state of a resource on one node. */
public enum ResourceState {
    /** It went online, or was probed online. */
    ONLINE,
    /** It was probed offline. */
    OFFLINE,
    /** It is going online. */
    ONLINE_PENDING,
    /** It is going offline. */
    OFFLINE_PENDING,
    /** It did not go online, failed since, or was probed and runs without doing its work. */
    ONLINE_FAILURE,
    /**
     * It was taken offline, and the probe after that certainly did not find it offline. A partition that is kept
     * because something that uses it may still be running is not in this state: nobody tried to release it, and it
     * keeps the state it had, {@link #ONLINE}, which is the truth.
     */
    OFFLINE_FAILURE,
    /** Nobody knows: never probed, the probe could not tell, or an operation did not end in time. */
    UNKNOWN
}
