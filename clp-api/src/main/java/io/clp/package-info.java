/**
 * Failover groups on a node: the definition ({@link io.clp.FailoverGroup}), what runs it
 * ({@link io.clp.GroupController}), and what both answer: states, causes, reports, events and errors.
 *
 * <p>No parameter and no result is null unless it is marked so; a value that may be missing is an
 * {@link java.util.Optional}. Every fault of the environment is a {@link io.clp.ClpException}, unchecked.
 */
@NullMarked
package io.clp;

import org.jspecify.annotations.NullMarked;
