/** The watches of a node: what is watched, what follows from what is seen, and the restarts that nobody overtakes. */
@NullMarked
package io.clp.internal.watch;

import org.jspecify.annotations.NullMarked;
