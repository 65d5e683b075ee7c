package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.windows.internal.platform.Launch.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaunchTest {
    private static final Map<String, String> INHERITED =
            Map.of("Path", "C:\\tools;C:\\Windows\\System32", "SYSTEMROOT", "D:\\Windows", "other", "1");
    private static final Set<String> FILES = Set.of(
            "C:\\Windows\\System32\\net.exe",
            "C:\\tools\\net.exe",
            "C:\\tools\\chcp.com",
            "C:\\tools\\old.bat",
            "C:\\a b\\START.BAT",
            "C:\\100%\\start.cmd",
            "C:\\a b\\dots.bat. .",
            "C:\\x\\python3.11.exe",
            "D:\\Windows\\System32\\iisreset.exe");

    private static Launch launch(Map<String, String> environment, String... command) throws RefusedException {
        return Launch.of(List.of(command), INHERITED, environment, FILES::contains);
    }

    private static int refused(Map<String, String> environment, String... command) {
        return catchThrowableOfType(RefusedException.class, () -> launch(environment, command))
                .code();
    }

    @Test
    void findsAProgramInTheOrderOfThePath() throws RefusedException {
        assertThat(launch(Map.of(), "net", "start", "x y").application()).isEqualTo("C:\\tools\\net.exe");
        assertThat(launch(Map.of(), "net", "start", "x y").commandLine()).isEqualTo("net start \"x y\"");
        assertThat(launch(Map.of(), "net.exe").application()).isEqualTo("C:\\tools\\net.exe");
        assertThat(launch(Map.of(), "chcp").application()).isEqualTo("C:\\tools\\chcp.com");
    }

    @Test
    void thePathIsTheOneThatTheCommandGets() throws RefusedException {
        assertThat(launch(Map.of("PATH", "relative;;\"C:\\Windows\\System32\\\""), "net")
                        .application())
                .isEqualTo("C:\\Windows\\System32\\net.exe");
    }

    @Test
    void theSystemFolderIsSearchedThoughNoPathNamesIt() throws RefusedException {
        assertThat(launch(Map.of(), "iisreset").application()).isEqualTo("D:\\Windows\\System32\\iisreset.exe");
    }

    @Test
    void anExtensionIsAddedToAPathWithoutOne() throws RefusedException {
        assertThat(launch(Map.of(), "C:\\x\\python3.11").application()).isEqualTo("C:\\x\\python3.11.exe");
    }

    @Test
    void aProgramThatIsNowhereIsNotFound() {
        assertThat(refused(Map.of(), "no-such-program")).isEqualTo(2);
        assertThat(refused(Map.of(), "C:\\tools\\no-such-program.exe")).isEqualTo(2);
        assertThat(refused(Map.of(), "old")).as("a batch file is named in full").isEqualTo(2);
        assertThat(refused(Map.of("Path", ""), "chcp")).isEqualTo(2);
    }

    @Test
    void aBatchFileIsRunByTheSystemsOwnCmd() throws RefusedException {
        Launch launch = launch(Map.of("ComSpec", "C:\\evil.exe"), "C:\\a b\\START.BAT");
        assertThat(launch.application()).isEqualTo("D:\\Windows\\System32\\cmd.exe");
        assertThat(launch.commandLine()).isEqualTo("cmd.exe /d /v:off /s /c \"\"C:\\a b\\START.BAT\"\"");
        assertThat(launch(Map.of(), "old.bat").commandLine()).endsWith("\"\"C:\\tools\\old.bat\"\"");
    }

    @Test
    void aBatchFileWithArgumentsIsRefused() {
        assertThat(refused(Map.of(), "C:\\a b\\START.BAT", "\"&calc.exe")).isEqualTo(87);
        assertThat(refused(Map.of(), "C:\\a b\\dots.bat. .", "x"))
                .as("Windows does not see dots and spaces at the end")
                .isEqualTo(87);
    }

    @Test
    void aBatchFileWithAPercentSignInItsPathIsRefused() {
        assertThat(refused(Map.of(), "C:\\100%\\start.cmd")).isEqualTo(87);
    }

    @Test
    void whatCannotBeHandedOnIsRefused() {
        assertThat(refused(Map.of(), "")).isEqualTo(87);
        assertThat(refused(Map.of(), "  ")).isEqualTo(87);
        assertThat(refused(Map.of(), "ne\"t")).isEqualTo(87);
        assertThat(refused(Map.of(), "net", "a\0b")).isEqualTo(87);
        assertThat(refused(Map.of("", "x"), "net")).isEqualTo(87);
        assertThat(refused(Map.of("A=B", "x"), "net")).isEqualTo(87);
        assertThat(refused(Map.of("A", "x\0B=y"), "net")).isEqualTo(87);
    }

    @Test
    void aLineThatIsTooLongIsRefused() throws RefusedException {
        String longest = "a".repeat(CommandLine.LONGEST - "net ".length());
        assertThat(launch(Map.of(), "net", longest).commandLine()).hasSize(CommandLine.LONGEST);
        assertThat(refused(Map.of(), "net", longest + "a")).isEqualTo(206);
    }

    @Test
    void aCommandWithoutAProgramIsAnErrorOfTheCaller() {
        assertThatIllegalArgumentException().isThrownBy(() -> launch(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.bat", "X.BAT", "x.cmd", "C:\\a\\x.bat.", "x.cmd .. "})
    void seesABatchFile(String path) {
        assertThat(ProgramLookup.isBatchFile(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.exe", "x.bat.exe", "bat", "x.cmdx"})
    void seesAProgram(String path) {
        assertThat(ProgramLookup.isBatchFile(path)).isFalse();
    }
}
