package io.clp.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupState;
import io.clp.MessageBroadcast;
import io.clp.Operation.Kind;
import io.clp.Outcome;
import io.clp.Report;
import io.clp.resource.ArmCommands;
import io.clp.resource.ScriptException;
import io.clp.resource.ScriptResource;
import io.clp.windows.machine.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** START.BAT and STOP.BAT with ARMLOAD and its like, on this machine; what they load is watched by the node. */
@OnWindows
class ArmOnWindowsIT {
    private static final String SITE = "営業 表";

    private final WindowsFixture machine = new WindowsFixture();

    @TempDir
    private Path folder;

    private String service;

    @BeforeEach
    void install() throws IOException {
        service = machine.clpServices().install();
        write("stop.bat", "ARMKILL TestWatch", "exit /b %ERRORLEVEL%");
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void whatStartLoadsIsWatchedUntilStopKillsIt() throws IOException {
        write(
                "start.bat",
                "ARMBCAST /MSG \"starting %SITE%\" /A",
                "ARMLOG net start %SERVICE%",
                "ARMLOAD TestWatch /S /A /R 3 /H 1 %SERVICE%",
                "exit /b %ERRORLEVEL%");
        try (Node node = node()) {
            Queue<MessageBroadcast> heard = node.hears(MessageBroadcast.class);
            assertThat(log(node.start(), Kind.ONLINE))
                    .contains("ARMLOAD TestWatch /S /A /R 3 /H 1 " + service)
                    .contains("ARMLOG net start " + service)
                    .contains("ARMBCAST /A: no effect");
            assertThat(machine.clpServices().scm().running(service)).isTrue();
            Waiting.until("the broadcast is heard", () -> !heard.isEmpty());
            assertThat(heard).singleElement().satisfies(it -> assertThat(it.text(Locale.JAPANESE))
                    .isEqualTo("starting " + SITE));

            machine.clpServices().scm().crash(service);
            Waiting.until(
                    "the watch starts it again",
                    () -> machine.clpServices().scm().running(service));

            assertThat(node.stop().outcome()).isEqualTo(Outcome.DONE);
            assertThat(machine.clpServices().scm().stopped(service)).isTrue();
            assertThat(node.state()).isEqualTo(GroupState.OFFLINE);
        }
    }

    @Test
    void aServiceThatRunsIsOnlyAdoptedWhereTheScriptSaysSo() throws IOException {
        machine.clpServices().scm().start(service);
        Waiting.until("it runs", () -> machine.clpServices().scm().running(service));
        write("start.bat", "ARMLOAD TestWatch /S %SERVICE%", "exit /b %ERRORLEVEL%");
        try (Node node = node()) {
            Report<?> report = node.startFails().report();
            assertThat(report.failures()).anyMatch(it -> it.error() instanceof ScriptException);
            assertThat(log(report, Kind.ONLINE))
                    .anyMatch(it -> it.startsWith("start.bat: ") && it.contains(service))
                    .contains("start.bat: exit code 1");

            write("start.bat", "ARMLOAD TestWatch /S /A %SERVICE%", "exit /b %ERRORLEVEL%");
            assertThat(node.start().outcome()).isEqualTo(Outcome.DONE);
            assertThat(node.stop().outcome()).isEqualTo(Outcome.DONE);
            assertThat(machine.clpServices().scm().stopped(service)).isTrue();
        }
    }

    @Test
    void whatIsNotUnderstoodIsInTheReport() throws IOException {
        write("start.bat", "ARMLOAD TestWatch /NOSUCH %SERVICE%", "exit /b %ERRORLEVEL%");
        try (Node node = node()) {
            assertThat(log(node.startFails().report(), Kind.ONLINE))
                    .anyMatch(it -> it.startsWith("start.bat: usage: ARMLOAD watchID /S"))
                    .contains("start.bat: exit code 1");
            assertThat(machine.clpServices().scm().stopped(service)).isTrue();
        }
    }

    private void write(String file, String... lines) throws IOException {
        String text = "@echo off\r\n" + String.join("\r\n", lines) + "\r\n";
        Files.write(folder.resolve(file), text.getBytes(StandardCharsets.US_ASCII));
    }

    private Node node() {
        return Node.of(
                machine,
                Node.PATIENT,
                ScriptResource.builder("script")
                        .directory(folder.toString())
                        .environment(Map.of("SITE", SITE, "SERVICE", service))
                        .armCommands(ArmCommands.PROVIDED)
                        .startNormalReturn(0)
                        .stopNormalReturn(0)
                        .build());
    }

    private static List<String> log(Report<?> report, Kind kind) {
        return report.operations().stream()
                .filter(it -> it.kind() == kind)
                .flatMap(it -> it.log().stream())
                .toList();
    }
}
