package io.clp.config.internal.read;

import io.clp.config.internal.script.Condition;
import io.clp.config.internal.script.Machine;
import io.clp.config.internal.script.Model;
import io.clp.config.internal.script.Node;
import io.clp.config.internal.script.Tree;
import io.clp.config.internal.script.Words;
import io.clp.resource.ResourceRecognizer.Run;
import io.clp.resource.ResourceRecognizer.Script;
import io.clp.script.ScriptCase;
import io.clp.script.ScriptHost;
import io.clp.script.ScriptProblem;
import io.clp.script.ScriptProblem.Kind;
import io.clp.script.ScriptRun;
import io.clp.script.ScriptRun.Ran;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a script runs in every situation, and what may change that. For one script. */
final class Survey {
    private static final int STEPS = 5_000;
    private static final ScriptHost EVERYTHING_SUCCEEDS = command -> 0;
    /** What a script may ask for: the situation, and how its commands ended, which shows in what never ran. */
    private static final Pattern KNOWN = Pattern.compile("(?i)%(CLP_EVENT|CLP_DISK|CLP_SERVER|ERRORLEVEL)%");

    private static final Pattern A_VARIABLE = Pattern.compile("[%!]");

    private final Model model;
    private final List<Run> runs = new ArrayList<>();
    private final Map<Integer, Set<String>> ran = new LinkedHashMap<>();
    private final Map<Integer, List<String>> written = new LinkedHashMap<>();
    private final Set<String> doubts = new LinkedHashSet<>();

    private Survey(Model model) {
        this.model = model;
    }

    static Script of(Model model) {
        Survey survey = new Survey(model);
        model.opaque().forEach(it -> survey.doubt(it.line(), it.why()));
        ScriptCase.all().forEach(survey::run);
        model.parts().forEach(part -> Tree.walk(part.node(), survey::look));
        return new Script(survey.runs, survey.otherwise(), List.copyOf(survey.doubts));
    }

    private void run(ScriptCase situation) {
        ScriptRun run;
        try {
            run = new Machine(EVERYTHING_SUCCEEDS, situation.environment(), STEPS).run(model, List.of());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nothing here waits", e);
        }
        List<List<String>> commands = new ArrayList<>();
        for (Ran each : run.commands()) {
            commands.add(words(each.program(), each.arguments()));
            ran.computeIfAbsent(each.line(), it -> new LinkedHashSet<>()).add(each.text());
        }
        run.problems().stream().filter(Survey::isDoubtful).forEach(it -> doubt(it.line(), it.message()));
        runs.add(new Run(situation.event(), situation.disk(), situation.server(), commands));
    }

    /** A jump to nowhere ends a script, and a command that failed says so; the rest is not what happens on a node. */
    private static boolean isDoubtful(ScriptProblem problem) {
        return problem.kind() != Kind.MISSING_LABEL && problem.kind() != Kind.COMMAND_FAILED;
    }

    private void look(Node node) {
        if (node instanceof Node.If choice) {
            condition(choice.line(), choice.condition());
        } else if (node instanceof Node.Simple simple) {
            command(simple.line(), simple.text());
        }
    }

    private void condition(int line, Condition condition) {
        boolean asksTheNode = Set.of("EXIST", "DEFINED").contains(condition.kind());
        if (asksTheNode || asksMore(condition.left()) || asksMore(condition.right())) {
            doubt(line, "asks for more than the situation");
        }
    }

    private static boolean asksMore(String text) {
        return A_VARIABLE.matcher(KNOWN.matcher(text).replaceAll("")).find();
    }

    private void command(int line, String text) {
        String name = Words.builtin(text);
        if (name.isEmpty()) {
            written.computeIfAbsent(line, it -> new ArrayList<>()).add(text.strip());
            return;
        }
        String rest = Words.afterBuiltin(text).strip();
        if (name.equals("call") && !rest.startsWith(":")) {
            command(line, rest);
        } else if ((name.equals("call") || name.equals("goto")) && asksMore(rest)) {
            doubt(line, "where it goes on is not written");
        }
    }

    /** A command that alone stands on its line has run where something ran there; of several, those whose very words did. */
    private List<List<String>> otherwise() {
        List<List<String>> never = new ArrayList<>();
        written.forEach((line, texts) -> {
            Set<String> done = ran.getOrDefault(line, Set.of());
            for (String text : texts) {
                if (!text.isEmpty() && !done.contains(text) && (texts.size() > 1 || done.isEmpty())) {
                    never.add(words(Words.program(text), Words.forProgram(Words.afterProgram(text))));
                }
            }
        });
        return never;
    }

    private void doubt(int line, String why) {
        doubts.add("line " + line + ": " + why);
    }

    private static List<String> words(String program, List<String> arguments) {
        List<String> words = new ArrayList<>(arguments.size() + 1);
        words.add(program);
        words.addAll(arguments);
        return words;
    }
}
