/** How monitors come to a verdict: a pure core, and the shell around it that probes. */
@NullMarked
package io.clp.internal.monitor;

import org.jspecify.annotations.NullMarked;
