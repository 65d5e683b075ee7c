package io.clp.benchmarks.nodes;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Kills the library's process in the middle of starts and stops, on a node that lives on, and lets a new process find out what is true.
 *
 * <p>Exit code 0 where every new process came to a state that the rules allow and never two nodes held the same; 1 otherwise.
 */
public final class KillRun {
    private KillRun() {}

    /**
     * Runs it.
     *
     * @param arguments the folder of the lab; how many kills; the seed; further words choose scenarios
     * @throws InterruptedException nobody interrupts it
     */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Lab lab = Lab.in(Path.of(arguments[0]));
        int kills = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        List<Scenario> scenarios = NodesRun.scenarios(List.of(arguments).subList(3, arguments.length));
        SplittableRandom random = new SplittableRandom(seed);
        out.println(kills + " kills, seed " + seed);
        KillTally tally = new KillTally();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            Scenario scenario = scenarios.get(i);
            int share = kills * (i + 1) / scenarios.size() - kills * i / scenarios.size();
            try (Kills run = new Kills(lab, scenario, random.split(), tally, out)) {
                run.run(share, i, scenarios.size()).forEach(it -> problems.add(scenario + ": " + it));
            }
        }
        problems.forEach(it -> out.println("WRONG: " + it));
        tally.lines().forEach(out::println);
        if (tally.died() == 0) {
            problems.add("no process was killed");
        }
        out.println(tally.row(kills, seed, problems.size()));
        out.println(problems.isEmpty() ? "every new process found its way" : problems.size() + " things were wrong");
        System.exit(problems.isEmpty() ? 0 : 1);
    }
}
