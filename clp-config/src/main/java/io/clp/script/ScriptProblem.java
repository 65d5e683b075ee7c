package io.clp.script;

import java.util.Objects;

/**
 * Something that went wrong while a script ran. Immutable.
 *
 * @param kind what sort of thing
 * @param file the script's file name
 * @param line where, from 1
 * @param message what the command interpreter would write, or why the run went on without it
 */
public record ScriptProblem(Kind kind, String file, int line, String message) {
    /** Sorts of problems. */
    public enum Kind {
        /** A jump or a call to a label that is not there. A jump ends the script, a call does not; ERRORLEVEL is 1. */
        MISSING_LABEL,
        /** A line that the command interpreter cannot read. It ends the script with 255. */
        SYNTAX,
        /** Something that is not interpreted here, and was skipped; ERRORLEVEL is as it was. */
        OPAQUE,
        /** A command of the interpreter's own that failed, as {@code POPD} without {@code PUSHD}. */
        COMMAND_FAILED,
        /** More steps than the run was given: the script loops. The run ended. */
        STEP_LIMIT,
        /** Scripts or labels that call one another too deeply. The run ended. */
        CALL_LIMIT,
        /** Lines, variables or output that grew beyond what is kept. The run ended. */
        SIZE_LIMIT
    }

    /**
     * Refuses nulls.
     *
     * @param kind what sort of thing
     * @param file the script's file name
     * @param line where, from 1
     * @param message what the command interpreter would write, or why the run went on without it
     */
    public ScriptProblem {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(message, "message");
    }

    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
