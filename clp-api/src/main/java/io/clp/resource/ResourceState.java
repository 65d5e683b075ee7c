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
    /** It did not go online, or failed since. */
    ONLINE_FAILURE,
    /** It did not go offline, or was kept because something that uses it may still be running. */
    OFFLINE_FAILURE,
    /** Nobody knows: never probed, the probe could not tell, or an operation did not end in time. */
    UNKNOWN
}
