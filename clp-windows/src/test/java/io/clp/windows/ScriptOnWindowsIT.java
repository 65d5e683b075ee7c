package io.clp.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupState;
import io.clp.Operation.Kind;
import io.clp.Report;
import io.clp.platform.CommandResult.End;
import io.clp.platform.WindowsErrors;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ScriptException;
import io.clp.resource.ScriptResource;
import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.windows.machine.Places;
import io.clp.windows.machine.Waiting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * START.BAT and STOP.BAT on this machine. The files are ASCII; what is not comes to them in their environment, as cmd.exe reads files in a
 * code page of its own. The group has nothing beneath the scripts, so that STOP.BAT runs before its first start.
 */
@OnWindows
class ScriptOnWindowsIT {
    private static final String SITE = "営業 表";

    /** Time enough for a busy machine to run STOP.BAT, and to come so far in START.BAT. */
    private static final ResourcePolicy FOR_WHAT_NEVER_ENDS = ResourcePolicy.builder()
            .online(Duration.ofSeconds(20), 0)
            .offline(Duration.ofSeconds(20), 0)
            .build();

    private final WindowsFixture machine = new WindowsFixture();

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temp.resolve("Program Files (仮想) 1"));
        stop("exit /b 0");
    }

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void aScriptSeesWhyItRunsWhereverItStands() throws IOException {
        start(
                "echo %CLP_EVENT%-%CLP_DISK%-%CLP_SERVER%-%CLP_FACTOR%-%CLP_GROUPNAME%-%CLP_RESOURCENAME%",
                "cd /d \"%CLP_SCRIPT_PATH%\"", "\"%CLPCMD%\" -utf8 cwd", "\"%CLPCMD%\" -utf8 value SITE");
        stop("echo %CLP_EVENT%-%CLP_DISK%-%CLP_SERVER%-%CLP_FACTOR%");
        try (Node node = node(Node.PATIENT, it -> it.outputCharset(StandardCharsets.UTF_8))) {
            assertThat(log(node.start(), Kind.ONLINE))
                    .contains("stop.bat: START-SUCCESS-HOME-RESOURCERESTART")
                    .contains("start.bat: START-SUCCESS-HOME--tested-script")
                    .contains("start.bat: [" + folder + "]")
                    .contains("start.bat: " + SITE);
            assertThat(log(node.stop(), Kind.OFFLINE)).contains("stop.bat: START-SUCCESS-HOME-GROUPSTOP");
            assertThat(node.state()).isEqualTo(GroupState.OFFLINE);
        }
    }

    @Test
    void theOutputIsReadInTheCharsetOfTheScript() throws IOException {
        start("\"%CLPCMD%\" -utf8 value SITE");
        String misread = new String(SITE.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                .replaceAll("\\p{Cc}", " ")
                .stripTrailing();
        try (Node node = node(Node.PATIENT, it -> it.outputCharset(StandardCharsets.ISO_8859_1))) {
            assertThat(log(node.start(), Kind.ONLINE)).contains("start.bat: " + misread);
        }
    }

    @Test
    void theExitCodeIsJudged() throws IOException {
        start("exit /b 3");
        try (Node node = node(Node.PATIENT, it -> it.startNormalReturn(0))) {
            ScriptException error = error(node.startFails().report());
            assertThat(error.result().exitCode()).isEqualTo(3);
            assertThat(error.script()).isEqualTo(folder + "\\start.bat");
            assertThat(node.state()).isEqualTo(GroupState.OFFLINE);

            start("exit 0");
            assertThat(log(node.start(), Kind.ONLINE)).contains("start.bat: exit code 0");
        }
    }

    @Test
    void aScriptPastItsLimitEndsWithAllThatItStarted() throws Exception {
        Path runs = folder.resolve("runs");
        start("echo begun", "\"%CLPCMD%\" forever \"%CLP_SCRIPT_PATH%runs\"");
        try (Node node = node(FOR_WHAT_NEVER_ENDS, it -> it)) {
            Task<Report<?>> start =
                    Timeline.system().fork("start", () -> node.startFails().report());
            Waiting.until("the script has come so far", () -> Files.exists(runs));
            List<ProcessHandle> tree = ProcessHandle.current().descendants().toList();
            assertThat(tree).as("cmd.exe and what it started").hasSizeGreaterThanOrEqualTo(2);

            Report<?> report = start.join(Duration.ofMinutes(2));
            ScriptException error = error(report);
            assertThat(error.result().end()).isEqualTo(End.TIMED_OUT);
            assertThat(error.indeterminate()).isTrue();
            assertThat(log(report, Kind.ONLINE)).contains("start.bat: begun");
            Waiting.until("all of it has ended", () -> tree.stream().noneMatch(ProcessHandle::isAlive));
            assertThat(node.state()).as("STOP.BAT has run").isEqualTo(GroupState.OFFLINE);
        }
    }

    @Test
    void aScriptThatIsNotThereIsNamed() throws IOException {
        try (Node node = node(Node.PATIENT, it -> it)) {
            ScriptException error = error(node.startFails().report());
            assertThat(error.windowsCode()).hasValue(WindowsErrors.FILE_NOT_FOUND);
            assertThat(error).hasMessageContaining(folder + "\\start.bat was not started");
        }
    }

    private void start(String... lines) throws IOException {
        write("start.bat", lines);
    }

    private void stop(String... lines) throws IOException {
        write("STOP.BAT", lines);
    }

    private void write(String file, String... lines) throws IOException {
        String text = "@echo off\r\n" + String.join("\r\n", lines) + "\r\n";
        Files.write(folder.resolve(file), text.getBytes(StandardCharsets.US_ASCII));
    }

    private Node node(ResourcePolicy policy, UnaryOperator<ScriptResource.Builder> definition) {
        Map<String, String> variables =
                Map.of("SITE", SITE, "CLPCMD", Places.program("clpcmd.exe").toString());
        return Node.of(
                machine,
                policy,
                definition
                        .apply(ScriptResource.builder("script")
                                .directory(folder.toString())
                                .environment(variables))
                        .build());
    }

    private static List<String> log(Report<?> report, Kind kind) {
        return report.operations().stream()
                .filter(it -> it.kind() == kind)
                .flatMap(it -> it.log().stream())
                .toList();
    }

    private static ScriptException error(Report<?> report) {
        return report.failures().stream()
                .map(it -> it.error())
                .filter(ScriptException.class::isInstance)
                .map(ScriptException.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no script failed: " + report));
    }
}
