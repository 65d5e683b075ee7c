/**
 * The demonstration: the configurations that the guide draws (figures 1 to 6), built on fake machines, failed over before the reader's
 * eyes and printed as tables. Options and layout are pure; {@link io.clp.benchmarks.demo.FigureCluster} is the nodes with their members.
 */
@NullMarked
package io.clp.benchmarks.demo;

import org.jspecify.annotations.NullMarked;
