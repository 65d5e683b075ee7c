package io.clp.failover;

/** What a node knows of its contact with the coordination. */
public enum Connection {
    /** In contact: what is answered is true, and the node counts as alive. */
    CONNECTED,
    /** Out of contact, but not for so long that others may count the node as lost. It starts nothing and moves nothing. */
    SUSPENDED,
    /** Out of contact for so long that others may count the node as lost. It takes its groups offline at once. */
    LOST
}
