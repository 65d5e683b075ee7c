package io.clp.benchmarks.nodes;

import io.clp.benchmarks.demo.Strategy;
import io.clp.iis.Standby;
import io.clp.rehearse.passage.PassageText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves groups between two nodes in every scenario, while clients ask. Prints a table for each move and what its client saw.
 *
 * <p>Exit code 0 where every client lost nothing but the interruption and the machines held what they should; 1 otherwise, with what was
 * wrong.
 */
public final class NodesRun {
    private NodesRun() {}

    /**
     * Runs it.
     *
     * @param arguments the folder of the lab; how many moves for each scenario; further words choose scenarios by standby or strategy
     * @throws InterruptedException nobody interrupts it
     */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Lab lab = Lab.in(Path.of(arguments[0]));
        int moves = Integer.parseInt(arguments[1]);
        List<String> chosen = List.of(arguments).subList(2, arguments.length);
        List<String> problems = new ArrayList<>();
        List<String> summary = new ArrayList<>();
        for (Scenario scenario : scenarios(chosen)) {
            try (Moves run = new Moves(lab, scenario, out)) {
                run.run(moves).forEach(it -> problems.add(scenario + ": " + it));
                summary.add("  " + scenario + ": " + gaps(run.gaps()));
            }
        }
        out.println();
        out.println("clients were without an answer for:");
        summary.forEach(out::println);
        problems.forEach(it -> out.println("WRONG: " + it));
        out.println(
                problems.isEmpty()
                        ? "the clients lost nothing but the interruption, and the machines held what they should"
                        : problems.size() + " things were wrong");
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    /** Returns the scenarios that the words choose: all where there are none. */
    static List<Scenario> scenarios(List<String> chosen) {
        List<Scenario> scenarios = new ArrayList<>();
        for (Standby standby : Standby.values()) {
            for (Strategy strategy : Strategy.values()) {
                scenarios.add(new Scenario(standby, strategy));
            }
        }
        List<String> words =
                scenarios.stream().flatMap(it -> it.words().stream()).toList();
        chosen.stream().filter(it -> !words.contains(it)).findFirst().ifPresent(it -> {
            throw new IllegalArgumentException("no such standby or strategy: " + it);
        });
        return scenarios.stream()
                .filter(it -> it.words().stream().allMatch(word -> isWanted(word, chosen)))
                .toList();
    }

    /** A word is wanted where it was chosen, or none of its kind was. */
    private static boolean isWanted(String word, List<String> chosen) {
        List<String> sameKind = chosen.stream()
                .filter(it -> it.endsWith("-way") == word.endsWith("-way"))
                .toList();
        return sameKind.isEmpty() || sameKind.contains(word);
    }

    private static String gaps(List<Duration> gaps) {
        return String.join(", ", gaps.stream().map(PassageText::seconds).toList());
    }
}
