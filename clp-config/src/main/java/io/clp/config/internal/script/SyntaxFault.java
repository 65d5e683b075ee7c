package io.clp.config.internal.script;

/** What the command interpreter writes of a line that it cannot read. */
final class SyntaxFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SyntaxFault(String message) {
        super(message, null, false, false);
    }

    static SyntaxFault unexpected(String what) {
        return new SyntaxFault(what + " was unexpected at this time.");
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
