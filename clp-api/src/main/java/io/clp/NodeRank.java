package io.clp;

/** Where a node stands in a group's list, as the guide's scripts see it in {@code CLP_SERVER}. */
public enum NodeRank {
    /** The node is the first in the group's list. */
    HOME,
    /** It is not. */
    OTHER
}
