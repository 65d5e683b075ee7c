/**
 * ARMLOAD and ARMKILL: services that are kept running under a watch id. {@link io.clp.watch.WatchRegistry} loads and
 * ends watches, one registry for each node and shared by its groups; {@link io.clp.watch.WatchPolicy} says how often a
 * service that ended abnormally is started again.
 */
@NullMarked
package io.clp.watch;

import org.jspecify.annotations.NullMarked;
