package io.clp.config.internal.script;

import io.clp.script.ScriptProblem.Kind;

/** Ends a run that goes beyond a limit. */
final class RunLimit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    RunLimit(Kind kind, String message) {
        super(message, null, false, false);
        this.kind = kind;
    }

    static RunLimit size(String message) {
        return new RunLimit(Kind.SIZE_LIMIT, message);
    }

    Kind kind() {
        return kind;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
