package io.clp.config.internal.script;

import java.util.function.Consumer;

/** Goes through a command and all that it holds. */
public final class Tree {
    private Tree() {}

    /**
     * Visits a command and what is in it, in the order of the text.
     *
     * @param node the command
     * @param visitor what is told of each
     */
    public static void walk(Node node, Consumer<Node> visitor) {
        visitor.accept(node);
        if (node instanceof Node.Block block) {
            block.nodes().forEach(it -> walk(it, visitor));
        } else if (node instanceof Node.Chain chain) {
            chain.nodes().forEach(it -> walk(it, visitor));
        } else if (node instanceof Node.If choice) {
            walk(choice.then(), visitor);
            if (choice.otherwise() != null) {
                walk(choice.otherwise(), visitor);
            }
        } else if (node instanceof Node.For loop) {
            walk(loop.body(), visitor);
        }
    }
}
