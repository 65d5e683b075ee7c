/** The fake machines: what they hold, how it changes in time, and the rules that are checked at each change. */
@NullMarked
package io.clp.testkit.internal.fake;

import org.jspecify.annotations.NullMarked;
