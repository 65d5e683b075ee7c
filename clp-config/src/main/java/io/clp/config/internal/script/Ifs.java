package io.clp.config.internal.script;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads IF and ELSE. */
final class Ifs {
    private static final Set<String> KEYWORDS = Set.of("ERRORLEVEL", "EXIST", "DEFINED", "CMDEXTVERSION");
    private static final Set<String> COMPARISONS = Set.of("EQU", "NEQ", "LSS", "LEQ", "GTR", "GEQ");

    private Ifs() {}

    static Node read(Characters in, Parser parser) {
        int line = in.line();
        in.skip("IF".length());
        Condition condition = condition(in);
        in.skipDelimiters();
        if (in.end() || in.peek() == '&' || in.peek() == '|') {
            throw new SyntaxFault("The syntax of the command is incorrect.");
        }
        Node then = parser.sequence();
        in.skipDelimiters();
        @Nullable Node otherwise = null;
        if (in.word().equals("ELSE")) {
            in.skip("ELSE".length());
            in.skipDelimiters();
            if (in.end()) {
                throw new SyntaxFault("The syntax of the command is incorrect.");
            }
            otherwise = parser.sequence();
        }
        return new Node.If(line, condition, then, otherwise);
    }

    private static Condition condition(Characters in) {
        boolean negated = false;
        boolean ignoresCase = false;
        String first = operand(in);
        while (first.equalsIgnoreCase("/I") || first.equalsIgnoreCase("NOT")) {
            negated ^= first.equalsIgnoreCase("NOT");
            ignoresCase |= first.equalsIgnoreCase("/I");
            first = operand(in);
        }
        String keyword = first.toUpperCase(Locale.ROOT);
        if (KEYWORDS.contains(keyword)) {
            return new Condition(negated, ignoresCase, keyword, "", operand(in));
        }
        while (in.peek() == ' ' || in.peek() == '\t') {
            in.take();
        }
        if (in.startsWith("==")) {
            in.skip(2);
            return new Condition(negated, ignoresCase, "==", first, operand(in));
        }
        String written = operand(in);
        String comparison = written.toUpperCase(Locale.ROOT);
        if (!COMPARISONS.contains(comparison)) {
            throw SyntaxFault.unexpected(written);
        }
        return new Condition(negated, ignoresCase, comparison, first, operand(in));
    }

    private static String operand(Characters in) {
        in.skipDelimiters();
        String token = in.token();
        if (token.isEmpty()) {
            throw in.end()
                    ? new SyntaxFault("The syntax of the command is incorrect.")
                    : SyntaxFault.unexpected(in.rest());
        }
        return token;
    }
}
