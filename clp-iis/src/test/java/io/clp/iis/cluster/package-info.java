/** IIS in a cluster: what users' own tests of failover look like. */
@NullMarked
package io.clp.iis.cluster;

import org.jspecify.annotations.NullMarked;
