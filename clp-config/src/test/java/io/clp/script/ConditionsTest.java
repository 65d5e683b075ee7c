package io.clp.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** IF and ELSE. */
class ConditionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "if a==a echo yes",
                "if \"%SET%\" == \"x y\" echo yes",
                "if not a==b echo yes",
                "if /i A==a echo yes",
                "if /I NOT A==b echo yes",
                "if not /i A==b echo yes",
                "if 10 GTR 9 echo yes",
                "if 0x10 equ 16 echo yes",
                "if 010 EQU 8 echo yes",
                "if -1 lss 0 echo yes",
                "if 2 leq 2 echo yes",
                "if 2 geq 2 echo yes",
                "if b GTR a echo yes",
                "if 1 neq 2 echo yes",
                "if /i ABC equ abc echo yes",
                "if exist C:\\there echo yes",
                "if exist \"C:\\a b\" echo yes",
                "if not exist C:\\gone echo yes",
                "if defined SET echo yes",
                "if not defined UNSET echo yes",
                "if errorlevel 0 echo yes",
                "if not errorlevel 1 echo yes",
                "if cmdextversion 2 echo yes",
                "if a==b (echo no) else echo yes",
                "if a==b (echo no) else if a==c (echo no) else (echo yes)",
                "if a==a (echo yes) else echo no",
                "if a==b echo no & echo no",
                "if a==a if b==b echo yes",
                "if a==b (",
            })
    void holds(String line) throws Exception {
        Scripts.Node node =
                new Scripts.Node().variable("SET", "x y").file("C:\\there").file("C:\\a b");
        ScriptRun run = node.run(
                line.endsWith("(") ? new String[] {line, "echo no", ") else (", "echo yes", ")"} : new String[] {line});
        if (line.contains("& echo no")) {
            assertThat(run.output()).isEmpty();
        } else {
            assertThat(run.output()).containsExactly("yes");
        }
        assertThat(run.problems()).isEmpty();
    }

    @Test
    void errorlevelIsReachedOrPassed() throws Exception {
        Scripts.Node node = new Scripts.Node().answer("net", 2);
        assertThat(node.run("net start x", "if errorlevel 3 echo 3", "if errorlevel 1 echo 1")
                        .output())
                .containsExactly("1");
        assertThat(node.run("net start x", "if %ERRORLEVEL% NEQ 0 exit /b 8").exitCode())
                .isEqualTo(8);
    }

    @Test
    void elseOnALineOfItsOwnIsNoCommand() throws Exception {
        ScriptRun run = Scripts.run("if a==a (", "echo yes", ")", "else echo no");
        assertThat(run.output()).startsWith("yes").hasSize(2);
        assertThat(run.exitCode()).isEqualTo(ScriptHost.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"if", "if a", "if a==", "if a==b", "if a equ b", "if (a) b", "if a foo b c", "if exist", "if not"
            })
    void whatCannotBeReadEndsTheScriptAndIsOpaque(String line) throws Exception {
        ScriptRun run = Scripts.run(line, "never");
        assertThat(run.met(ScriptProblem.Kind.SYNTAX)).isTrue();
        assertThat(run.commands()).isEmpty();
        assertThat(Scripts.of(line).opaque())
                .singleElement()
                .extracting(OpaqueLine::line)
                .isEqualTo(1);
    }
}
