package io.clp.config.internal.lint;

import io.clp.config.internal.script.Labels;
import io.clp.config.internal.script.Node;
import io.clp.config.internal.script.Tree;
import io.clp.config.internal.script.Words;
import io.clp.script.ScriptProblem;
import io.clp.script.ScriptRule;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with lines by themselves: labels, what cannot be read, loops. */
final class Lines {
    private static final Pattern CALL = Pattern.compile("\\bcall\\s+:", Pattern.CASE_INSENSITIVE);

    private Lines() {}

    static void judge(Subject subject, Findings findings) {
        written(subject, findings);
        ran(subject, findings);
        unreached(subject, findings);
    }

    /** Jumps that are there to be read, whether or not a run comes to them. */
    private static void written(Subject subject, Findings findings) {
        subject.model()
                .parts()
                .forEach(part -> Tree.walk(part.node(), node -> {
                    if (node instanceof Node.Unread unread) {
                        findings.read(unreadable(subject, unread.line(), unread.why()));
                    }
                    if (node instanceof Node.Simple simple) {
                        missing(subject, simple, findings);
                        lostElse(subject, simple, findings);
                    }
                }));
    }

    private static void missing(Subject subject, Node.Simple simple, Findings findings) {
        String name = Words.builtin(simple.text());
        String rest = name.isEmpty() ? "" : Words.afterBuiltin(simple.text()).strip();
        boolean jumps = name.equals("goto") || (name.equals("call") && rest.startsWith(":"));
        String target = Labels.target(rest);
        boolean known = target.indexOf('%') < 0 && target.indexOf('!') < 0;
        boolean end = target.equals("eof") && rest.startsWith(":");
        if (jumps && known && !end && subject.model().labels().find(target, 0).isEmpty()) {
            String argument = name.equals("call") ? Words.forProgram(rest).get(0) : rest;
            findings.read(missingLabel(subject, simple.line(), Labels.missing(argument)));
        }
    }

    private static void lostElse(Subject subject, Node.Simple simple, Findings findings) {
        if (Words.path(simple.text()).equalsIgnoreCase("else")) {
            findings.read(new Findings.Key(
                    subject.file(),
                    simple.line(),
                    ScriptRule.UNREADABLE_LINE,
                    "ELSE on a line of its own is no part of the IF: it is no command, and what stands below always runs",
                    ") ELSE ( on one line"));
        }
    }

    private static void ran(Subject subject, Findings findings) {
        for (Trial trial : subject.trials()) {
            for (ScriptProblem each : trial.run().problems()) {
                switch (each.kind()) {
                    case MISSING_LABEL ->
                        findings.seen(missingLabel(subject, each.line(), each.message()), trial.situation());
                    case SYNTAX -> findings.seen(unreadable(subject, each.line(), each.message()), trial.situation());
                    case STEP_LIMIT, CALL_LIMIT ->
                        findings.seen(endless(subject, labelAbove(subject, each.line())), trial.situation());
                    case OPAQUE, COMMAND_FAILED, SIZE_LIMIT -> {}
                }
            }
        }
    }

    private static Findings.Key missingLabel(Subject subject, int line, String message) {
        int dash = message.indexOf(" - ");
        String label = dash < 0 ? "" : Labels.target(message.substring(dash + " - ".length()));
        boolean call = CALL.matcher(subject.model().lines().get(line - 1)).find();
        String then = call
                ? ": the call does nothing, and ERRORLEVEL is 1"
                : ": the script ends there with ERRORLEVEL 1, and what was to be done at the label is not done";
        return new Findings.Key(
                subject.file(),
                line,
                ScriptRule.MISSING_LABEL,
                message + then,
                label.isEmpty()
                        ? "GOTO with the name of a label"
                        : "write the label :" + label
                                + " and below it what is to be done, or name a label that exists");
    }

    private static Findings.Key unreadable(Subject subject, int line, String message) {
        return new Findings.Key(
                subject.file(),
                line,
                ScriptRule.UNREADABLE_LINE,
                message + ": the script ends there, with exit code 255",
                "quote variables on both sides of ==, close what is opened, and check the line");
    }

    /** A run that loops ends anywhere in its loop, which begins at a label, as a rule. */
    private static int labelAbove(Subject subject, int line) {
        int at = line;
        while (at > 0 && Labels.at(subject.model().lines().get(at - 1)).isEmpty()) {
            at--;
        }
        return at > 0 ? at : line;
    }

    private static Findings.Key endless(Subject subject, int line) {
        return new Findings.Key(
                subject.file(),
                line,
                ScriptRule.ENDLESS,
                "the script loops here, or calls itself, and does not end: the cluster waits until its time is over",
                "count the turns of the loop, and leave it after so many");
    }

    private static void unreached(Subject subject, Findings findings) {
        BitSet reached = Flow.of(subject.model());
        subject.trials().forEach(it -> reached.or(it.visited()));
        Set<String> told = new HashSet<>();
        List<String> lines = subject.model().lines();
        for (int line = 1; line <= lines.size(); line++) {
            String label = Labels.at(lines.get(line - 1));
            if (!label.isEmpty() && !reached.get(line) && !insideReached(subject, reached, line) && told.add(label)) {
                findings.read(new Findings.Key(
                        subject.file(),
                        line,
                        ScriptRule.UNREACHED_LABEL,
                        "no line jumps to :" + label
                                + " and none above runs into it, so that what stands below never runs",
                        "jump to it where it is meant to run, or delete it"));
            }
        }
    }

    /** A label in a block or behind a caret is a part of a command that is reached. */
    private static boolean insideReached(Subject subject, BitSet reached, int line) {
        return subject.model().parts().stream()
                .anyMatch(it -> it.first() < line && line <= it.last() && reached.get(it.first()));
    }
}
