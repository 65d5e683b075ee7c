/**
 * Time as the library sees it: the one place that knows the time, sleeps, and forks work. Depends on nothing else of the
 * library.
 */
@NullMarked
package io.clp.time;

import org.jspecify.annotations.NullMarked;
