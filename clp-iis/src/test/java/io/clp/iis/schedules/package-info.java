/** Random schedules: whole clusters of fake machines under drawn calls, moves, crashes and faults, each a pure function of its seed. */
@NullMarked
package io.clp.iis.schedules;

import org.jspecify.annotations.NullMarked;
