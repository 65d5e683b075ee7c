package io.clp.config.internal.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The expressions of SET /A: 32 bits, that wrap around. For one expression. */
final class Arithmetic {
    private static final int MISSING_OPERAND = 1_073_750_988;
    private static final int UNBALANCED = 1_073_750_989;
    private static final int NOT_A_NUMBER = 1_073_750_991;
    private static final int BY_ZERO = 1_073_750_993;
    private static final int MOST_NESTING = 50;
    /** From the loosest to the tightest. */
    private static final List<List<String>> BINARY = List.of(
            List.of("|"), List.of("^"), List.of("&"), List.of("<<", ">>"), List.of("+", "-"), List.of("*", "/", "%"));

    private final String text;
    private final Variables variables;
    private int at;
    private int nesting;

    /** What is wrong with an expression, and the ERRORLEVEL that says so. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int code;

        Fault(String message, int code) {
            super(message, null, false, false);
            this.code = code;
        }

        int code() {
            return code;
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    Arithmetic(String text, Variables variables) {
        this.text = text;
        this.variables = variables;
    }

    /** Evaluates, and sets what is assigned; returns the last value. */
    int run() {
        int value = assignment();
        while (accept(",")) {
            value = assignment();
        }
        blanks();
        if (at < text.length()) {
            throw text.charAt(at) == ')' ? unbalanced() : missing();
        }
        return value;
    }

    private int assignment() {
        nest();
        int start = at;
        String name = name();
        String operator = name.isEmpty() ? null : assigning();
        int value;
        if (operator == null) {
            at = start;
            value = binary(0);
        } else {
            int right = assignment();
            value = operator.isEmpty() ? right : apply(operator, valueOf(name), right);
            variables.set(name, Integer.toString(value));
        }
        nesting--;
        return value;
    }

    /** The operator before an equal sign, "" for none; null where nothing is assigned. */
    private @Nullable String assigning() {
        blanks();
        for (List<String> level : BINARY) {
            for (String each : level) {
                if (text.startsWith(each + "=", at)) {
                    at += each.length() + 1;
                    return each;
                }
            }
        }
        return accept("=") ? "" : null;
    }

    private int binary(int level) {
        if (level == BINARY.size()) {
            return unary();
        }
        int value = binary(level + 1);
        while (true) {
            String operator = null;
            for (String each : BINARY.get(level)) {
                operator = operator == null && accept(each) ? each : operator;
            }
            if (operator == null) {
                return value;
            }
            value = apply(operator, value, binary(level + 1));
        }
    }

    private int unary() {
        StringBuilder signs = new StringBuilder();
        blanks();
        while (at < text.length() && "-+~!".indexOf(text.charAt(at)) >= 0) {
            signs.append(text.charAt(at++));
            blanks();
        }
        int value = primary();
        for (int i = signs.length() - 1; i >= 0; i--) {
            value = switch (signs.charAt(i)) {
                case '-' -> -value;
                case '~' -> ~value;
                case '!' -> value == 0 ? 1 : 0;
                default -> value;
            };
        }
        return value;
    }

    private int primary() {
        if (accept("(")) {
            nest();
            int value = assignment();
            if (!accept(")")) {
                throw unbalanced();
            }
            nesting--;
            return value;
        }
        blanks();
        if (at < text.length() && Character.isDigit(text.charAt(at))) {
            int from = at;
            while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            return Numbers.whole(text.substring(from, at))
                    .orElseThrow(() -> new Fault(
                            "Invalid number. Numeric constants are either decimal (17), hexadecimal (0x11), or octal (021).",
                            NOT_A_NUMBER));
        }
        String name = name();
        if (name.isEmpty()) {
            throw missing();
        }
        return valueOf(name);
    }

    private String name() {
        blanks();
        int from = at;
        while (at < text.length() && isOfName(text.charAt(at), at == from)) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean isOfName(char c, boolean first) {
        return Character.isLetter(c) || "_#$@?".indexOf(c) >= 0 || (!first && (Character.isDigit(c) || c == '.'));
    }

    private int valueOf(String name) {
        String value = variables.get(name);
        return value == null ? 0 : Numbers.whole(value.strip()).orElse(Numbers.leading(value.strip()));
    }

    private static int apply(String operator, int left, int right) {
        return switch (operator) {
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> right == -1 ? -left : left / nonZero(right);
            case "%" -> right == -1 ? 0 : left % nonZero(right);
            case "<<" -> left << right;
            case ">>" -> left >> right;
            case "&" -> left & right;
            case "^" -> left ^ right;
            default -> left | right;
        };
    }

    private static int nonZero(int value) {
        if (value == 0) {
            throw new Fault("Divide by zero error.", BY_ZERO);
        }
        return value;
    }

    private void nest() {
        if (++nesting > MOST_NESTING) {
            throw unbalanced();
        }
    }

    private static Fault missing() {
        return new Fault("Missing operand.", MISSING_OPERAND);
    }

    private static Fault unbalanced() {
        return new Fault("Unbalanced parenthesis.", UNBALANCED);
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean accept(String sign) {
        blanks();
        boolean found = text.startsWith(sign, at);
        at += found ? sign.length() : 0;
        return found;
    }
}
