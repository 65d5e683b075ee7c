package io.clp.config.internal.script;

import io.clp.script.OpaqueLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lists what is not understood in a script. */
final class Opaques {
    private Opaques() {}

    static List<OpaqueLine> of(Model model) {
        List<OpaqueLine> found = new ArrayList<>();
        for (Model.Part part : model.parts()) {
            Tree.walk(part.node(), node -> {
                String why = why(node);
                if (!why.isEmpty()) {
                    found.add(new OpaqueLine(
                            model.file(), node.line(), model.lines().get(node.line() - 1), why));
                }
            });
        }
        return List.copyOf(found);
    }

    /** Why a command is not interpreted; empty where it is. */
    static String why(Node node) {
        if (node instanceof Node.Unread unread) {
            return unread.why();
        }
        if (node instanceof Node.For loop) {
            return loop(loop);
        }
        if (node instanceof Node.Simple simple && Words.builtin(simple.text()).equals("set")) {
            String arguments = Words.afterBuiltin(simple.text()).strip().toUpperCase(Locale.ROOT);
            return arguments.startsWith("/P") ? "SET /P asks a person" : "";
        }
        return "";
    }

    private static String loop(Node.For loop) {
        if (!loop.options().isEmpty() && !loop.options().equals("/L")) {
            return "FOR " + loop.options() + " is not interpreted";
        }
        boolean wild = loop.options().isEmpty()
                && (loop.set().indexOf('*') >= 0 || loop.set().indexOf('?') >= 0);
        return wild ? "FOR over wildcards is not interpreted" : "";
    }
}
