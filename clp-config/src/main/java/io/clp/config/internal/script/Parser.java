package io.clp.config.internal.script;

import io.clp.config.internal.script.Node.Operator;
import io.clp.script.BatchScript;
import io.clp.script.ScriptException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one command, as many lines as it has. The lines come with their percent signs replaced, so that it is the same parser that reads
 * a script when it is loaded (where they stand for themselves) and when it runs. Not thread-safe.
 */
final class Parser {
    private static final String OPERATORS = "&|";

    private final Characters in;
    private int nesting;

    private Parser(LineSource source) {
        this.in = new Characters(source);
    }

    /**
     * Reads the next command.
     *
     * @throws SyntaxFault the command interpreter could not read it either
     * @throws ScriptException it is nested too deeply, or too long
     */
    static Node next(LineSource source) {
        Parser parser = new Parser(source);
        if (!parser.in.advance()) {
            return new Node.Nothing(source.line(), false);
        }
        Node node = parser.sequence();
        parser.in.skipDelimiters();
        if (!parser.in.end()) {
            throw SyntaxFault.unexpected(parser.in.rest());
        }
        return node;
    }

    /** Commands with operators between them. */
    Node sequence() {
        if (++nesting > BatchScript.MAX_NESTING) {
            throw new ScriptException(
                    in.file(), in.line(), "nested more than " + BatchScript.MAX_NESTING + " levels deep");
        }
        Node node = chain(Operator.THEN);
        nesting--;
        return node;
    }

    private Node chain(Operator operator) {
        int line = in.line();
        List<Node> nodes = new ArrayList<>();
        nodes.add(operand(operator));
        while (isNext(operator)) {
            in.skip(operator == Operator.OR || operator == Operator.AND ? 2 : 1);
            in.skipDelimiters();
            boolean open = in.end() || (in.isOpen() && in.peek() == ')');
            if (operator == Operator.THEN && open) {
                break;
            }
            if (open) {
                throw new SyntaxFault("The syntax of the command is incorrect.");
            }
            nodes.add(operand(operator));
        }
        return nodes.size() == 1 ? nodes.get(0) : new Node.Chain(line, operator, List.copyOf(nodes));
    }

    private Node operand(Operator operator) {
        return operator == Operator.PIPE ? command() : chain(operator.tighter());
    }

    private boolean isNext(Operator operator) {
        in.skipDelimiters();
        char sign = operator == Operator.THEN || operator == Operator.AND ? '&' : '|';
        boolean twice = operator == Operator.OR || operator == Operator.AND;
        return in.peek() == sign && (in.peek(1) == sign) == twice;
    }

    private Node command() {
        List<Redirect> redirects = new ArrayList<>();
        while (true) {
            while (!in.end() && (Characters.isDelimiter(in.peek()) || in.peek() == '@')) {
                in.take();
            }
            if (!Redirects.begins(in)) {
                break;
            }
            redirects.add(Redirects.read(in));
        }
        return command(in.line(), redirects);
    }

    private Node command(int line, List<Redirect> redirects) {
        return switch (in.peek()) {
            case '\0' -> nothing(line, redirects);
            case '(' -> block(redirects);
            case ':' -> {
                in.skipLine();
                yield new Node.Nothing(line, true);
            }
            case ')' -> {
                if (in.isOpen()) {
                    throw SyntaxFault.unexpected(")");
                }
                in.skipLine();
                yield new Node.Nothing(line, false);
            }
            case '&', '|' ->
                throw SyntaxFault.unexpected(
                        in.peek() == in.peek(1)
                                ? in.rest().substring(0, 2)
                                : in.rest().substring(0, 1));
            default -> keywordOrSimple(line, redirects);
        };
    }

    private Node nothing(int line, List<Redirect> redirects) {
        if (!in.end()) {
            in.take(); // a NUL in the text
            return keywordOrSimple(line, redirects);
        }
        return new Node.Nothing(line, false);
    }

    private Node keywordOrSimple(int line, List<Redirect> redirects) {
        return switch (in.word()) {
            case "IF" -> Ifs.read(in, this);
            case "FOR" -> Fors.read(in, this);
            case "REM" -> remark(line);
            default -> simple(line, redirects);
        };
    }

    /** The first word after REM is read as a word, so that an operator right behind it counts; the rest is not looked at. */
    private Node remark(int line) {
        in.skip("REM".length());
        in.skipDelimiters();
        if (OPERATORS.indexOf(in.peek()) < 0) {
            in.skipLine();
        }
        return new Node.Nothing(line, false);
    }

    private Node simple(int line, List<Redirect> redirects) {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        while (!in.end()) {
            char c = in.peek();
            if (!quoted && c == '^') {
                in.take();
                in.escaped(out);
            } else if (!quoted && in.endsCommand(c)) {
                break;
            } else if (!quoted && (c == '<' || c == '>')) {
                int handle = Redirects.handleAtEnd(out);
                redirects.add(Redirects.read(in, handle));
            } else {
                quoted ^= c == '"';
                out.append(in.take());
            }
        }
        return new Node.Simple(line, out.toString(), List.copyOf(redirects));
    }

    private Node block(List<Redirect> redirects) {
        int line = in.line();
        in.take();
        in.opened();
        List<Node> nodes = new ArrayList<>();
        while (true) {
            in.skipDelimiters();
            if (in.end()) {
                if (!in.advance()) {
                    throw new SyntaxFault("( of line " + line + " is not closed");
                }
            } else if (in.peek() == ')') {
                closeBlock(nodes);
                break;
            } else {
                nodes.add(sequence());
                in.skipDelimiters();
                if (!in.end() && in.peek() != ')') {
                    throw SyntaxFault.unexpected(in.rest());
                }
            }
        }
        in.skipDelimiters();
        while (Redirects.begins(in)) {
            redirects.add(Redirects.read(in));
            in.skipDelimiters();
        }
        return new Node.Block(line, List.copyOf(nodes), List.copyOf(redirects));
    }

    /** Neither an empty block nor a label as its last line can be read, and a comment of two colons is a label. */
    private void closeBlock(List<Node> nodes) {
        boolean label = !nodes.isEmpty() && nodes.get(nodes.size() - 1) instanceof Node.Nothing last && last.label();
        if (nodes.isEmpty() || label) {
            throw SyntaxFault.unexpected(")");
        }
        in.take();
        in.closed();
    }
}
