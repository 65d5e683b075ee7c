/** The simulated cluster: the quorum and the links to it, the fencer, and real members on fake machines. */
@NullMarked
package io.clp.testkit.internal.cluster;

import org.jspecify.annotations.NullMarked;
