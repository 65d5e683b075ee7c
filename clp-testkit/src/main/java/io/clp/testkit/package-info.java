/**
 * What tests of failover logic use: fake machines whose services, addresses, volumes and commands behave as Windows
 * does, faults for any platform, and the invariants that are checked unasked.
 *
 * <p>One machine is a {@link io.clp.testkit.FakePlatform}, several that share a network and disks are
 * {@link io.clp.testkit.FakeMachines}; both run in virtual time unless they are told otherwise, and the same seed
 * repeats the same run. {@link io.clp.testkit.FaultyPlatform} puts faults before any platform, the real one included.
 */
@NullMarked
package io.clp.testkit;

import org.jspecify.annotations.NullMarked;
