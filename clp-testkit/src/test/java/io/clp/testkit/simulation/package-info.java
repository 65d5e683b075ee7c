/** Clusters under random disturbances, by the hundred thousand, and what must be true of every run. */
@NullMarked
package io.clp.testkit.simulation;

import org.jspecify.annotations.NullMarked;
