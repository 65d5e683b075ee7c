package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.clp.platform.CommandResult;
import io.clp.platform.CommandResult.End;
import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.windows.OnWindows;
import io.clp.windows.internal.win32.Natives;
import io.clp.windows.internal.win32.ProcessApi;
import io.clp.windows.machine.Places;
import io.clp.windows.machine.Processes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the contract of commands does not cover: quoting, floods, hangs, children, batch files, and what is held. */
@OnWindows
class WindowsCommandsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** For a busy machine; all that must not be waited for takes longer. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final int UTF_8 = 65001;
    private static final int MOST_KEPT = 300_000;

    private final Timeline timeline = Timeline.system();
    private final WindowsCommands commands = new WindowsCommands(timeline);
    private final String clpcmd = Places.program("clpcmd.exe").toString();

    @TempDir
    private Path folder;

    private CommandResult run(String... arguments) throws InterruptedException {
        return run(PATIENCE, arguments);
    }

    private CommandResult run(Duration limit, String... arguments) throws InterruptedException {
        return commands.run(clpcmd(arguments), Map.of(), limit);
    }

    private List<String> clpcmd(String... arguments) {
        List<String> command = new ArrayList<>(List.of(clpcmd));
        command.addAll(List.of(arguments));
        return command;
    }

    private WindowsCommands utf8() {
        return new WindowsCommands(timeline, Natives.load("kernel32", ProcessApi.class), UTF_8);
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(timeline.nanos() - nanos);
    }

    @Test
    void argumentsArriveAsTheyAre() throws InterruptedException {
        List<String> arguments = List.of(
                "",
                "a b",
                "c\"d",
                "\"",
                "\\\"",
                "e\\",
                "e f\\",
                "last\\\\ one\\\\",
                "%PATH%",
                "100%",
                "^&|<>!;',",
                "*",
                "?",
                "仮想 IP アドレス",
                "表\\",
                "𠮷",
                "-utf8");
        List<String> command = clpcmd("-utf8", "args");
        command.addAll(arguments);
        CommandResult result = utf8().run(command, Map.of(), PATIENCE);
        assertThat(result.output().lines())
                .containsExactlyElementsOf(
                        arguments.stream().map(it -> "[" + it + "]").toList());
    }

    @Test
    void variablesArriveAsTheyAre() throws InterruptedException {
        Map<String, String> environment = Map.of("clp_変数", "値 %PATH% \"x\"", "SYSTEMROOT", System.getenv("SystemRoot"));
        assertThat(utf8().run(clpcmd("-utf8", "env", "CLP_変数"), environment, PATIENCE)
                        .output()
                        .strip())
                .isEqualTo("[値 %PATH% \"x\"]");
        assertThat(run("env", "clp_変数").output().strip())
                .as("set for one command, not for this process")
                .isEqualTo("unset");
    }

    @Test
    void standardInputIsEmpty() throws InterruptedException {
        assertThat(run("input").output().strip()).isEqualTo("0");
    }

    @Test
    void ofAGigabyteTheFirstAndTheLastIsKept() throws InterruptedException {
        CommandResult result = run("flood", "1073741824");
        assertThat(result.end()).isEqualTo(End.EXITED);
        assertThat(result.exitCode()).isZero();
        assertThat(result.output()).startsWith("xxxx").endsWith("xxxx\n").hasSizeLessThan(MOST_KEPT);
        String told = result.output()
                .lines()
                .filter(it -> it.startsWith("["))
                .findFirst()
                .orElseThrow();
        long leftOut = Long.parseLong(told.replaceAll("[^0-9]", ""));
        assertThat(leftOut + result.output().length() - told.length() - 4).isEqualTo(1L << 30);
    }

    @Test
    void aCommandThatNeverEndsIsEndedAtItsLimit() throws InterruptedException {
        Duration limit = Duration.ofMillis(500);
        for (List<String> arguments : List.of(List.of("forever"), List.of("flood", "1000000000000000"))) {
            long before = timeline.nanos();
            CommandResult result = run(limit, arguments.toArray(String[]::new));
            assertThat(since(before)).isBetween(limit, limit.plus(SOON));
            assertThat(result.end()).isEqualTo(End.TIMED_OUT);
            assertThat(result.output()).hasSizeLessThan(MOST_KEPT);
        }
    }

    @Test
    void aLimitThatHasPassedEndsACommandBeforeItsMark() throws InterruptedException {
        Path mark = folder.resolve("mark");
        CommandResult result = run(Duration.ZERO, "mark", "100", mark.toString());
        assertThat(result).isEqualTo(new CommandResult(End.TIMED_OUT, 0, ""));
        timeline.sleep(Duration.ofMillis(500));
        assertThat(mark).doesNotExist();
    }

    @Test
    void aChildThatHoldsTheOutputOpenHangsNobodyAndLivesOn() throws InterruptedException {
        Path mark = folder.resolve("mark");
        long before = timeline.nanos();
        assertThat(run("child", "6000", mark.toString()).succeeded()).isTrue();
        assertThat(since(before)).isLessThan(SOON);
        assertThat(mark).doesNotExist();
        awaitMark(mark);
    }

    @Test
    void aChildThatNeverStopsWritingHangsNobody() throws InterruptedException {
        List<String> command = List.of("cmd.exe", "/d", "/c", "start", "/b", clpcmd, "flood", "1000000000000000");
        CommandResult result = commands.run(command, Map.of(), Duration.ofSeconds(20));
        assertThat(result.end()).isEqualTo(End.EXITED);
        assertThat(result.output()).hasSizeLessThan(MOST_KEPT);
    }

    @Test
    void aCommandThatDoesNotExistIsNotFound() throws InterruptedException {
        for (String program : List.of("no-such-program", "C:\\no such folder\\x.exe", folder + "\\x.exe")) {
            CommandResult result = commands.run(List.of(program), Map.of(), PATIENCE);
            assertThat(result.end()).isEqualTo(End.NOT_STARTED);
            assertThat(result.exitCode()).isEqualTo(2);
        }
    }

    @Test
    void aFileThatIsNoProgramIsNotStarted() throws Exception {
        Path text = Files.writeString(folder.resolve("text.exe"), "no program");
        CommandResult result = commands.run(List.of(text.toString()), Map.of(), PATIENCE);
        assertThat(result.end()).isEqualTo(End.NOT_STARTED);
        assertThat(result.exitCode()).isEqualTo(193);
        assertThat(result.output()).contains("CreateProcessW", "ERROR_BAD_EXE_FORMAT");
    }

    @Test
    void parallelCommandsDoNotHangOnEachOthersPipes() throws Exception {
        Task<CommandResult> slow = timeline.fork(
                "slow", () -> run("mark", "10000", folder.resolve("slow").toString()));
        List<Task<CommandResult>> quick = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String text = "t" + i;
            quick.add(timeline.fork(text, () -> run("say", text, "e")));
        }
        for (Task<CommandResult> task : quick) {
            assertThat(task.join(PATIENCE).output().lines()).containsExactly(task.name(), "e");
        }
        assertThat(slow.done()).isFalse();
        assertThat(slow.join(PATIENCE).succeeded()).isTrue();
    }

    @Test
    void aBatchFileIsRunWhereverItStands() throws Exception {
        Path odd = Files.createDirectory(folder.resolve("R&D (仮想) ^1"));
        Path batch = odd.resolve("start it.bat");
        Files.write(batch, "@echo off\r\necho [%CLP_EVENT%]\r\nexit 7\r\n".getBytes(StandardCharsets.US_ASCII));
        CommandResult result = commands.run(List.of(batch.toString()), Map.of("CLP_EVENT", "START & RUN"), PATIENCE);
        assertThat(result.end()).isEqualTo(End.EXITED);
        assertThat(result.exitCode()).isEqualTo(7);
    }

    @Test
    void aBatchFileWithArgumentsIsNotStarted() throws Exception {
        Path mark = folder.resolve("mark");
        Path batch = Files.writeString(folder.resolve("args.bat"), "@echo %1\r\n");
        String attack = "\"&\"" + clpcmd + "\" mark 0 " + mark;
        CommandResult result = commands.run(List.of(batch.toString(), attack), Map.of(), PATIENCE);
        assertThat(result.end()).isEqualTo(End.NOT_STARTED);
        assertThat(result.exitCode()).isEqualTo(87);
        assertThat(result.output()).contains("batch file");
        assertThat(mark).doesNotExist();
    }

    @Test
    void theWholeOutputIsThereHoweverQuicklyACommandEnds() throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            assertThat(run("say", "o" + i, "e" + i, "3"))
                    .isEqualTo(CommandResult.exited(3, "o" + i + "\r\ne" + i + "\r\n"));
        }
    }

    @Test
    void nothingIsLeftOpen() throws Exception {
        endAllWays();
        int before = Processes.handlesHeld();
        for (int i = 0; i < 40; i++) { // five commands each
            endAllWays();
        }
        // One handle left by one of the five would be 40 more; threads that Java begins have some too.
        assertThat(Processes.handlesHeld()).isLessThan(before + 35);
    }

    private void endAllWays() throws Exception {
        assertThat(run("say", "a", "b").succeeded()).isTrue();
        assertThat(run("exit", "5").exitCode()).isEqualTo(5);
        assertThat(run(Duration.ofMillis(50), "forever").end()).isEqualTo(End.TIMED_OUT);
        assertThat(commands.run(List.of("no-such-program"), Map.of(), PATIENCE).end())
                .isEqualTo(End.NOT_STARTED);
        Path runs = folder.resolve("runs");
        Task<CommandResult> interrupted = timeline.fork("interrupted", () -> run("forever", runs.toString()));
        while (!Files.exists(runs) && !interrupted.done()) {
            timeline.sleep(Duration.ofMillis(5));
        }
        interrupted.interrupt();
        assertThatThrownBy(() -> fail("it ended by itself: %s", interrupted.join(PATIENCE)))
                .hasRootCauseInstanceOf(InterruptedException.class);
        Files.delete(runs);
    }

    @Test
    void aCommandEndsWithTheProcessThatRunsIt() throws InterruptedException {
        Path mark = folder.resolve("mark");
        List<String> dying = java(DyingProcess.class, clpcmd, mark.toString());
        CommandResult result = commands.run(dying, Map.of(), PATIENCE);
        assertThat(result.output()).contains("command runs, process dies");
        assertThat(result.exitCode()).isEqualTo(9);
        timeline.sleep(DyingProcess.COMMAND_TAKES.plusSeconds(1));
        assertThat(mark).doesNotExist();
    }

    /** Returns a command that runs a class of these tests in another JVM. */
    static List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java.exe").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private void awaitMark(Path mark) throws InterruptedException {
        long begun = timeline.nanos();
        while (!Files.exists(mark)) {
            assertThat(since(begun)).isLessThan(PATIENCE);
            timeline.sleep(Duration.ofMillis(50));
        }
    }
}
