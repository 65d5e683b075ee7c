/**
 * The shell around the decision core: it runs what was decided, feeds outcomes back, and tells listeners. Event-driven: none of its
 * threads waits for another.
 */
@NullMarked
package io.clp.internal.runtime;

import org.jspecify.annotations.NullMarked;
