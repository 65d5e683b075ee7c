/** Where and when a group moves. Now: the policy as a value; the cluster member that acts on it comes in a later release. */
@NullMarked
package io.clp.failover;

import org.jspecify.annotations.NullMarked;
