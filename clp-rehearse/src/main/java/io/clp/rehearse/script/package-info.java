/** START.BAT and STOP.BAT on a fake machine: what they call acts on the machine's services and watches. */
@NullMarked
package io.clp.rehearse.script;

import org.jspecify.annotations.NullMarked;
