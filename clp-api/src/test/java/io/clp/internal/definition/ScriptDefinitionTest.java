package io.clp.internal.definition;

import static io.clp.internal.definition.GroupDefinitionTest.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.DefinitionException.Problem;
import io.clp.resource.ArmCommands;
import io.clp.resource.ResourceTier;
import io.clp.resource.ScriptResource;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script resource may be defined as. */
class ScriptDefinitionTest {
    @Test
    void isWhatClusterproNamesItWhereNothingElseIsSaid() {
        ScriptResource script =
                ScriptResource.builder("script").directory("C:\\s").build();
        assertThat(script.directory()).isEqualTo("C:\\s\\");
        assertThat(script.startFile()).isEqualTo("start.bat");
        assertThat(script.stopFile()).isEqualTo("stop.bat");
        assertThat(script.startNormalReturn()).isEmpty();
        assertThat(script.stopNormalReturn()).isEmpty();
        assertThat(script.armCommands()).isEqualTo(ArmCommands.INSTALLED);
        assertThat(script.outputCharset()).isEmpty();
        assertThat(script.environment()).isEmpty();
        assertThat(script.ownProbe()).isEmpty();
        assertThat(script.uses()).isEmpty();
        assertThat(script.tier()).isEqualTo(ResourceTier.APPLICATION);
    }

    @Test
    void keepsWhatItIsTold() {
        Map<String, String> variables = new HashMap<>(Map.of("SITE", "sales"));
        ScriptResource script = ScriptResource.builder("script")
                .directory("\\\\files\\share\\クラスタ 1\\")
                .start("Up.CMD")
                .stop("down.bat")
                .startNormalReturn(1)
                .startNormalReturn(-2)
                .stopNormalReturn(3)
                .anyStopReturn()
                .armCommands(ArmCommands.PROVIDED)
                .outputCharset(StandardCharsets.UTF_8)
                .environment(variables)
                .build();
        variables.clear();
        assertThat(script.directory()).isEqualTo("\\\\files\\share\\クラスタ 1\\");
        assertThat(script.startFile()).isEqualTo("Up.CMD");
        assertThat(script.startNormalReturn()).hasValue(-2);
        assertThat(script.stopNormalReturn()).isEmpty();
        assertThat(script.outputCharset()).contains(StandardCharsets.UTF_8);
        assertThat(script.environment()).containsExactly(Map.entry("SITE", "sales"));
        assertThat(script).hasToString("scripts script (\\\\files\\share\\クラスタ 1\\Up.CMD, down.bat)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\",
                "d:\\Program Files (x86)\\EXPRESSCLUSTER\\scripts\\web\\script",
                "C:\\a;b,c=d'e`f+g@h#i~[j]{k}$l",
                "\\\\files\\share",
                "C:\\.hidden\\",
                "C:\\仮想\\表 示"
            })
    void takesFolders(String folder) {
        assertThat(Paths.scriptFolderProblem(folder)).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "scripts",
                "\\scripts",
                "C:",
                "C:scripts",
                "C:/scripts",
                "C:\\a\\..\\b",
                "C:\\a.",
                "C:\\a \\b",
                "C:\\a\\\\b",
                "\\\\files",
                "\\\\?\\C:\\a",
                "\\\\.\\pipe\\a",
                "C:\\R&D",
                "C:\\a|b",
                "C:\\a<b",
                "C:\\a>b",
                "C:\\a^b",
                "C:\\%TEMP%",
                "C:\\a\"b",
                "C:\\a!b",
                "C:\\a\nb",
                "C:\\a\0b",
                "C:\\a*"
            })
    void refusesOtherFolders(String folder) {
        assertThat(Paths.scriptFolderProblem(folder)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"start.bat", "START.BAT", "a.b.cmd", "start it.bat", "起動.bat"})
    void takesFiles(String file) {
        assertThat(Paths.scriptFileProblem(file)).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bat",
                ".bat",
                "start",
                "start.exe",
                "start.bat ",
                "start.bat.",
                "a\\start.bat",
                "a/start.bat",
                "C:start.bat",
                "nul.bat",
                "COM1.cmd",
                "a&b.bat",
                "%a%.bat",
                "a\"b.bat",
                "start.bat\n"
            })
    void refusesOtherFiles(String file) {
        assertThat(Paths.scriptFileProblem(file)).isNotNull();
    }

    @Test
    void namesEveryProblemAtOnceAndNoValueOfAVariable() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("clp_event", "s3cret");
        variables.put("A=B", "s3cret");
        variables.put("C", "s3cret\ncalc");
        variables.put("path", "s3cret");
        variables.put("PATH", "s3cret");
        variables.put("CLP_PATH", "C:\\Program Files\\EXPRESSCLUSTER");
        variables.put("D", null);
        assertThat(problems(() -> ScriptResource.builder("a b")
                        .directory("scripts")
                        .start("start")
                        .stop("stop.exe")
                        .environment(variables)
                        .build()))
                .allSatisfy(it -> assertThat(it.toString()).doesNotContain("s3cret"))
                .extracting(it -> it.field() + "=" + it.value())
                .containsExactly(
                        "id=a b",
                        "directory=scripts",
                        "start=start",
                        "stop=stop.exe",
                        "environment=clp_event",
                        "environment=A=B",
                        "environment=C",
                        "environment=PATH",
                        "environment=D");
        assertThat(problems(() -> ScriptResource.builder("script").build()))
                .extracting(Problem::field)
                .containsExactly("directory");
    }

    @Test
    void refusesAPathThatIsTooLongAsAWhole() {
        String folder = "C:\\" + "x".repeat(250);
        assertThat(problems(
                        () -> ScriptResource.builder("script").directory(folder).build()))
                .extracting(Problem::field)
                .containsExactly("start", "stop");
        assertThat(ScriptResource.builder("script")
                        .directory(folder.substring(8))
                        .directory("C:\\" + "x".repeat(246))
                        .build()
                        .stopFile())
                .isEqualTo("stop.bat");
    }
}
