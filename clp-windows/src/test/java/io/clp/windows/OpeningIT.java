package io.clp.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.clp.platform.CommandResult;
import io.clp.platform.CommandRunner;
import io.clp.platform.NodeInfo;
import io.clp.platform.ServiceControl;
import io.clp.time.Timeline;
import io.clp.windows.internal.platform.WindowsCommands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Opening and closing the platform on Windows. */
@OnWindows
class OpeningIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Test
    void afterItsEndEachPartRefusesAndASecondEndDoesNothing() {
        WindowsPlatform platform = WindowsPlatform.open();
        NodeInfo info = platform.info();
        ServiceControl services = platform.services();
        CommandRunner commands = platform.commands();
        assertThat(info.elevated()).isTrue();
        assertThat(services.query("no-such-service").state().name()).isEqualTo("NOT_INSTALLED");
        platform.close();
        platform.close();
        assertThatIllegalStateException().isThrownBy(info::computerName);
        assertThatIllegalStateException().isThrownBy(() -> services.query("no-such-service"));
        assertThatIllegalStateException().isThrownBy(() -> commands.run(List.of("net"), Map.of(), PATIENCE));
        assertThatIllegalStateException().isThrownBy(() -> platform.addresses().query("10.0.0.1"));
        assertThatIllegalStateException().isThrownBy(() -> platform.volumes().query("C:\\", "C:\\"));
    }

    @Test
    void runsOnTheCallersExecutorAndLeavesItOpen() throws InterruptedException {
        ExecutorService executor = Executors.newCachedThreadPool();
        try {
            try (WindowsPlatform platform = WindowsPlatform.open(executor)) {
                CommandResult result =
                        platform.commands().run(List.of("cmd.exe", "/d", "/c", "exit 3"), Map.of(), PATIENCE);
                assertThat(result.exitCode()).isEqualTo(3);
            }
            assertThat(executor.isShutdown()).isFalse();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void saysWhatToDoWhereJnaCannotBeLoaded() throws InterruptedException {
        String told = opening("-Djna.nounpack=true", "-Djna.nosys=true");
        assertThat(told).startsWith("refused: ").contains("-Djna.tmpdir", "-Djna.boot.library.path");
    }

    @Test
    void opensInAProcessOfItsOwn() throws InterruptedException {
        assertThat(opening()).startsWith("opened on ");
    }

    @Test
    void namesTheRightThatIsMissingWhereTheProcessIsNotElevated() throws InterruptedException {
        assumeTrue(System.getenv("CLP_STANDIN") != null, "needs the stand-in that says so of an elevated process");
        String told = opening(Map.of("CLP_STANDIN_NOT_ELEVATED", "1"));
        assertThat(told).startsWith("refused: ").contains("administrator", "elevated");
    }

    private static String opening(String... options) throws InterruptedException {
        return opening(Map.of(), options);
    }

    private static String opening(Map<String, String> environment, String... options) throws InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java.exe").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Opening.class.getName()));
        CommandResult result = new WindowsCommands(Timeline.system()).run(command, environment, PATIENCE);
        return result.output()
                .lines()
                .filter(it -> it.matches("(refused|opened).*"))
                .findFirst()
                .orElse(result.output());
    }
}
