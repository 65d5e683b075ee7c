package io.clp.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators, redirection, the interpreter's own commands, and what a host is told. */
class CommandsTest {
    @Test
    void aHostIsToldTheProgramHowItIsFound() throws Exception {
        Scripts.Node node = new Scripts.Node().variable("X", "1");
        node.run("cd /d D:\\web", "  @\"C:\\Program Files\\clp\\ARMLOAD.EXE\" id /S \"World Wide\" > nul 2>&1");
        ScriptCommand command = node.commands.get(0);
        assertThat(command.program()).isEqualTo("armload");
        assertThat(command.arguments()).containsExactly("id", "/S", "World Wide");
        assertThat(command.text()).isEqualTo("\"C:\\Program Files\\clp\\ARMLOAD.EXE\" id /S \"World Wide\"");
        assertThat(command.line()).isEqualTo(2);
        assertThat(command.directory()).isEqualTo("D:\\web");
        assertThat(command.environment()).containsEntry("x", "1");
    }

    @Test
    void ownCommandsLeaveErrorlevel() throws Exception {
        Scripts.Node node = new Scripts.Node().answer("net", 2);
        for (String own : List.of(
                "set x=1", "echo x", "rem x", ":: x", "cd \\", "setlocal", "endlocal", "title x", "set /a x=1")) {
            assertThat(node.run("net start x", own).exitCode()).as(own).isEqualTo(2);
        }
        assertThat(node.run("net start x", "ver").exitCode()).isZero();
        assertThat(node.run("net start x", "tool").exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ok && echo yes; yes",
                "bad || echo yes; yes",
                "bad && echo no & echo yes; yes",
                "bad || bad && echo no || echo yes; yes",
                "(ok || echo no && echo no) & echo yes; yes",
                "bad && echo no || echo yes; yes",
                "(bad) || (echo yes); yes",
                "ok &&echo yes; yes",
                "echo a^&b; a&b",
                "echo \"a&b\"; \"a&b\"",
                "echo a^^b; a^b",
                "echo.yes; yes",
                "echo:yes; yes",
                "echo(yes; yes",
                "echo no>nul& echo yes; yes",
                ">nul echo no & echo yes; yes",
                "(echo no & echo no)>nul & echo yes; yes",
                "echo yes 2>&1; yes",
                "echo yes2>nul & echo yes; yes",
                "@echo yes; yes",
                "for %%s in (a,b) do @if %%s==b echo yes; yes",
                "for /L %%i in (3,-1,1) do @if %%i==1 echo yes; yes",
            })
    void operators(String line, String expected) throws Exception {
        ScriptRun run = new Scripts.Node().answer("bad", 1).run(line);
        assertThat(run.output().stream().map(String::strip)).containsExactly(expected);
        assertThat(run.problems()).isEmpty();
    }

    @Test
    void aCaretAtTheEndGoesOnInTheNextLine() throws Exception {
        assertThat(Scripts.run("net ^", "start ^", "W3SVC").commands())
                .containsExactly(
                        new ScriptRun.Ran("TEST.BAT", 1, "net", List.of("start", "W3SVC"), "net start W3SVC", 0));
    }

    @Test
    void remarksEndNoBlockAndHideOperators() throws Exception {
        assertThat(Scripts.run("if 1==1 (", "rem ) & echo no", "echo yes", ")").output())
                .containsExactly("yes");
        assertThat(Scripts.run("rem x & echo no", ":: & echo no").output()).isEmpty();
    }

    @Test
    void aCommentOfColonsBeforeAParenthesisCannotBeRead() throws Exception {
        assertThat(Scripts.run("if 1==1 (", "echo x", ":: end", ")").met(ScriptProblem.Kind.SYNTAX))
                .isTrue();
    }

    @Test
    void anUnclosedBlockRunsNothing() throws Exception {
        ScriptRun run = Scripts.run("echo a", "if 1==1 (", "echo b");
        assertThat(run.output()).hasSize(2).startsWith("a");
        assertThat(run.met(ScriptProblem.Kind.SYNTAX)).isTrue();
    }

