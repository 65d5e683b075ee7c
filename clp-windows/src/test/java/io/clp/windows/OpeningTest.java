package io.clp.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clp.platform.PlatformUnavailableException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Elsewhere than on Windows there is no platform of Windows, and one sentence says so. */
@DisabledOnOs(OS.WINDOWS)
class OpeningTest {
    @Test
    void namesTheOperatingSystemAndPointsToTheTestKit() {
        assertThatExceptionOfType(PlatformUnavailableException.class)
                .isThrownBy(WindowsPlatform::open)
                .withMessageContaining("this is " + System.getProperty("os.name"))
                .withMessageContaining("clp-testkit");
    }

    @Test
    void doesSoWithAnExecutorOfTheCallersTooAndLeavesItOpen() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            assertThatExceptionOfType(PlatformUnavailableException.class)
                    .isThrownBy(() -> WindowsPlatform.open(executor));
            assertThat(executor.isShutdown()).isFalse();
        } finally {
            executor.shutdownNow();
        }
    }
}
