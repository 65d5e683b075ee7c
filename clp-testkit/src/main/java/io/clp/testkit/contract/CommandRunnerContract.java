package io.clp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.platform.CommandResult;
import io.clp.platform.CommandResult.End;
import io.clp.platform.CommandRunner;
import io.clp.platform.ScriptRun;
import io.clp.testkit.contract.PlatformFixture.MarkingCommand;
import io.clp.time.Task;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules of {@link CommandRunner}. */
public abstract class CommandRunnerContract extends ContractSuite {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofSeconds(2);

    /** Makes the suite. */
    protected CommandRunnerContract() {}

    private CommandResult run(List<String> command) throws InterruptedException {
        return run(command, patience());
    }

    private CommandResult run(List<String> command, Duration limit) throws InterruptedException {
        return fixed().platform().commands().run(command, Map.of(), limit);
    }

    @Test
    void theExitCodeIsTold() throws InterruptedException {
        for (int code : new int[] {0, 1, 255}) {
            CommandResult result = run(fixed().commandThatExits(code));
            assertThat(result.end()).isEqualTo(End.EXITED);
            assertThat(result.exitCode()).isEqualTo(code);
            assertThat(result.succeeded()).isEqualTo(code == 0);
        }
    }

    @Test
    void bothOutputsAreKept() throws InterruptedException {
        CommandResult result = run(fixed().commandThatPrints("first1", "second2"));
        assertThat(result.output().lines().map(String::strip)).contains("first1", "second2");
    }

    @Test
    void argumentsArriveAsTheyAre() throws InterruptedException {
        List<String> arguments = List.of("a b", "c\"d", "e\\", "%PATH%", "f&g", "$HOME", "*", "last\\\\ one\\");
        CommandResult result = run(fixed().commandThatPrintsArguments(arguments));
        assertThat(result.output().lines())
                .containsExactlyElementsOf(
                        arguments.stream().map(it -> "[" + it + "]").toList());
    }

    @Test
    void variablesAreSet() throws InterruptedException {
        CommandResult result = fixed().platform()
                .commands()
                .run(
                        fixed().commandThatPrintsVariable("CLP_CONTRACT"),
                        Map.of("CLP_CONTRACT", "value one", "CLP_OTHER", "2"),
                        patience());
        assertThat(result.output().strip()).isEqualTo("value one");
    }

    @Test
    void theEndIsWaitedFor() throws InterruptedException {
        MarkingCommand command = fixed().commandThatTakes("line", SHORT);
        long before = time().nanos();
        assertThat(run(command.command()).succeeded()).isTrue();
        assertThat(since(before)).isGreaterThanOrEqualTo(SHORT);
        assertThat(command.mark().isSet()).isTrue();
    }

    @Test
    void commandsRunBesideEachOther() throws Exception {
        List<String> first = fixed().commandThatTakes("one", LONG).command();
        List<String> second = fixed().commandThatTakes("two", LONG).command();
        long before = time().nanos();
        Task<CommandResult> one = time().fork("one", () -> run(first));
        Task<CommandResult> two = time().fork("two", () -> run(second));
        assertThat(get(one).succeeded()).isTrue();
        assertThat(get(two).succeeded()).isTrue();
        assertThat(since(before)).isLessThan(LONG.multipliedBy(2));
    }

    @Test
    void pastItsLimitACommandIsEnded() throws InterruptedException {
        // A busy machine may take its time until a command prints.
        Duration limit = LIMIT.plus(fixed().slack());
        MarkingCommand command = fixed().commandThatTakes("printed", limit.plus(LONG));
        long before = time().nanos();
        CommandResult result = run(command.command(), limit);
        assertTook(since(before), limit);
        assertThat(result.end()).isEqualTo(End.TIMED_OUT);
        assertThat(result.succeeded()).isFalse();
        assertThat(result.output()).contains("printed");
        neverSet(command);
    }

    @Test
    void whatACommandStartedIsEndedWithIt() throws InterruptedException {
        Duration limit = LIMIT.plus(fixed().slack());
        MarkingCommand command = fixed().commandWhoseChildTakes(limit.plus(LONG));
        assertThat(run(command.command(), limit).end()).isEqualTo(End.TIMED_OUT);
        neverSet(command);
    }

    @Test
    void whatACommandLeavesRunningIsNotWaitedForAndLivesOn() throws InterruptedException {
        MarkingCommand command = fixed().commandThatLeavesAChild(LONG);
        long before = time().nanos();
        assertThat(run(command.command()).succeeded()).isTrue();
        assertThat(since(before)).as("time taken").isLessThan(LONG);
        assertThat(command.mark().isSet()).isFalse();
        eventually("what was left running comes to its end", command.mark()::isSet);
    }

    @Test
    void anInterruptEndsTheWaitAndTheCommand() throws Exception {
        MarkingCommand command = fixed().commandThatTakes("line", LONG);
        assertTook(interrupted(() -> run(command.command())), Duration.ZERO);
        neverSet(command);
    }

    @Test
    void aProgramThatIsNotThereIsAnOutcome() throws InterruptedException {
        CommandResult result = run(fixed().missingCommand());
        assertThat(result.end()).isEqualTo(End.NOT_STARTED);
        assertThat(result.exitCode()).as("a Windows error code").isPositive();
        assertThat(result.succeeded()).isFalse();
    }

    @Test
    void aScriptSeesWhatIsSetForItAndTellsItsExitCode() throws InterruptedException {
        CommandResult result =
                runScript(fixed().scriptThatPrintsVariable("CLP_EVENT", 7), Map.of("CLP_EVENT", "START"));
        assertThat(result.end()).isEqualTo(End.EXITED);
        assertThat(result.exitCode()).isEqualTo(7);
        assertThat(result.output().strip()).isEqualTo("START");
    }

    @Test
    void aScriptThatIsNotThereIsAnOutcome() throws InterruptedException {
        CommandResult result = runScript(fixed().missingScript(), Map.of());
        assertThat(result.end()).isEqualTo(End.NOT_STARTED);
        assertThat(result.exitCode()).as("a Windows error code").isPositive();
    }

    private CommandResult runScript(String path, Map<String, String> environment) throws InterruptedException {
        ScriptRun script = new ScriptRun(path, environment, Optional.empty(), Optional.empty());
        return fixed().platform().commands().runScript(script, patience());
    }

    private void neverSet(MarkingCommand command) throws InterruptedException {
        time().sleep(LONG.plus(fixed().slack()));
        assertThat(command.mark().isSet()).as("came to its end").isFalse();
    }
}
