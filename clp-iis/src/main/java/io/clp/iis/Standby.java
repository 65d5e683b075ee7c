package io.clp.iis;

/** How the nodes of a group stand in for each other (guide, chapter 1, figures 1 to 6). */
public enum Standby {
    /** One group has IIS on one node at a time; on the other nodes IIS waits. */
    ONE_WAY,
    /** Two groups on two nodes: each node runs the IIS of its own group, and of both after a failover. */
    TWO_WAY
}
