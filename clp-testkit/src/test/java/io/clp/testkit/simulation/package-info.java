/**
 * Groups of many kinds on clusters that are disturbed at random, seed after seed: after each run a judge reads the trace and names what
 * broke a rule. {@link Simulation} is the command.
 */
@NullMarked
package io.clp.testkit.simulation;

import org.jspecify.annotations.NullMarked;
