package io.clp.script;

import io.clp.ClpException;

/** A script that is too large to be read: a file, a line or a nesting beyond the limits that {@link BatchScript} names. */
public final class ScriptException extends ClpException {
    private static final long serialVersionUID = 1L;

    /** The script's file name. */
    private final String file;
    /** The line, from 1. */
    private final int line;
    /** What is too large, and the limit. */
    private final String problem;

    /**
     * Makes the exception.
     *
     * @param file the script's file name
     * @param line the line, from 1
     * @param problem what is too large, and the limit
     */
    public ScriptException(String file, int line, String problem) {
        super(
                file + ", line " + line + ": " + problem,
                Facts.of("read the script " + file).advice("make the script smaller, or call a program from it"),
                null);
        this.file = file;
        this.line = line;
        this.problem = problem;
    }

    /** {@return the script's file name} */
    public String file() {
        return file;
    }

    /** {@return the line, from 1} */
    public int line() {
        return line;
    }

    /** {@return what is too large, and the limit} */
    public String problem() {
        return problem;
    }
}
