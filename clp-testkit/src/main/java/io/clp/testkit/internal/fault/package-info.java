/** Faults for any platform: which call meets which, and what it does. */
@NullMarked
package io.clp.testkit.internal.fault;

import org.jspecify.annotations.NullMarked;
