/**
 * What a {@link io.clp.platform.Platform} is: tests of its rules, over a fixture that each platform brings. The fake and the real platforms
 * run the same tests.
 */
@NullMarked
package io.clp.testkit.contract;

import org.jspecify.annotations.NullMarked;
