/**
 * Time as the library sees it: the one place that knows the time, sleeps, and forks work. Depends on nothing else of the
 * library but the system's timeline behind {@link io.clp.time.Timeline#system()}.
 */
@NullMarked
package io.clp.time;

import org.jspecify.annotations.NullMarked;
