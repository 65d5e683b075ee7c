/** What the Windows backend costs, measured on Windows or on Wine beside the peers, in one run. */
@NullMarked
package io.clp.benchmarks.windows;

import org.jspecify.annotations.NullMarked;
