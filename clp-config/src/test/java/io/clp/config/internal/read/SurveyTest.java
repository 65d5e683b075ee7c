package io.clp.config.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.config.internal.script.Model;
import io.clp.resource.ResourceRecognizer.Run;
import io.clp.resource.ResourceRecognizer.Script;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What recognisers are told of a script. */
class SurveyTest {
    @Test
    void everySituationIsRun() {
        Script script = survey(
                "@echo off",
                "if \"%CLP_EVENT%\" == \"START\" if \"%CLP_SERVER%\" == \"HOME\" C:\\Windows\\System32\\Net.EXE Start \"A b\" > log.txt",
                "if %CLP_DISK% == FAILURE goto nowhere");

        assertThat(script.runs()).hasSize(16).allSatisfy(run -> assertThat(run.commands())
                .isEqualTo(
                        run.event().equals("START") && run.server().equals("HOME")
                                ? List.of(List.of("net", "Start", "A b"))
                                : List.of()));
        assertThat(script.otherwise()).isEmpty();
        assertThat(script.doubts()).isEmpty();
    }

    @Test
    void commandsThatNeverRunAreToldAsTheyAreWritten() {
        Script script = survey(
                "net start A || net start B",
                "if errorlevel 1 (",
                "  net stop \"%X%\"",
                "  call app.exe /x",
                ")",
                "echo on & set X=1",
                "goto end",
                "net start C",
                ":end");

        assertThat(script.runs()).extracting(Run::commands).containsOnly(List.of(List.of("net", "start", "A")));
        assertThat(script.otherwise())
                .containsExactly(
                        List.of("net", "start", "B"),
                        List.of("net", "stop", "%X%"),
                        List.of("app", "/x"),
                        List.of("net", "start", "C"));
        assertThat(script.doubts()).isEmpty();
    }

    @Test
    void ofSeveralCommandsOnALineOnlyThoseThatSurelyRanDid() {
        Script script = survey("set X=A", "net start %X% & net start B", "net start %X%");

        assertThat(script.runs().get(0).commands())
                .containsExactly(
                        List.of("net", "start", "A"), List.of("net", "start", "B"), List.of("net", "start", "A"));
        assertThat(script.otherwise()).containsExactly(List.of("net", "start", "%X%"));
    }

    @Test
    void aCommandAfterAJumpThatIsNotTakenRuns() {
        Script script = survey("net start A", "if not %ERRORLEVEL% == 0 goto end", "call net start B", ":end");

        assertThat(script.runs().get(0).commands())
                .containsExactly(List.of("net", "start", "A"), List.of("net", "start", "B"));
        assertThat(script.otherwise()).isEmpty();
        assertThat(script.doubts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if \"%COMPUTERNAME%\" == \"SV1\" goto end",
                "if \"%CLP_FACTOR%\" == \"GROUPFAILOVER\" goto end",
                "if exist C:\\stop.txt goto end",
                "if not defined CLP_SERVER_PREV goto end",
                "goto %NEXT%",
                "for /F %%i in (list.txt) do net start %%i",
                "set /p X=really?",
                "if (",
                ":again\r\ngoto again",
            })
    void whatElseItDependsOnIsADoubt(String line) {
        assertThat(survey(line, "net start A", ":end").doubts()).isNotEmpty();
    }

    private static Script survey(String... lines) {
        return Survey.of(Model.of("start.bat", String.join("\r\n", lines) + "\r\n"));
    }
}
