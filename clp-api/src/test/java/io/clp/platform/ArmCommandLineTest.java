package io.clp.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArmCommandLineTest {
    private final List<String> asked = new ArrayList<>();

    /** Writes down what is asked for. */
    private final ArmRequests requests = new ArmRequests() {
        @Override
        public CommandResult load(ArmLoad load) {
            return done(load.toString());
        }

        @Override
        public CommandResult kill(String watchId) {
            return done("ARMKILL " + watchId);
        }

        @Override
        public CommandResult broadcast(String message) {
            return done("ARMBCAST [" + message + "]");
        }

        @Override
        public CommandResult log(String line) {
            return done("ARMLOG [" + line + "]");
        }

        @Override
        public void hasNoEffect(String option) {
            asked.add("no effect: " + option);
        }

        private CommandResult done(String what) {
            asked.add(what);
            return CommandResult.exited(0, "");
        }
    };

    @ParameterizedTest
    @CsvSource({
        "ARMLOAD WWWService /S W3SVC, ARMLOAD WWWService /S W3SVC",
        "armload id /s /a svc, ARMLOAD id /S /A svc",
        "armload id /S /A /R 3 /H 24 svc, ARMLOAD id /S /A /R 3 /H 24 svc",
        "ARMLOAD id /R 9 /S svc, ARMLOAD id /S /R 9 svc",
        "ARMKILL id, ARMKILL id",
        "ARMBCAST /MSG hello, ARMBCAST [hello]",
        "ARMLOG net start W3SVC, ARMLOG [net start W3SVC]",
    })
    void whatIsUnderstoodIsAskedFor(String line, String request) throws InterruptedException {
        assertThat(ask(line)).isEqualTo(CommandResult.exited(0, ""));
        assertThat(asked).containsExactly(request);
    }

    @ParameterizedTest
    @CsvSource({
        "ARMLOAD id /S /SCR svc, ARMLOAD /SCR",
        "ARMLOAD id /S /WAIT 0 svc, ARMLOAD /WAIT 0",
        "ARMLOAD id /S /INT 5 svc, ARMLOAD /INT 5",
        "ARMLOAD id /S /M svc, ARMLOAD /M",
        "ARMLOAD id /S /FOV svc, ARMLOAD /FOV",
        "ARMLOAD id /S /log file svc, ARMLOAD /LOG file",
        "ARMKILL id /T 0, ARMKILL /T 0",
        "ARMBCAST /MSG text /A, ARMBCAST /A",
    })
    void whatHasNoEffectIsTold(String line, String option) throws InterruptedException {
        assertThat(ask(line).succeeded()).isTrue();
        assertThat(asked).hasSize(2).first().isEqualTo("no effect: " + option);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ARMLOAD",
                "ARMLOAD id",
                "ARMLOAD id /S",
                "ARMLOAD /S svc",
                "ARMLOAD id /S /NOSUCH svc",
                "ARMLOAD id /S one two",
                "ARMLOAD id /S /R",
                "ARMLOAD id /S /R svc",
                "ARMLOAD id /S /R 0 svc",
                "ARMLOAD id /S /R 10 svc",
                "ARMLOAD id /S /H 25 svc",
                "ARMLOAD id /S /WAIT 3601 svc",
                "ARMLOAD id /S /R 99999999999 svc",
                "ARMLOAD id /S /W svc",
                "ARMKILL",
                "ARMKILL /T 0",
                "ARMKILL one two",
                "ARMKILL id /NOSUCH",
                "ARMBCAST",
                "ARMBCAST text",
                "ARMBCAST /MSG",
                "ARMBCAST /MSG text more",
                "ARMLOG"
            })
    void anythingElseIsRefusedWithTheForm(String line) throws InterruptedException {
        CommandResult answer = ask(line);
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.output()).startsWith("usage: " + words(line).get(0) + " ");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ARMLOAD id /U admin /W app.exe -x, 1", "ARMLOAD id app.exe, 1", "ARMGETCD id, 2"})
    void applicationsAreNotSupported(String line, int exitCode) throws InterruptedException {
        CommandResult answer = ask(line);
        assertThat(answer.exitCode()).isEqualTo(exitCode);
        assertThat(answer.output()).contains("not supported: applications");
        assertThat(read(line).application()).isTrue();
    }

    @Test
    void anotherProgramIsNone() throws InterruptedException {
        assertThat(ask("armdelay 5")).isEqualTo(CommandResult.exited(1, "ARMDELAY 5: no such program"));
    }

    @Test
    void textIsTakenAsItIs() throws InterruptedException {
        ArmCommandLine.of("ArmBcast", List.of("/A", "/msg", "IIS を 起動します /A")).ask(requests);
        assertThat(asked).containsExactly("no effect: ARMBCAST /A", "ARMBCAST [IIS を 起動します /A]");
    }

    private CommandResult ask(String line) throws InterruptedException {
        return read(line).ask(requests);
    }

    private static ArmCommandLine read(String line) {
        List<String> words = words(line);
        return ArmCommandLine.of(words.get(0), words.subList(1, words.size()));
    }

    private static List<String> words(String line) {
        return List.of(line.split(" ", -1));
    }
}
