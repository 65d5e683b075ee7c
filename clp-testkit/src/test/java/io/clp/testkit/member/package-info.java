/** Members of a cluster on fake machines, over a register that is told by the test who is in contact. */
@NullMarked
package io.clp.testkit.member;

import org.jspecify.annotations.NullMarked;
