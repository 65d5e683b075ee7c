package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The example's benchmark under JMH, and its study. Real time passes: two switchovers at least wait for their addresses. */
class SwitchoverBenchmarkIT {
    private static final double WAITS_FOR_AN_ADDRESS = 3_000;

    @Test
    void inRealTimeASwitchoverTakesWhatItsNodesTake() throws RunnerException {
        assertThat(milliseconds("REAL")).isGreaterThan(WAITS_FOR_AN_ADDRESS);
    }

    @Test
    void inVirtualTimeItCostsNoneOfIt() throws RunnerException {
        assertThat(milliseconds("VIRTUAL")).isPositive().isLessThan(WAITS_FOR_AN_ADDRESS);
    }

    @Test
    void theStudyTellsMedianTailAndWhatToMakeFaster() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            SwitchoverBenchmark.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .hasSizeGreaterThan(1)
                .first()
                .asString()
                .matches("median PT[0-9.]+S, 99th PT[0-9.]+S");
    }

    private static double milliseconds(String time) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("^" + SwitchoverBenchmark.class.getName() + "\\.switchover$")
                        .param("time", time)
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.seconds(1))
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        assertThat(results).hasSize(1);
        return results.iterator().next().getPrimaryResult().getScore();
    }
}
