package io.clp.windows.internal.driver;

/**
 * A route of the node.
 *
 * @param luid the interface that it leads through
 * @param prefix the prefix length of where it leads; 0 for a default route
 * @param nextHop the router; zero where there is none between
 */
public record Route(long luid, int prefix, IpLiteral nextHop) {}
