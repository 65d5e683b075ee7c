/**
 * What tests of failover logic use: fake machines whose services, addresses, volumes and commands behave as Windows does, faults for
 * any platform, and the invariants that are checked unasked.
 */
@NullMarked
package io.clp.testkit;

import org.jspecify.annotations.NullMarked;
