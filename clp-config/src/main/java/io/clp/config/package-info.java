/** The configuration of an existing cluster, clp.conf, as failover groups of this library. */
@NullMarked
package io.clp.config;

import org.jspecify.annotations.NullMarked;
