package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.clp.platform.ScriptRun;
import io.clp.time.Timeline;
import io.clp.windows.OnWindows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guide's scripts as they are, under cmd.exe and with our ARM programs, ask for what was recorded of them. */
@OnWindows
class GuideScriptsIT {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Path RECORDED = PROJECT.resolve(
            Path.of("clp-iis", "src", "test", "resources", "io", "clp", "iis", "guide-traces-oneway.json"));
    private static final Path SCRIPTS =
            PROJECT.resolve(Path.of("clp-config", "src", "test", "resources", "io", "clp", "script", "guide"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Timeline timeline = Timeline.system();

    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource({"START,armload", "STOP,armload", "START,iisreset", "STOP,iisreset"})
    void oneWayScriptsRunWhatWasRecorded(String script, String strategy) throws Exception {
        int rows = 0;
        for (JsonNode row : new ObjectMapper().readTree(RECORDED.toFile()).get("rows")) {
            if (row.get("script").asText().equals(script)
                    && row.get("strategy").asText().equals(strategy)) {
                rows++;
                String event = row.get("event").isNull() ? "" : row.get("event").asText();
                assertThat(run(
                                "oneway",
                                strategy,
                                script,
                                event,
                                row.get("disk").asText(),
                                row.get("server").asText()))
                        .as("%s", row)
                        .isEqualTo(recorded(row));
            }
        }
        assertThat(rows).isEqualTo(16);
    }

    @Test
    void twoWayScriptsStopAndStartBoth() throws Exception {
        for (String script : List.of("START", "STOP")) {
            assertThat(run("twoway", "armload", script, "START", "SUCCESS", "HOME"))
                    .filteredOn(it -> !it.contains("ARMBCAST"))
                    .containsExactly(
                            "ARMKILL FTPService",
                            "ARMKILL WWWService",
                            "ARMLOAD WWWService /S W3SVC",
                            "ARMLOAD FTPService /S MSFTPSVC");
            assertThat(run("twoway", "iisreset", script, "FAILOVER", "SUCCESS", "OTHER"))
                    .filteredOn(it -> !it.contains("ARMBCAST"))
                    .containsExactly("IISRESET /restart");
        }
    }

    private static List<String> recorded(JsonNode row) {
        List<String> all = new ArrayList<>();
        for (JsonNode command : row.get("commands")) {
            List<String> words = new ArrayList<>();
            command.get("args").forEach(it -> words.add(it.asText()));
            String program = command.get("cmd").asText();
            if (program.equals("ARMBCAST")) {
                assertThat(words).hasSize(3).startsWith("/MSG").endsWith("/A");
                all.add("no effect: ARMBCAST /A");
                all.add("ARMBCAST " + words.get(1));
            } else {
                all.add(program + " " + String.join(" ", words));
            }
        }
        return all;
    }

    private List<String> run(String standby, String strategy, String script, String event, String disk, String server)
            throws Exception {
        Map<String, String> variables = new HashMap<>(
                Map.of("CLP_DISK", disk, "CLP_SERVER", server, "PATH", iisReset() + ";" + System.getenv("PATH")));
        if (!event.isEmpty()) {
            variables.put("CLP_EVENT", event);
        }
        AskedArm asked = new AskedArm(timeline, PATIENCE);
        WindowsCommands commands = new WindowsCommands(timeline, new ArmPrograms(Optional.of(temp.resolve("tools"))));
        String path =
                SCRIPTS.resolve(Path.of(standby, strategy, script + ".BAT")).toString();
        String output = commands.runScript(
                        new ScriptRun(path, variables, Optional.empty(), Optional.of(asked)), PATIENCE)
                .output();
        return Stream.concat(asked.all().stream(), resets(output)).toList();
    }

    /** Another copy of the ARM program, which is refused: so the machine's own IIS is left alone. */
    private Path iisReset() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("iis"));
        Files.write(folder.resolve("iisreset.exe"), ArmPrograms.program());
        return folder;
    }

    /** Returns the refusals that were printed. The scripts call it last, after what they broadcast. */
    private static Stream<String> resets(String output) {
        String refused = ": no such program";
        return output.lines()
                .filter(it -> it.endsWith(refused))
                .map(it -> it.substring(0, it.length() - refused.length()));
    }
}
