package io.clp.rehearse.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.platform.CommandResult;
import io.clp.platform.ServiceState;
import io.clp.script.ScriptRun;
import io.clp.testkit.FakePlatform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What scripts do to a fake machine. */
class RehearsedScriptsTest {
    private static final String START = "C:\\scripts\\web\\start.bat";

    private final FakePlatform machine = FakePlatform.builder("SV1")
            .install("App", "W3SVC", "ftpsvc")
            .iisVersion("10.0")
            .build();
    private String text = "";
    private Answers answers = Answers.NONE;
    private final RehearsedScripts scripts = new RehearsedScripts(
            path -> path.equalsIgnoreCase(START) ? Optional.of(text) : Optional.empty(),
            command -> answers.exitCode(command));

    @AfterEach
    void close() {
        machine.close();
    }

    @Test
    void netStartsAndStopsTheServicesOfTheMachine() throws InterruptedException {
        assertThat(run("net start App").exitCode()).isZero();
        assertThat(machine.services().state("App")).isEqualTo(ServiceState.RUNNING);
        assertThat(run("net stop App").exitCode()).isZero();
        assertThat(machine.services().state("App")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void theExitCodeOfACommandIsTheScripts() throws InterruptedException {
        CommandResult result = run("net start NoSuch\nif errorlevel 2 echo failed");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.output())
                .contains("net start NoSuch", "The service name is invalid", "exit code 2", "failed");
    }

    @Test
    void armloadWatchesAndArmkillStops() throws InterruptedException {
        assertThat(run("ARMLOAD AppWatch /S /A App").exitCode()).isZero();
        assertThat(machine.watches().watches()).containsEntry("AppWatch", "App");
        assertThat(run("ARMKILL AppWatch").exitCode()).isZero();
        assertThat(machine.watches().watches()).isEmpty();
        assertThat(machine.services().state("App")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void anArmCommandThatIsNotUnderstoodFailsAndSaysHowItIsWritten() throws InterruptedException {
        CommandResult result = run("ARMLOAD AppWatch /NOSUCH App");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("usage: ARMLOAD watchID /S");
    }

    @Test
    void scAsksAndWaitsForNothing() throws InterruptedException {
        assertThat(run("sc query App").output()).contains("STATE              : STOPPED");
        assertThat(run("sc start App").exitCode()).isZero();
        assertThat(run("sc start NoSuch").exitCode()).isEqualTo(1060);
        machine.settle();
        assertThat(machine.services().state("App")).isEqualTo(ServiceState.RUNNING);
        assertThat(run("sc start App").exitCode()).isEqualTo(1056);
    }

    @Test
    void iisresetActsOnTheServicesOfIis() throws InterruptedException {
        assertThat(run("iisreset /restart").exitCode()).isZero();
        assertThat(machine.services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void whatTheMachineDoesNotKnowEndsWithNothingAndIsNamed() throws InterruptedException {
        assertThat(run("robocopy a b\ncall:sub\nexit /b %ERRORLEVEL%\n:sub\nrobocopy a b")
                        .exitCode())
                .isZero();
        assertThat(scripts.notRehearsed()).containsExactly("robocopy a b");
        assertThat(scripts.runs()).singleElement().satisfies(it -> assertThat(
                        it.run().commands())
                .extracting(ScriptRun.Ran::program)
                .containsExactly("robocopy", "robocopy"));
    }

    @Test
    void anAnswerStandsForAProgramAlsoForOneThatIsKnown() throws InterruptedException {
        answers = command ->
                List.of("robocopy", "net").contains(command.program()) ? OptionalInt.of(7) : OptionalInt.empty();
        assertThat(run("robocopy a b").exitCode()).isEqualTo(7);
        assertThat(run("net start App").exitCode()).isEqualTo(7);
        assertThat(machine.services().state("App")).isEqualTo(ServiceState.STOPPED);
        assertThat(scripts.notRehearsed()).isEmpty();
    }

    @Test
    void anApplicationThatNobodyKnowsEndsWithNothingAndIsNamed() throws InterruptedException {
        List<String> command = List.of("C:\\app\\start.bat", "-x");
        scripts.putUnknownOn(machine, command);
        assertThat(machine.commands()
                        .run(command, Map.of(), Duration.ofMinutes(1))
                        .exitCode())
                .isZero();
        assertThat(scripts.notRehearsed()).containsExactly("C:\\app\\start.bat -x");
    }

    @Test
    void variablesAreThoseOfTheCall() throws InterruptedException {
        assertThat(run("exit /b %CODE%", Map.of("CODE", "5")).exitCode()).isEqualTo(5);
    }

    @Test
    void aScriptThatIsNotThereFailsAndIsNamed() throws InterruptedException {
        scripts.putOn(machine, "stop.bat");
        CommandResult result =
                machine.commands().run(List.of("C:\\scripts\\web\\stop.bat"), Map.of(), Duration.ofMinutes(1));
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("C:\\scripts\\web\\stop.bat");
    }

    @Test
    void aScriptThatNeverEndsIsEndedAfterItsSteps() throws InterruptedException {
        assertThat(run(":again\ngoto again").output()).contains("steps");
    }

    private CommandResult run(String script) throws InterruptedException {
        return run(script, Map.of());
    }

    private CommandResult run(String script, Map<String, String> environment) throws InterruptedException {
        text = "@echo off\n" + script;
        scripts.putOn(machine, "start.bat");
        return machine.commands().run(List.of(START), environment, Duration.ofMinutes(10));
    }
}
