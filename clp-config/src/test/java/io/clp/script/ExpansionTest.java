package io.clp.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is put in the place of percent signs and exclamation marks. */
class ExpansionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[%X%]; [abcdef]",
                "[%x%]; [abcdef]",
                "[%UNSET%]; []",
                "[100%%]; [100%]",
                "[%X:~2%]; [cdef]",
                "[%X:~1,2%]; [bc]",
                "[%X:~-2%]; [ef]",
                "[%X:~-4,-1%]; [cde]",
                "[%X:~0,-2%]; [abcd]",
                "[%X:~9%]; []",
                "[%X:~4,1%%X:~0,1%]; [ea]",
                "[%X:CD=_%]; [ab_ef]",
                "[%X:b=%]; [acdef]",
                "[%X:*c=%]; [def]",
                "[%X:zz=y%]; [abcdef]",
                "[%UNSET:~0,1%]; [~0,1]",
                "[50% off]; [50 off]",
            })
    void inALine(String written, String expected) throws Exception {
        ScriptRun run = new Scripts.Node().variable("X", "abcdef").run("echo " + written);
        assertThat(run.output()).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "%1; \"C:\\a b\\web.tar.gz\"",
                "%~1; C:\\a b\\web.tar.gz",
                "%~f1; C:\\a b\\web.tar.gz",
                "%~d1; C:",
                "%~p1; \\a b\\",
                "%~dp1; C:\\a b\\",
                "%~n1; web.tar",
                "%~x1; .gz",
                "%~nx1; web.tar.gz",
                "%~z1.; .",
                "%2.; .",
            })
    void ofArguments(String written, String expected) throws Exception {
        ScriptRun run = new Scripts.Node().arguments("\"C:\\a b\\web.tar.gz\"").run("echo " + written);
        assertThat(run.output()).containsExactly(expected);
    }

    @Test
    void theScriptsFolderIsKnown() throws Exception {
        ScriptRun run = BatchScript.parse("D:\\scripts\\web\\START.BAT", "call :sub\nexit\n:sub\necho %~dp0 %~nx0 %0")
                .run(it -> 0, Map.of(), List.of());
        assertThat(run.output()).containsExactly("D:\\scripts\\web\\ START.BAT :sub");
    }

    @Test
    void aWrongTildeEndsTheScript() throws Exception {
        ScriptRun run = Scripts.run("echo %~q", "never");
        assertThat(run.met(ScriptProblem.Kind.SYNTAX)).isTrue();
        assertThat(run.exitCode()).isEqualTo(255);
        assertThat(run.commands()).isEmpty();
    }

    @Test
    void percentSignsOfABlockAreReplacedBeforeItRuns() throws Exception {
        assertThat(Scripts.run("set x=1", "if 1==1 (", "  set x=2", "  echo %x%", ")", "echo %x%")
                        .output())
                .containsExactly("1", "2");
        assertThat(Scripts.run("set x=1", "set x=2& echo %x%").output()).containsExactly("1");
    }

    @Test
    void exclamationMarksAreReplacedWhenACommandRuns() throws Exception {
        assertThat(Scripts.run(
                                "setlocal EnableDelayedExpansion",
                                "set x=1",
                                "if 1==1 (",
                                "set x=2",
                                "echo !x! !x:2=z!",
                                ")",
                                "endlocal",
                                "echo !x!")
                        .output())
                .containsExactly("2 z", "!x!");
    }

    @Test
    void callReplacesOnceMore() throws Exception {
        assertThat(Scripts.run("set a=b", "set b=c", "call echo %%%a%%%").output())
                .containsExactly("c");
    }

    @Test
    void aVariableCanHoldTheCommand() throws Exception {
        ScriptRun run = Scripts.run("set DO=net stop", "%DO% W3SVC & set OFF=rem", "%OFF% net start W3SVC");
        assertThat(run.commands()).extracting(ScriptRun.Ran::text).containsExactly("net stop W3SVC");
    }

    @Test
    void anEmptyVariableCanMakeALineUnreadable() throws Exception {
        ScriptRun run = Scripts.run("if %UNSET%==x goto end", "never", ":end");
        assertThat(run.problems()).singleElement().asString().contains("goto was unexpected at this time.");
        assertThat(run.exitCode()).isEqualTo(255);
    }

    @Test
    void aLineThatGrowsTooLongEndsTheRun() throws Exception {
        ScriptRun run = Scripts.run("set x=0123456789", ":again", "set x=%x%%x%", "goto again");
        assertThat(run.met(ScriptProblem.Kind.SIZE_LIMIT)).isTrue();
    }
}
