/** How batch files are read and run: the text, its parts, the interpreter's state, and the commands that it has itself. */
@NullMarked
package io.clp.config.internal.script;

import org.jspecify.annotations.NullMarked;
