/**
 * Two Windows nodes and a client on one network: a driver plays the cluster manager, each node runs the library in a process of its own,
 * and what the nodes hold is judged from outside of them. How the nodes are made is no concern of this package.
 */
@NullMarked
package io.clp.benchmarks.nodes;

import org.jspecify.annotations.NullMarked;
