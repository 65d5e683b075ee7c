/**
 * Where and when a group moves between nodes: what a definition says of it ({@link io.clp.failover.FailoverPolicy}), this process as part
 * of the cluster ({@link io.clp.failover.ClusterMember}), and the ports it needs: {@link io.clp.failover.Coordination} (who is alive, who
 * has what, under which epoch) and {@link io.clp.failover.Fencer}.
 */
@NullMarked
package io.clp.failover;

import org.jspecify.annotations.NullMarked;
