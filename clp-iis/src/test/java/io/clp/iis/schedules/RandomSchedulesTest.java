package io.clp.iis.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Whole clusters under random schedules, the rules checked at every step.
 *
 * <p>{@code -Dclp.schedules=100} runs so many seeds, {@code -Dclp.schedules.seed=7} one of them and prints its trace.
 */
class RandomSchedulesTest {
    private static final int SEEDS = Integer.getInteger("clp.schedules", 10_000);
    private static final int TWICE = 50;
    private static final int PROGRESS_EVERY = 2_000;

    /** Below so many, a fault that is rarely possible may well be met by no call. */
    private static final int ENOUGH_FOR_EVERY_FAULT = 5_000;

    @Test
    void noScheduleBreaksARule() throws IOException {
        Long only = Long.getLong("clp.schedules.seed");
        if (only != null) {
            Ran ran = passes(only);
            print(ran.schedule() + "\n" + ran.text());
            return;
        }
        Totals totals = new Totals();
        for (int seed = 1; seed <= SEEDS; seed++) {
            totals.add(passes(seed));
            if (seed % PROGRESS_EVERY == 0) {
                print(seed + " of " + SEEDS + " schedules");
            }
        }
        print(totals.table());
        print(totals.line());
        if (SEEDS >= ENOUGH_FOR_EVERY_FAULT) {
            assertThat(totals.neverMet()).as("faults that no call met").isEmpty();
            assertThat(totals.count("hung operations")).isPositive();
        }
        Path traces = Files.createDirectories(Path.of("target", "traces"));
        Files.writeString(traces.resolve("schedules.sha256"), totals.sha256() + "\n", StandardCharsets.US_ASCII);
    }

    @Test
    void aSeedRunsTheSameTwice() {
        for (int seed = 1; seed <= TWICE; seed++) {
            Schedule schedule = Schedule.drawn(seed);
            assertThat(Run.of(schedule).text())
                    .as("seed " + seed)
                    .isEqualTo(Run.of(schedule).text());
        }
    }

    private static Ran passes(long seed) {
        Ran ran = Run.of(Schedule.drawn(seed));
        if (ran.failed()) {
            String story = ran.story();
            Ran smallest = Shrinking.of(ran);
            fail(smallest.equals(ran) ? story : story + "\n\nsmallest that fails:\n" + smallest.story(), ran.broken());
        }
        return ran;
    }

    private static void print(String text) {
        System.out.println(text);
    }
}
