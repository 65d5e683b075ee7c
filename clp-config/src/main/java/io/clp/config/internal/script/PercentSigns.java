package io.clp.config.internal.script;

import io.clp.script.BatchScript;
import io.clp.script.ScriptException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Replaces what stands between percent signs, as it is done line by line before a line is looked at. */
final class PercentSigns {
    private static final Pattern NOT_A_NAME = Pattern.compile("[^\\p{L}\\p{N}_.$#@\\-]");

    private final String line;
    private final Values values;
    private final StringBuilder out = new StringBuilder();

    /** What there is to put in. */
    interface Values {
        /** The argument of a number, with the letters between the tilde and it. */
        String argument(@Nullable String modifiers, int number);

        /** All arguments as they were written. */
        String arguments();

        /** A variable, null where it is not set. */
        @Nullable
        String variable(String name);

        /** A part of a variable, null where the part is written wrongly. */
        default @Nullable String part(String value, String part) {
            return Parts.of(value, part);
        }
    }

    private PercentSigns(String line, Values values) {
        this.line = line;
        this.values = values;
    }

    /**
     * Replaces.
     *
     * @throws SyntaxFault a tilde is followed by something else than letters and a number
     */
    static String replace(String line, Values values, String file, int number) {
        if (line.indexOf('%') < 0) {
            return line;
        }
        PercentSigns signs = new PercentSigns(line, values);
        for (int at = 0; at < line.length(); ) {
            if (line.charAt(at) == '%') {
                at = signs.expression(at);
            } else {
                signs.out.append(line.charAt(at++));
            }
            if (signs.out.length() > BatchScript.MAX_LINE) {
                throw new ScriptException(file, number, "the input line is too long");
            }
        }
        return signs.out.toString();
    }

    /** The line for a reader that knows no values: what would be replaced stays, without what could be taken for something else. */
    static String kept(String line) {
        if (line.indexOf('%') < 0) {
            return line;
        }
        PercentSigns signs = new PercentSigns(line, new Kept());
        for (int at = 0; at < line.length(); ) {
            if (line.charAt(at) == '%') {
                at = signs.expressionOrSign(at);
            } else {
                signs.out.append(line.charAt(at++));
            }
        }
        return signs.out.toString();
    }

    private int expressionOrSign(int at) {
        try {
            return expression(at);
        } catch (SyntaxFault e) {
            out.append('%');
            return at + 1;
        }
    }

    private int expression(int at) {
        char next = at + 1 < line.length() ? line.charAt(at + 1) : '\0';
        if (next == '%') {
            out.append('%');
            return at + 2;
        }
        if (next == '*') {
            out.append(values.arguments());
            return at + 2;
        }
        if (next >= '0' && next <= '9') {
            out.append(values.argument(null, next - '0'));
            return at + 2;
        }
        return next == '~' ? modified(at) : variable(at);
    }

    private int modified(int at) {
        int to = Parts.modifiersEnd(line, at + 2);
        if (to >= line.length() || !(line.charAt(to) >= '0' && line.charAt(to) <= '9')) {
            throw new SyntaxFault(
                    "The following usage of the path operator in batch-parameter substitution is invalid: "
                            + line.substring(at));
        }
        out.append(values.argument(line.substring(at + 2, to), line.charAt(to) - '0'));
        return to + 1;
    }

    private int variable(int at) {
        int to = at + 1;
        while (to < line.length() && line.charAt(to) != '%' && line.charAt(to) != ':') {
            to++;
        }
        if (line.startsWith(":%", to)) {
            to++;
        }
        if (to == line.length()) {
            return at + 1;
        }
        @Nullable String value = values.variable(line.substring(at + 1, to));
        if (line.charAt(to) == '%') {
            out.append(value == null ? "" : value);
            return to + 1;
        }
        if (value == null) {
            return to + 1;
        }
        int close = line.indexOf('%', to + 1);
        @Nullable String part = close < 0 ? null : values.part(value, line.substring(to + 1, close));
        if (part == null) {
            return at + 1;
        }
        out.append(part);
        return close + 1;
    }

    private static final class Kept implements Values {
        @Override
        public String argument(@Nullable String modifiers, int number) {
            return modifiers == null ? "%" + number : "%~" + modifiers + number;
        }

        @Override
        public String arguments() {
            return "%*";
        }

        @Override
        public String variable(String name) {
            return "%" + NOT_A_NAME.matcher(name).replaceAll("_") + "%";
        }

        @Override
        public String part(String value, String part) {
            return value;
        }
    }
}
