/**
 * Virtual time: a {@link io.clp.time.Timeline} that runs one task at a time, in an order that a seed decides, and whose clock
 * moves only when nothing can run.
 */
@NullMarked
package io.clp.testkit.internal.sim;

import org.jspecify.annotations.NullMarked;
