/**
 * Where and when a group moves between nodes. {@link io.clp.failover.FailoverPolicy} is what a definition says of it;
 * in this release nothing acts on it yet, and groups move only where a program stops them on one node and starts them
 * on another.
 */
@NullMarked
package io.clp.failover;

import org.jspecify.annotations.NullMarked;
