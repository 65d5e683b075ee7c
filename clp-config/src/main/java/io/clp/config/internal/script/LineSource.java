package io.clp.config.internal.script;

import org.jspecify.annotations.Nullable;

/** Gives the parser one line after another, percent signs replaced. */
interface LineSource {
    /** {@return the next line, null at the end} */
    @Nullable
    String next();

    /** {@return the number of the line that was given last, from 1} */
    int line();

    /** {@return the script's file name} */
    String file();
}
