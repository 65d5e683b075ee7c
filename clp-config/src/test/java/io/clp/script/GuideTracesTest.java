package io.clp.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide's scripts, interpreted, against what they ran under a real command interpreter. */
class GuideTracesTest {
    private static final Path RECORDED =
            Path.of("..", "clp-iis", "src", "test", "resources", "io", "clp", "iis", "guide-traces-oneway.json");

    private static final String KILL_FTP = "ARMKILL FTPService";
    private static final String KILL_WWW = "ARMKILL WWWService";
    private static final String LOAD_WWW = "ARMLOAD WWWService /S W3SVC";
    private static final String LOAD_FTP = "ARMLOAD FTPService /S MSFTPSVC";

    @ParameterizedTest
    @MethodSource("rows")
    void runsWhatWasRecorded(Row row) throws Exception {
        assertThat(commands(row.run())).isEqualTo(row.commands);
    }

    @Test
    void everyRowIsRun() throws Exception {
        assertThat(rows()).hasSize(64);
    }

    /** Exit codes were not recorded where Wine differs: a jump to nowhere ends with 1, all else with the last program's. */
    @ParameterizedTest
    @MethodSource("rows")
    void onlyAJumpToNowhereFails(Row row) throws Exception {
        ScriptRun run = row.run();
        boolean nowhere = row.script.equals("STOP")
                && row.disk.equals("FAILURE")
                && (row.event.equals("START") || row.event.equals("FAILOVER"));
        assertThat(run.exitCode()).isEqualTo(nowhere ? 1 : 0);
        assertThat(run.met(ScriptProblem.Kind.MISSING_LABEL)).isEqualTo(nowhere);
        assertThat(run.output())
                .isEqualTo(
                        nowhere ? List.of("The system cannot find the batch label specified - ERROR_DISK") : List.of());
    }

    @ParameterizedTest
    @CsvSource({"START,HOME", "START,OTHER", "FAILOVER,HOME", "FAILOVER,OTHER"})
    void twoWayScriptsStopAndStartBoth(String event, String server) throws Exception {
        for (String script : List.of("START", "STOP")) {
            assertThat(twoWay("armload", script, event, server))
                    .containsExactly(KILL_FTP, KILL_WWW, LOAD_WWW, LOAD_FTP);
            assertThat(twoWay("netstart", script, event, server))
                    .containsExactly("net stop MSFTPSVC", "net stop W3SVC", "net start W3SVC", "net start MSFTPSVC");
            assertThat(twoWay("iisreset", script, event, server)).containsExactly("iisreset /restart");
        }
    }

    @ParameterizedTest
    @CsvSource({"START,HOME", "START,OTHER", "FAILOVER,HOME", "FAILOVER,OTHER"})
    void oneWayScriptsWithNetStartAndStop(String event, String server) throws Exception {
        assertThat(work(Scripts.guide("oneway", "netstart", "START"), event, server))
                .containsExactly("net start W3SVC", "net start MSFTPSVC");
        assertThat(work(Scripts.guide("oneway", "netstart", "STOP"), event, server))
                .containsExactly("net stop MSFTPSVC", "net stop W3SVC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"START", "STOP"})
    void japaneseScriptsRunTheSame(String script) throws Exception {
        for (String event : List.of("START", "FAILOVER", "RECOVER", "")) {
            for (String server : List.of("HOME", "OTHER")) {
                assertThat(work(Scripts.japanese(script), event, server))
                        .isEqualTo(work(Scripts.guide("oneway", "armload", script), event, server));
            }
        }
        ScriptRun run = Scripts.japanese(script).run(it -> 0, environment("", "SUCCESS", "HOME"), List.of());
        assertThat(run.commands().get(0).arguments())
                .containsExactly("/MSG", (script.equals("STOP") ? " " : "") + "CLUSTERPROが動作状態にありません", "/A");
    }

    @Test
    void nothingInThemIsOpaque() {
        for (String script : List.of("START", "STOP")) {
            assertThat(Scripts.japanese(script).opaque()).isEmpty();
            for (String standby : List.of("oneway", "twoway")) {
                for (String strategy : List.of("armload", "netstart", "iisreset")) {
                    assertThat(Scripts.guide(standby, strategy, script).opaque())
                            .isEmpty();
                }
            }
        }
    }

    private static List<String> twoWay(String strategy, String script, String event, String server) throws Exception {
        return work(Scripts.guide("twoway", strategy, script), event, server);
    }

    private static List<String> work(BatchScript script, String event, String server) throws Exception {
        ScriptRun run = script.run(it -> 0, environment(event, "SUCCESS", server), List.of());
        assertThat(run.problems()).isEmpty();
        return run.commands().stream()
                .filter(it -> !it.program().equals("armbcast"))
                .map(ScriptRun.Ran::text)
                .toList();
    }

    private static List<List<String>> commands(ScriptRun run) {
        List<List<String>> commands = new ArrayList<>();
        for (ScriptRun.Ran each : run.commands()) {
            List<String> command = new ArrayList<>();
            command.add(each.program().toUpperCase(Locale.ROOT));
            command.addAll(each.arguments());
            commands.add(command);
        }
        return commands;
    }

    private static Map<String, String> environment(String event, String disk, String server) {
        Map<String, String> environment = new HashMap<>(Map.of("CLP_DISK", disk, "CLP_SERVER", server));
        if (!event.isEmpty()) {
            environment.put("CLP_EVENT", event);
        }
        return environment;
    }

    static Stream<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : new ObjectMapper().readTree(RECORDED.toFile()).get("rows")) {
            List<List<String>> commands = new ArrayList<>();
            for (JsonNode each : row.get("commands")) {
                List<String> command = new ArrayList<>(List.of(each.get("cmd").asText()));
                each.get("args").forEach(it -> command.add(it.asText()));
                commands.add(command);
            }
            rows.add(new Row(
                    row.get("script").asText(),
                    row.get("strategy").asText(),
                    row.get("event").asText("").replace("null", ""),
                    row.get("disk").asText(),
                    row.get("server").asText(),
                    commands));
        }
        return rows.stream();
    }

    record Row(String script, String strategy, String event, String disk, String server, List<List<String>> commands) {
        ScriptRun run() throws InterruptedException {
            return Scripts.guide("oneway", strategy, script).run(it -> 0, environment(event, disk, server), List.of());
        }
    }
}
