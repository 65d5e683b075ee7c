package io.clp.windows;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.clp.platform.PlatformUnavailableException;
import java.lang.reflect.Proxy;
import java.util.concurrent.ExecutorService;
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
    void doesSoWithAnExecutorOfTheCallersTooAndAsksNothingOfIt() {
        ExecutorService untouched = (ExecutorService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ExecutorService.class}, (proxy, method, arguments) -> {
                    throw new AssertionError(method + " was called");
                });
        assertThatExceptionOfType(PlatformUnavailableException.class)
                .isThrownBy(() -> WindowsPlatform.open(untouched))
                .withMessageContaining("clp-testkit");
    }
}
