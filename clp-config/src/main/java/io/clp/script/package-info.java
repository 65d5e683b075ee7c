/** START.BAT and STOP.BAT: what they say, what they would run, and what is wrong with them. */
@NullMarked
package io.clp.script;

import org.jspecify.annotations.NullMarked;
