package io.clp.config.internal.model;

import java.time.Duration;
import java.util.Locale;

/** The text of a chain of calls that builds something: a factory, then methods, each on a line of its own. Not thread-safe. */
public final class JavaCalls {
    private static final String INDENT = "        ";

    private final StringBuilder text;

    /**
     * Begins with a factory.
     *
     * @param factory its name with its type
     * @param arguments as for {@link #then}
     */
    public JavaCalls(String factory, Object... arguments) {
        text = new StringBuilder(factory);
        arguments(arguments);
    }

    private JavaCalls(StringBuilder text) {
        this.text = text;
    }

    /** Returns an expression that is printed as it is. */
    static JavaCalls ofCode(String expression) {
        return new JavaCalls(new StringBuilder(expression));
    }

    /**
     * Adds a call.
     *
     * @param method its name
     * @param arguments texts, numbers, durations, other chains, or {@link Code}
     */
    public JavaCalls then(String method, Object... arguments) {
        text.append('\n').append(INDENT).append('.').append(method);
        arguments(arguments);
        return this;
    }

    /**
     * Code that is printed as it is.
     *
     * @param text the code
     */
    public record Code(String text) {}

    @Override
    public String toString() {
        return text.toString();
    }

    private void arguments(Object... arguments) {
        text.append('(');
        String separator = "";
        for (Object argument : arguments) {
            text.append(separator).append(literal(argument).replace("\n", "\n" + INDENT));
            separator = ", ";
        }
        text.append(')');
    }

    private static String literal(Object value) {
        if (value instanceof String string) {
            return quoted(string);
        }
        if (value instanceof Code code) {
            return code.text();
        }
        return value instanceof Duration duration ? duration(duration) : String.valueOf(value);
    }

    private static String duration(Duration value) {
        return value.toMillisPart() == 0
                ? "Duration.ofSeconds(" + value.toSeconds() + ")"
                : "Duration.ofMillis(" + value.toMillis() + ")";
    }

    /** Returns a literal of ASCII characters alone: the source may be compiled in any encoding. */
    static String quoted(String value) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ') {
                literal.append(String.format(Locale.ROOT, "\\%03o", (int) c));
            } else if (c > '~') {
                literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }
}
