/**
 * The command {@code clp-rehearse}: a failover of each group of an existing cluster, from its clp.conf and its scripts, on fake machines
 * and in virtual time.
 */
@NullMarked
package io.clp.rehearse;

import org.jspecify.annotations.NullMarked;
