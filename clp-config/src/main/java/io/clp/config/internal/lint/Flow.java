package io.clp.config.internal.lint;

import io.clp.config.internal.script.Labels;
import io.clp.config.internal.script.Model;
import io.clp.config.internal.script.Node;
import io.clp.config.internal.script.Tree;
import io.clp.config.internal.script.Words;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Where a script can come to when every condition may hold or not. */
final class Flow {
    private static final Pattern A_VARIABLE = Pattern.compile("%[^%]*%|![^!]*!");

    private final Model model;
    private final BitSet reached = new BitSet();
    private final Deque<Integer> open = new ArrayDeque<>();
    private boolean anywhere;

    private Flow(Model model) {
        this.model = model;
    }

    /** The lines where commands begin that can be reached; every line where that cannot be told. */
    static BitSet of(Model model) {
        Flow flow = new Flow(model);
        flow.go();
        if (flow.anywhere) {
            flow.reached.set(1, model.lines().size() + 1);
        }
        return flow.reached;
    }

    private void go() {
        List<Model.Part> parts = model.parts();
        open.add(0);
        while (!open.isEmpty() && !anywhere) {
            int at = open.remove();
            while (at < parts.size() && !reached.get(parts.get(at).first())) {
                Model.Part part = parts.get(at);
                reached.set(part.first());
                Tree.walk(part.node(), this::jumps);
                if (leaves(part.node())) {
                    break;
                }
                at++;
            }
        }
    }

    private void jumps(Node node) {
        if (node instanceof Node.Unread) {
            anywhere = true;
        }
        if (!(node instanceof Node.Simple simple)) {
            return;
        }
        String name = Words.builtin(simple.text());
        String rest = name.isEmpty() ? "" : Words.afterBuiltin(simple.text()).strip();
        anywhere |= A_VARIABLE.matcher(Words.path(simple.text())).matches(); // which may hold a jump
        if (name.equals("goto") || (name.equals("call") && rest.startsWith(":"))) {
            String target = Labels.target(rest);
            anywhere |= target.indexOf('%') >= 0 || target.indexOf('!') >= 0;
            model.labels().find(target, simple.line()).ifPresent(line -> {
                reached.set(line);
                open.add(partAt(line));
            });
        }
    }

    /** The part that a line belongs to; a jump into a block goes on behind it, too. */
    private int partAt(int line) {
        List<Model.Part> parts = model.parts();
        int at = 0;
        while (at < parts.size() && parts.get(at).last() < line) {
            at++;
        }
        boolean inside = at < parts.size() && parts.get(at).first() < line;
        if (inside) {
            open.add(at + 1);
        }
        return at;
    }

    /** Whether the next line is never reached from here, whatever holds. */
    private static boolean leaves(Node node) {
        if (node instanceof Node.Simple simple) {
            String name = Words.builtin(simple.text());
            return name.equals("goto") || name.equals("exit");
        }
        if (node instanceof Node.Block block) {
            return block.nodes().stream().anyMatch(Flow::leaves);
        }
        if (node instanceof Node.Chain chain) {
            boolean all = chain.operator() == Node.Operator.THEN;
            return chain.operator() != Node.Operator.PIPE
                    && (all
                            ? chain.nodes().stream().anyMatch(Flow::leaves)
                            : leaves(chain.nodes().get(0)));
        }
        return node instanceof Node.If choice
                && choice.otherwise() != null
                && leaves(choice.then())
                && leaves(choice.otherwise());
    }
}
