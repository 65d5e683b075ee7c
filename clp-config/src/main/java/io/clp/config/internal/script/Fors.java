package io.clp.config.internal.script;

import java.util.Locale;

/** Reads FOR; those with options other than /L are read for what they hold, not to be run. */
final class Fors {
    private Fors() {}

    static Node read(Characters in, Parser parser) {
        int line = in.line();
        in.skip("FOR".length());
        StringBuilder options = new StringBuilder();
        String token = in.token();
        while (!token.isEmpty() && token.charAt(0) != '%') {
            options.append(options.length() == 0 ? "" : " ").append(token);
            token = in.token();
        }
        if (token.length() != 2) {
            throw SyntaxFault.unexpected(token.isEmpty() ? "FOR" : token);
        }
        expect(in, "IN");
        String set = set(in, line);
        expect(in, "DO");
        in.skipDelimiters();
        if (in.end()) {
            throw new SyntaxFault("The syntax of the command is incorrect.");
        }
        return new Node.For(line, options.toString().toUpperCase(Locale.ROOT), token.charAt(1), set, parser.sequence());
    }

    private static void expect(Characters in, String word) {
        in.skipDelimiters();
        if (!in.word().equals(word)) {
            throw SyntaxFault.unexpected(in.end() ? word : in.rest());
        }
        in.skip(word.length());
    }

    private static String set(Characters in, int line) {
        in.skipDelimiters();
        if (in.peek() != '(') {
            throw SyntaxFault.unexpected(in.rest());
        }
        in.take();
        StringBuilder set = new StringBuilder();
        boolean quoted = false;
        while (quoted || in.peek() != ')') {
            if (in.end()) {
                quoted = false;
                set.append(' ');
                if (!in.advance()) {
                    throw new SyntaxFault("( of line " + line + " is not closed");
                }
            } else {
                quoted ^= in.peek() == '"';
                set.append(in.take());
            }
        }
        in.take();
        return set.toString();
    }
}
