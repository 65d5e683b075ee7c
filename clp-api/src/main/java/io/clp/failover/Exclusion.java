package io.clp.failover;

/**
 * Whether a group shares its node with other groups that say the same (group attribute "exclusive" of CLUSTERPRO up to X 3.3). The vendor's
 * rule for {@code NORMAL} was not found; this is ours.
 */
public enum Exclusion {
    /** With any. */
    NONE,
    /** Prefers a node without another exclusive group, and takes one with where there is no other. */
    NORMAL,
    /** Never on a node with another exclusive group, nor beside one that comes later. */
    ABSOLUTE
}
