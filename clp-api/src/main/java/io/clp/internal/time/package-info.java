/**
 * The system's time: the worker threads, the timer thread and the clock behind {@link io.clp.time.Timeline#system()}. The only
 * place of the product that starts threads, reads clocks or uses executors.
 */
@NullMarked
package io.clp.internal.time;

import org.jspecify.annotations.NullMarked;
