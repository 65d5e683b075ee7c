/**
 * Failover groups on a node: the definition ({@link io.clp.FailoverGroup}), what runs it ({@link io.clp.GroupController}), and what
 * both answer: states, causes, reports, events and errors.
 */
@NullMarked
package io.clp;

import org.jspecify.annotations.NullMarked;
