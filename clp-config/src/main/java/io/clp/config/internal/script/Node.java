package io.clp.config.internal.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a script that was read: a command, or what holds commands. Lines count from 1. */
public sealed interface Node {
    /** {@return where it begins} */
    int line();

    /** A command as it is written, without carets and redirection. */
    record Simple(int line, String text, List<Redirect> redirects) implements Node {}

    /** Commands in parentheses. */
    record Block(int line, List<Node> nodes, List<Redirect> redirects) implements Node {}

    /** Commands joined by an operator; at least two. */
    record Chain(int line, Operator operator, List<Node> nodes) implements Node {}

    /** A condition and what it guards. */
    record If(
            int line,
            Condition condition,
            Node then,
            @Nullable Node otherwise) implements Node {}

    /** A loop; {@code options} is "", "/L", or one that is not interpreted. */
    record For(int line, String options, char variable, String set, Node body) implements Node {}

    /** A label, a comment, or nothing. */
    record Nothing(int line, boolean label) implements Node {}

    /** What could not be read. */
    record Unread(int line, String why) implements Node {}

    /** How commands are joined, loosest first. */
    enum Operator {
        /** {@code &}. */
        THEN,
        /** {@code ||}. */
        OR,
        /** {@code &&}. */
        AND,
        /** {@code |}. */
        PIPE;

        /** {@return the one that binds next more tightly; a pipe is the tightest} */
        Operator tighter() {
            return this == THEN ? OR : this == OR ? AND : PIPE;
        }
    }
}
