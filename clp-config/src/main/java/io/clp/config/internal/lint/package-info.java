/** What is looked for in START.BAT and STOP.BAT: every case is run, and its runs are compared. */
@NullMarked
package io.clp.config.internal.lint;

import org.jspecify.annotations.NullMarked;
