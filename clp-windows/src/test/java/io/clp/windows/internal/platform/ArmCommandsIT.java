package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.clp.platform.CommandResult;
import io.clp.platform.CommandResult.End;
import io.clp.platform.ScriptRun;
import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.windows.OnWindows;
import io.clp.windows.machine.Processes;
import io.clp.windows.machine.Waiting;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs that carry ARMLOAD and its like from a script to this process, and the pipe between them. */
@OnWindows
class ArmCommandsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int NO_CHANNEL = 3;
    private static final int AT_ONCE = 6;
    private static final int RUNS = 50;
    private static final String CHANNEL = "CLP_ARM_CHANNEL";
    private static final String JAPANESE = "営業 表";

    private final Timeline timeline = Timeline.system();
    private final AskedArm asked = new AskedArm(timeline, PATIENCE);

    @TempDir
    private Path folder;

    private Path tools;
    private WindowsCommands commands;

    @BeforeEach
    void makeCommands() {
        tools = folder.resolve("tools 仮想");
        commands = new WindowsCommands(timeline, new ArmPrograms(Optional.of(tools)));
    }

    /** A program that a script left behind may end a little later than the script, and cannot be deleted before. */
    @AfterEach
    void deletePrograms() {
        File[] programs = tools.toFile().listFiles();
        if (programs != null) {
            Waiting.until(
                    "the programs have ended",
                    () -> Stream.of(programs).filter(File::exists).allMatch(File::delete));
        }
    }

    private CommandResult runs(Map<String, String> variables, String... lines) throws Exception {
        Path script = folder.resolve("start it.bat");
        String text = "@echo off\r\n" + String.join("\r\n", lines) + "\r\n";
        Files.write(script, text.getBytes(StandardCharsets.US_ASCII));
        return commands.runScript(
                new ScriptRun(script.toString(), variables, Optional.empty(), Optional.of(asked)), PATIENCE);
    }

    private CommandResult runs(String... lines) throws Exception {
        return runs(Map.of(), lines);
    }

    @Test
    void aScriptAsksWithWhatStandsInIt() throws Exception {
        CommandResult result = runs(
                Map.of("SITE", JAPANESE),
                "ARMBCAST /MSG \"starting %SITE%\" /A",
                "armload WWWService /S W3SVC",
                "armload.exe Q /S /A /R 3 /H 1 \"Nuance Service\"",
                "ARMLOG net start  \"a b\"",
                "ARMKILL WWWService /T 0",
                "echo done");
        assertThat(result).isEqualTo(CommandResult.exited(0, "done\r\n"));
        assertThat(asked.all())
                .containsExactly(
                        "no effect: ARMBCAST /A",
                        "ARMBCAST starting " + JAPANESE,
                        "ARMLOAD WWWService /S W3SVC",
                        "ARMLOAD Q /S /A /R 3 /H 1 Nuance Service",
                        "ARMLOG net start a b",
                        "no effect: ARMKILL /T 0",
                        "ARMKILL WWWService");
    }

    @Test
    void theScriptSeesTheExitCodeAndTheText() throws Exception {
        asked.answersLoads(CommandResult.exited(1, "service X does not exist\n(1060)"));
        CommandResult result = runs(
                "ARMLOAD id /S X",
                "echo %ERRORLEVEL%",
                "ARMLOAD id /S /NOSUCH X || echo refused",
                "ARMGETCD id",
                "echo %ERRORLEVEL%",
                "ARMLOG fine && exit /b 5");
        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.output().lines())
                .containsExactly(
                        "service X does not exist",
                        "(1060)",
                        "1",
                        "usage: ARMLOAD watchID /S [/A] [/R retry [/H hour] [/SCR] [/WAIT time] [/INT time]] service",
                        "refused",
                        "ARMGETCD: not supported: applications; services alone, with /S",
                        "2");
    }

    @Test
    void aLongTextArrivesBothWays() throws Exception {
        String longText = "x".repeat(7_000);
        asked.answersLoads(CommandResult.exited(0, "y".repeat(20_000)));
        CommandResult result = runs(Map.of("LONG", longText), "ARMLOG %LONG%", "ARMLOAD id /S X");
        assertThat(asked.all()).contains("ARMLOG " + longText);
        assertThat(result.output().strip()).isEqualTo("y".repeat(20_000));
    }

    @Test
    void aFailureOfTheAnswererIsAnExitCode() throws Exception {
        asked.does("fails", () -> {
            throw new IllegalStateException("it fails");
        });
        assertThat(runs("ARMLOG fails", "exit /b %ERRORLEVEL%").exitCode()).isEqualTo(1);
    }

    @Test
    void withoutAChannelAProgramFails() throws Exception {
        List<String> program = List.of(new ArmPrograms(Optional.of(tools)).inFolder() + "\\ARMLOAD.exe", "id");
        for (Map<String, String> variables : List.of(
                Map.<String, String>of(), Map.of(CHANNEL, "\\\\.\\pipe\\clp-arm-none"), Map.of(CHANNEL, "no pipe"))) {
            CommandResult result = commands.run(program, variables, PATIENCE);
            assertThat(result.exitCode()).isEqualTo(NO_CHANNEL);
            assertThat(result.output()).startsWith("ARMLOAD: nobody answers");
        }
    }

    @Test
    void thePipeIsGoneAfterTheRun() throws Exception {
        assertThat(runs("ARMLOG %" + CHANNEL + "%").exitCode()).isZero();
        String channel = asked.last();
        assertThat(channel).matches("\\\\\\\\\\.\\\\pipe\\\\clp-arm-[0-9a-f]{32}");
        List<String> program = List.of(tools + "\\ARMLOG.exe", "late");
        assertThat(commands.run(program, Map.of(CHANNEL, channel), PATIENCE).exitCode())
                .isEqualTo(NO_CHANNEL);
        assertThat(runs("ARMLOG %" + CHANNEL + "%").exitCode()).isZero();
        assertThat(asked.last()).as("of another run").isNotEqualTo(channel);
    }

    @Test
    void severalProgramsAreAnsweredAtOnce() throws Exception {
        asked.answersLogsWhenThereAre(AT_ONCE + 1);
        String[] lines = new String[AT_ONCE + 1];
        Arrays.fill(lines, "start /b armlog beside");
        lines[AT_ONCE] = "armlog last";
        assertThat(runs(lines).exitCode()).isZero();
        assertThat(asked.all()).hasSize(AT_ONCE + 1);
    }

    @Test
    void moreThanCanBeAnsweredAtOnceWait() throws Exception {
        int many = ArmChannel.MOST + 4;
        String[] lines = new String[many + 1];
        Arrays.fill(lines, "start /b armlog beside");
        lines[many] = "armload wait /S for";
        asked.answersLoadsAfter(many);
        assertThat(runs(lines).exitCode()).isZero();
        assertThat(asked.all()).hasSize(many + 1);
    }

    @Test
    void whatIsUnderWayWhenTheScriptEndsIsInterrupted() throws Exception {
        asked.loadsHang();
        assertThat(runs("start /b armload id /S never", "armlog loading").exitCode())
                .isZero();
        assertThat(asked.interrupted()).isTrue();
    }

    @Test
    void whatIsUnderWayWhenTheScriptIsEndedIsInterrupted() throws Exception {
        asked.loadsHang();
        Task<CommandResult> script = timeline.fork("script", () -> runs("armload id /S never"));
        Waiting.until("it has asked", () -> !asked.all().isEmpty());
        script.interrupt();
        assertThatThrownBy(() -> fail("it ended by itself: %s", script.join(PATIENCE)))
                .hasRootCauseInstanceOf(InterruptedException.class);
        assertThat(asked.interrupted()).isTrue();
    }

    @Test
    void whoConnectsAndSaysNothingKeepsNobody() throws Exception {
        try (Opened silent = new Opened()) {
            asked.doesWithChannel(silent::open);
            assertThat(runs("armlog %" + CHANNEL + "%", "armlog after").exitCode())
                    .isZero();
            assertThat(asked.last()).isEqualTo("after");
            assertThat(silent.end()).as("the pipe is gone").isEqualTo(-1);
        }
    }

    @Test
    void whatIsNoRequestIsHungUpOn() throws Exception {
        for (int length : new int[] {Integer.MAX_VALUE, -1, 3, ArmFrame.LONGEST + 2}) {
            try (Opened wrong = new Opened()) {
                asked.doesWithChannel(channel -> {
                    wrong.open(channel);
                    wrong.writes(ByteBuffer.allocate(4)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putInt(length)
                            .array());
                    assertThat(wrong.end()).isEqualTo(-1);
                });
                assertThat(runs("armlog %" + CHANNEL + "%").exitCode()).isZero();
            }
        }
    }

    @Test
    void whatComesInPiecesIsARequest() throws Exception {
        try (Opened slow = new Opened()) {
            asked.doesWithChannel(channel -> {
                slow.open(channel);
                byte[] text = "ARMLOG\0piece\0".getBytes(StandardCharsets.UTF_16LE);
                byte[] request = ByteBuffer.allocate(4 + text.length)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(text.length)
                        .put(text)
                        .array();
                for (byte one : request) {
                    slow.writes(new byte[] {one});
                }
                assertThat(slow.reads(8)).containsOnly(0);
            });
            assertThat(runs("armlog %" + CHANNEL + "%").exitCode()).isZero();
        }
        assertThat(asked.last()).isEqualTo("piece");
    }

    @Test
    void theProgramsAreFirstOnThePathAndAsTheyAreInTheLibrary() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("ARMLOG.exe"), "no program");
        Map<String, String> variables = new LinkedHashMap<>(Map.of("Path", other.toString()));
        assertThat(runs(variables, "armlog one").exitCode()).isZero();
        assertThat(tools.toFile().list())
                .containsExactlyInAnyOrder("ARMLOAD.exe", "ARMKILL.exe", "ARMBCAST.exe", "ARMLOG.exe", "ARMGETCD.exe");

        byte[] program = ArmPrograms.program();
        byte[] changed = program.clone();
        changed[changed.length - 1]++;
        Files.write(tools.resolve("ARMLOG.exe"), changed);
        assertThat(runs(variables, "armlog two").exitCode()).isZero();
        assertThat(asked.last()).isEqualTo("two");
        assertThat(tools.resolve("ARMLOG.exe")).hasBinaryContent(program);
    }

    @Test
    void aFolderThatCannotBeMadeIsAnOutcome() throws Exception {
        Files.writeString(tools, "a file");
        CommandResult result = runs("armlog never");
        assertThat(result.end()).isEqualTo(End.NOT_STARTED);
        assertThat(result.output()).contains("cannot be unpacked", tools.toString());
        assertThat(asked.all()).isEmpty();
    }

    @Test
    void nothingIsLeftOpen() throws Exception {
        runsOften(RUNS / 5);
        int before = Processes.handlesHeld();
        runsOften(RUNS);
        // One handle left by a run would be 50 more; threads that Java begins have some too.
        assertThat(Processes.handlesHeld()).isLessThan(before + RUNS - 10);
    }

    private void runsOften(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            assertThat(runs("armlog a", "start /b armlog b", "armload id /S X").exitCode())
                    .isZero();
        }
    }

    /** A pipe opened by something that is none of the programs. */
    private static final class Opened implements AutoCloseable {
        private Optional<RandomAccessFile> file = Optional.empty();

        void open(String channel) {
            Waiting.until("the pipe has a free end", () -> opens(channel));
        }

        private boolean opens(String channel) {
            try {
                file = Optional.of(new RandomAccessFile(channel, "rw"));
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        void writes(byte[] bytes) throws IOException {
            file.orElseThrow().write(bytes);
        }

        byte[] reads(int count) throws IOException {
            byte[] bytes = new byte[count];
            file.orElseThrow().readFully(bytes);
            return bytes;
        }

        /** Returns what is read, -1 where the pipe has ended in whatever way. */
        int end() {
            try {
                return file.orElseThrow().read();
            } catch (IOException e) {
                return -1;
            }
        }

        @Override
        public void close() throws IOException {
            if (file.isPresent()) {
                file.get().close();
            }
        }
    }
}
