package io.clp.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures everything that has a limit and writes the page with the verdicts; JMH's own figures stand beside it as JSON. The simulation
 * is pinned to the first core, for which it needs {@code taskset}.
 */
public final class Results {
    private static final Set<String> PRESETS = Set.of("quick", "full");
    private static final int IDLE_GROUPS = 2_000;
    private static final int FAILOVER_SEEDS = 100;

    private final boolean quick;
    private final Path page;

    private Results(boolean quick, Path page) {
        this.quick = quick;
        this.page = page;
    }

    /** Runs with a preset, {@code quick} (some 7 minutes) or {@code full} (some 15), and the page to write. */
    public static void main(String[] args) throws IOException, InterruptedException, RunnerException {
        if (args.length != 2 || !PRESETS.contains(args[0])) {
            System.err.println("usage: java -cp benchmarks.jar io.clp.benchmarks.Results quick|full RESULTS.md");
            System.exit(2);
        }
        new Results(args[0].equals("quick"), Path.of(args[1])).run();
    }

    private void run() throws IOException, InterruptedException, RunnerException {
        IdleGroup idle = IdleGroup.measure(IDLE_GROUPS);
        FailureToOnline failure = FailureToOnline.measure(FAILOVER_SEEDS);
        Path pinnedJvm = pinnedJvm();
        List<RunResult> measured = new ArrayList<>();
        measured.addAll(measure("peers", options("ChainOfFive|HundredSleeps|FourTiersOfSleeps|ThousandNoOps")));
        measured.addAll(measure(
                "pinned",
                options("SimulatedFailover|VirtualHour|IdleClusterHour").jvm(pinnedJvm.toString())));
        measured.addAll(measure("cluster", clusterOptions().jvm(pinnedJvm.toString())));
        measured.addAll(measure("plan", options("PlanAfterLoss|MemberEventWithNothingToDo")));
        measured.addAll(measure("configuration", options("ReadConfiguration")));
        // A real switchover takes seconds: the benchmark's own numbers of iterations are all it gets.
        measured.addAll(measure("switchover", new OptionsBuilder().include("benchmarks\\.Switchover\\.")));
        Files.delete(pinnedJvm);
        List<Score> scores = measured.stream().map(Score::of).toList();
        String text = ResultText.of(environment(), scores, Verdicts.of(scores, idle, failure));
        String kept = Files.exists(page) ? WinePage.sectionOf(Files.readString(page)) : "";
        Files.writeString(page, text + kept);
        System.out.print(text);
    }

    private List<String> environment() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        lines.add("JDK: " + System.getProperty("java.vm.name") + " " + Runtime.version());
        lines.addAll(Surroundings.lines());
        lines.add("preset: " + (quick ? "quick" : "full"));
        return lines;
    }

    private ChainedOptionsBuilder options(String classes) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("benchmarks\\.(" + classes + ")\\.")
                .addProfiler(GCProfiler.class);
        if (quick) {
            options.forks(1).warmupIterations(5).measurementIterations(8).measurementTime(TimeValue.seconds(1));
        }
        return options;
    }

    /** So much code takes part in a failover of a cluster that one core needs its time to compile it. */
    private ChainedOptionsBuilder clusterOptions() {
        ChainedOptionsBuilder options = options("SimulatedClusterFailover|RehearsedFailover");
        return quick ? options.warmupIterations(20).warmupTime(TimeValue.seconds(2)) : options;
    }

    private Collection<RunResult> measure(String name, ChainedOptionsBuilder options) throws RunnerException {
        Path json = page.resolveSibling("jmh-" + name + ".json");
        return new Runner(options.shouldFailOnError(true)
                        .resultFormat(ResultFormatType.JSON)
                        .result(json.toString())
                        .build())
                .run();
    }

    /** JMH cannot pin, but it runs whatever it is told is a JVM. */
    private static Path pinnedJvm() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path script = Files.createTempFile(
                "pinned-java",
                ".sh",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return Files.writeString(script, "#!/bin/sh\nexec taskset -c 0 '" + java + "' \"$@\"\n");
    }
}