    @Test
    void aPipeGivesLinesToTheNextAndKeepsVariables() throws Exception {
        Scripts.Node node = new Scripts.Node();
        ScriptRun run = node.run("set x=1", "(echo y& set x=2)| net stop W3SVC", "echo %x%");
        assertThat(node.commands.get(0).input()).containsExactly("y");
        assertThat(run.output()).containsExactly("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1+2*3; 7",
                "(1+2)*3; 9",
                "7/2; 3",
                "7%%2; 1",
                "-7/2; -3",
                "1<<4; 16",
                "0x1F&7; 7",
                "1^|6; 7",
                "~0; -1",
                "!5; 0",
                "010; 8",
                "n+1; 42",
                "2147483647+1; -2147483648",
                "x=y=3; 3",
            })
    void counts(String expression, String expected) throws Exception {
        assertThat(new Scripts.Node()
                        .variable("n", "41")
                        .run("set /a \"x=" + expression.replace("^", "") + "\"", "echo %x%")
                        .output())
                .containsExactly(expected);
    }

    @Test
    void wrongSumsAreToldAndChangeErrorlevel() throws Exception {
        for (String sum : List.of("1/0", "1+", "(1", "09", "1 2", ")")) {
            ScriptRun run = Scripts.run("set /a x=" + sum);
            assertThat(run.met(ScriptProblem.Kind.COMMAND_FAILED)).as(sum).isTrue();
            assertThat(run.exitCode()).as(sum).isGreaterThan(1_000_000);
        }
    }

    @Test
    void setKeepsBlanksAndQuotesTakeThemAway() throws Exception {
        assertThat(Scripts.run("set x=a ", "set \"y=b\" ", "echo [%x%][%y%]").output())
                .containsExactly("[a ][b]");
        assertThat(Scripts.run("set aa=1", "set ab=2", "set a").output()).containsExactly("aa=1", "ab=2");
        assertThat(Scripts.run("set zz").exitCode()).isEqualTo(1);
        assertThat(Scripts.run("set x=1", "set x=", "if defined x echo no").output())
                .isEmpty();
    }

    @Test
    void foldersAreKept() throws Exception {
        assertThat(Scripts.run("cd \\a\\b", "cd ..", "echo %CD%", "pushd D:\\x", "echo %CD%", "popd", "cd")
                        .output())
                .containsExactly("C:\\a", "D:\\x", "C:\\a");
    }

    @Test
    void whatIsNotInterpretedIsSkippedAndTold() throws Exception {
        BatchScript script = Scripts.of(
                "for /f %%i in (list.txt) do net start %%i", "set /p x=sure?", "for %%f in (*.log) do del %%f", "ok");
        assertThat(script.opaque()).extracting(OpaqueLine::line).containsExactly(1, 2, 3);
        ScriptRun run = script.run(it -> 0, Map.of(), List.of());
        assertThat(run.commands()).extracting(ScriptRun.Ran::text).containsExactly("ok");
        assertThat(run.problems())
                .extracting(ScriptProblem::kind)
                .containsOnly(ScriptProblem.Kind.OPAQUE)
                .hasSize(3);
    }

    @Test
    void anInterruptEndsTheRun() {
        assertThatThrownBy(() -> Scripts.of("net start x")
                        .run(
                                it -> {
                                    throw new InterruptedException();
                                },
                                Map.of(),
                                List.of()))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void whatIsTooLargeIsRefusedWithItsLine() {
        assertThatThrownBy(() -> Scripts.of("ok", "x".repeat(BatchScript.MAX_LINE + 1)))
                .isInstanceOf(ScriptException.class)
                .hasMessage("TEST.BAT, line 2: more than 8191 characters");
        assertThatThrownBy(() -> Scripts.of("if 1==1 ".repeat(BatchScript.MAX_NESTING + 1) + "x"))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining("nested");
        assertThatThrownBy(() -> BatchScript.parse("a", "\n".repeat(BatchScript.MAX_LINES + 1)))
                .isInstanceOf(ScriptException.class);
        assertThatThrownBy(() -> BatchScript.parse("a", "x".repeat(BatchScript.MAX_CHARACTERS + 1)))
                .isInstanceOf(ScriptException.class);
    }

    @Test
    void anEmptyScriptDoesNothing() throws Exception {
        ScriptRun run = BatchScript.parse("E.BAT", "").run(it -> 1, Map.of(), List.of());
        assertThat(run).isEqualTo(new ScriptRun(0, List.of(), List.of(), List.of()));
    }
}
