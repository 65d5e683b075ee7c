package io.clp.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.testkit.FaultSchedule;
import io.clp.testkit.simulation.Arena.Played;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** {@code -Dsimulation.seeds=20000 -Dsimulation.from=1234567} runs other seeds, and more of them. */
class SimulationTest {
    private static final long FROM = Long.getLong("simulation.from", 1_000);
    private static final long SEEDS = Long.getLong("simulation.seeds", 300);
    private static final int TRACED = 40;

    @Test
    void noSeedBreaksARule() throws InterruptedException, ExecutionException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        boolean good = Simulation.run(new PrintStream(told, true, StandardCharsets.UTF_8), FROM, SEEDS, 2);
        assertThat(good).as(told.toString(StandardCharsets.UTF_8)).isTrue();
        assertThat(told.toString(StandardCharsets.UTF_8)).endsWith(SEEDS + " passed, 0 failed" + System.lineSeparator());
    }

    @Test
    void tracesOfFixedSeeds() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (long seed = 1; seed <= TRACED; seed++) {
            Arena arena = Arenas.of(seed);
            Played played = arena.play(arena.schedule(seed));
            digest.update(played.outcome().trace().getBytes(StandardCharsets.UTF_8));
        }
        Path traces = Files.createDirectories(Path.of("target", "traces"));
        Files.writeString(
                traces.resolve("simulation.sha256"),
                HexFormat.of().formatHex(digest.digest()) + "\n",
                StandardCharsets.US_ASCII);
    }

    @Test
    void aScheduleOfASeedIsAlwaysTheSame() {
        for (Arena arena : Arenas.all()) {
            FaultSchedule schedule = arena.schedule(7);
            assertThat(FaultSchedule.parse(schedule.toString())).isEqualTo(schedule);
            assertThat(arena.play(schedule).outcome().trace())
                    .as(arena.name())
                    .isEqualTo(arena.play(schedule).outcome().trace());
        }
    }
}
