package io.clp.config.internal.script;

import io.clp.script.BatchScript;
import io.clp.script.ScriptException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A place in the line that is read, and what can be read from there. Not thread-safe. */
final class Characters {
    /** What separates the words of a command. */
    static final String DELIMITERS = " \t,;=\u000b\f\u00a0";

    private static final int MAX_LOGICAL = 32 * BatchScript.MAX_LINE;

    private final LineSource source;
    private String line = "";
    private int at;
    private int read;
    /** Parentheses that are open here. */
    private int open;

    Characters(LineSource source) {
        this.source = source;
    }

    /** Goes to the next line; false where there is none. */
    boolean advance() {
        @Nullable String next = source.next();
        if (next == null) {
            return false;
        }
        line = next;
        at = 0;
        read += next.length();
        if (read > MAX_LOGICAL) {
            throw new ScriptException(
                    source.file(), source.line(), "a block of more than " + MAX_LOGICAL + " characters");
        }
        return true;
    }

    int line() {
        return source.line();
    }

    String file() {
        return source.file();
    }

    boolean end() {
        return at >= line.length();
    }

    /** The character here, 0 at the end of the line. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < line.length() ? line.charAt(at + ahead) : '\0';
    }

    char take() {
        return line.charAt(at++);
    }

    void skip(int count) {
        at = Math.min(line.length(), at + count);
    }

    void skipLine() {
        at = line.length();
    }

    void opened() {
        open++;
    }

    void closed() {
        open--;
    }

    boolean isOpen() {
        return open > 0;
    }

    boolean startsWith(String text) {
        return line.startsWith(text, at);
    }

    void skipDelimiters() {
        while (!end() && isDelimiter(peek())) {
            at++;
        }
    }

    /** The keyword that begins here, upper case; empty where none does. */
    String word() {
        int to = at;
        while (to < line.length() && Character.isLetter(line.charAt(to))) {
            to++;
        }
        boolean whole = to == line.length() || isDelimiter(line.charAt(to)) || "&|<>()/".indexOf(line.charAt(to)) >= 0;
        return whole ? line.substring(at, to).toUpperCase(Locale.ROOT) : "";
    }

    /** Reads a word after delimiters, quotes kept; empty where a special character or the end comes first. */
    String token() {
        skipDelimiters();
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        while (!end()) {
            char c = peek();
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == '^') {
                take();
                escaped(out);
                continue;
            } else if (!quoted && (isDelimiter(c) || endsCommand(c) || c == '<' || c == '>')) {
                break;
            }
            out.append(take());
        }
        return out.toString();
    }

    /** Reads what follows a caret; at the end of a line that is the next line. */
    void escaped(StringBuilder out) {
        if (end() && !advance()) {
            return;
        }
        if (!end()) {
            out.append(take());
        }
    }

    boolean endsCommand(char c) {
        return c == '&' || c == '|' || (c == ')' && open > 0);
    }

    String rest() {
        return line.substring(Math.min(at, line.length()));
    }

    static boolean isDelimiter(char c) {
        return DELIMITERS.indexOf(c) >= 0;
    }
}
