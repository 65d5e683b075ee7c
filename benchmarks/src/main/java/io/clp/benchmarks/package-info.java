/**
 * Measurements: the peers that do by other means what a group controller does, the jobs both are given, and one class for each
 * question asked. Not published.
 */
@NullMarked
package io.clp.benchmarks;

import org.jspecify.annotations.NullMarked;
