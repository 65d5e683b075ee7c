/** ARMLOAD and ARMKILL: services that are kept running under a watch id. One registry belongs to one node. */
@NullMarked
package io.clp.watch;

import org.jspecify.annotations.NullMarked;
