package io.clp.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.script.ScriptProblem.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** GOTO, CALL, SHIFT and EXIT. */
class JumpsTest {
    @Test
    void jumpToAMissingLabelEndsTheScriptWithOne() throws Exception {
        ScriptRun run = Scripts.run("GOTO nowhere", "net start W3SVC");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.commands()).isEmpty();
        assertThat(run.output()).containsExactly("The system cannot find the batch label specified - nowhere");
        assertThat(run.problems())
                .containsExactly(new ScriptProblem(
                        Kind.MISSING_LABEL, "TEST.BAT", 1, run.output().get(0)));
    }

    @Test
    void labelsRegardNoCaseAndEndAtABlank() throws Exception {
        assertThat(ran("goto Work", "a", ":WORK and more", "b")).containsExactly("b");
        assertThat(ran("goto:work", "a", "  :work", "b")).containsExactly("b");
        assertThat(ran("goto :work", "a", ":work", "b")).containsExactly("b");
    }

    @Test
    void aJumpGoesToTheNextSuchLabelBelowAndElseToTheFirst() throws Exception {
        assertThat(ran("goto x", ":x", "a", "if defined seen goto :eof", "set seen=1", "goto x", ":x", "b", "goto x"))
                .containsExactly("a", "b", "a");
    }

    @Test
    void endOfFileEndsTheScriptAndKeepsErrorlevel() throws Exception {
        ScriptRun run = new Scripts.Node().answer("a", 7).run("a", "goto :eof", "b");
        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.commands()).hasSize(1);
    }

    @Test
    void aLabelNamedEofNeedsTheColonToEndTheScript() throws Exception {
        assertThat(ran("goto eof", "a", ":eof", "b")).containsExactly("b");
    }

    @Test
    void callReturnsBehindItself() throws Exception {
        assertThat(ran("call :sub one", "call :sub two", "exit", ":sub", "echo %1", "tool %1 %0", "exit /b"))
                .containsExactly("tool one :sub", "tool two :sub");
    }

    @Test
    void callOfAMissingLabelGoesOnWithOne() throws Exception {
        ScriptRun run = Scripts.run("call :nowhere", "if errorlevel 1 tool");
        assertThat(run.met(Kind.MISSING_LABEL)).isTrue();
        assertThat(run.commands()).hasSize(1);
    }

    @Test
    void anotherScriptIsCalledWithItsArguments() throws Exception {
        Scripts.Node node = new Scripts.Node().script("web.bat", "tool %1 %~2 %~n0", "exit /b 3");
        ScriptRun run = node.run("call web.bat a \"b c\"", "echo %ERRORLEVEL%");
        assertThat(run.commands())
                .extracting(ScriptRun.Ran::toString)
                .containsExactly("web.bat:1: tool a b c web -> 0");
        assertThat(run.output()).containsExactly("3");
    }

    @Test
    void aScriptThatIsTooLargeIsNotCalled() throws Exception {
        Scripts.Node node = new Scripts.Node().script("web.bat", "x".repeat(BatchScript.MAX_LINE + 1));
        ScriptRun run = node.run("call web.bat", "if errorlevel 1 tool");
        assertThat(run.met(Kind.SIZE_LIMIT)).isTrue();
        assertThat(run.commands()).hasSize(1);
    }

    @Test
    void aScriptThatIsNamedButNotCalledNeverComesBack() throws Exception {
        ScriptRun run = new Scripts.Node().script("web.cmd", "tool").run("web.cmd", "never");
        assertThat(run.commands()).extracting(ScriptRun.Ran::text).containsExactly("tool");
    }

    @Test
    void exitEndsEverythingAndExitBOnlyTheCall() throws Exception {
        assertThat(ran("call :sub", "a", "exit /b", ":sub", "b", "exit /b", "c"))
                .containsExactly("b", "a");
        assertThat(ran("call :sub", "a", "exit /b", ":sub", "b", "exit", "c")).containsExactly("b");
    }

    @Test
    void aBareExitGivesTheLastErrorlevel() throws Exception {
        for (String exit : List.of("exit", "exit /b", "exit /B", "exit/b", "goto :eof", "rem end")) {
            assertThat(new Scripts.Node()
                            .answer("armload", 5)
                            .run("ARMLOAD a /S b", exit)
                            .exitCode())
                    .as(exit)
                    .isEqualTo(5);
        }
    }

    @Test
    void exitWithANumberGivesIt() throws Exception {
        assertThat(Scripts.run("exit 3").exitCode()).isEqualTo(3);
        assertThat(Scripts.run("exit /b 4").exitCode()).isEqualTo(4);
        assertThat(Scripts.run("exit /b -1").exitCode()).isEqualTo(-1);
        assertThat(new Scripts.Node()
                        .answer("x", 9)
                        .run("x", "exit /b %ERRORLEVEL%")
                        .exitCode())
                .isEqualTo(9);
    }

    @Test
    void shiftMovesArgumentsButNotTheirText() throws Exception {
        ScriptRun run = new Scripts.Node()
                .arguments("a", "b", "c")
                .run("shift", "echo %1 %2 %3.", "echo %*", "shift /2", "echo %1 %2.");
        assertThat(run.output()).containsExactly("b c .", "a b c", "b .");
    }

    @Test
    void aLoopEndsAtTheStepLimit() throws Exception {
        ScriptRun run = Scripts.run(":again", "goto again");
        assertThat(run.met(Kind.STEP_LIMIT)).isTrue();
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void callsWithoutEndStopAtTheirLimit() throws Exception {
        assertThat(Scripts.run(":again", "call :again").met(Kind.CALL_LIMIT)).isTrue();
        ScriptRun nested = Scripts.run(":again", "((((((((((if 1==1 (for %%i in (1) do (call :again))))))))))))");
        assertThat(nested.met(Kind.CALL_LIMIT)).isTrue();
    }

    @Test
    void moreStepsAreGivenOnRequest() throws Exception {
        BatchScript script = Scripts.of("for /L %%i in (1,1,50) do tool");
        assertThat(script.run(it -> 0, Map.of(), List.of(), 40).met(Kind.STEP_LIMIT))
                .isTrue();
        assertThat(script.run(it -> 0, Map.of(), List.of(), 200).commands()).hasSize(50);
        assertThatThrownBy(() -> script.run(it -> 0, Map.of(), List.of(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> ran(String... lines) throws InterruptedException {
        return Scripts.run(lines).commands().stream().map(ScriptRun.Ran::text).toList();
    }
}
