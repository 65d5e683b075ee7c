package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.platform.NodeInfo;
import io.clp.platform.PlatformUnavailableException;
import io.clp.testkit.FakePlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementsTest {
    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "AIX", "Darwin Windows"})
    void anotherOperatingSystemIsNamed(String name) {
        PlatformUnavailableException refusal =
                catchThrowableOfType(PlatformUnavailableException.class, () -> Requirements.windows(name));
        assertThat(refusal)
                .hasMessage("open the Windows platform: this is " + name
                        + "; elsewhere than on Windows use FakePlatform of the test kit (clp-testkit)");
        assertThat(refusal.windowsCode()).isEmpty();
        assertThat(refusal.advice()).contains("FakePlatform");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Windows 10", "Windows Server 2022", "windows"})
    void windowsWillDo(String name) {
        assertThatCode(() -> Requirements.windows(name)).doesNotThrowAnyException();
    }

    @Test
    void aProcessThatIsNotElevatedIsToldWhichRightIsMissing() {
        PlatformUnavailableException refusal =
                catchThrowableOfType(PlatformUnavailableException.class, () -> Requirements.elevated(info(false)));
        assertThat(refusal.getMessage()).contains("administrator", "elevated", "LocalSystem", "Run as administrator");
        assertThat(refusal.windowsCode()).hasValue(740);
        assertThat(refusal.windowsName()).isEqualTo("ERROR_ELEVATION_REQUIRED");
    }

    @Test
    void anElevatedProcessWillDo() {
        assertThatCode(() -> Requirements.elevated(info(true))).doesNotThrowAnyException();
    }

    @Test
    void aLibraryThatDoesNotLoadKeepsItsCauseAndHasAnAdvice() {
        UnsatisfiedLinkError cause = new UnsatisfiedLinkError("jnidispatch.dll: access denied");
        PlatformUnavailableException refusal = catchThrowableOfType(
                PlatformUnavailableException.class,
                () -> Requirements.loaded(() -> {
                    throw cause;
                }));
        assertThat(refusal).hasCause(cause);
        assertThat(refusal.getMessage()).contains("access denied");
        assertThat(refusal.advice()).contains("-Djna.tmpdir", "-Djna.boot.library.path");
    }

    @Test
    void whatLoadsIsReturned() {
        assertThat(Requirements.loaded(() -> "loaded")).isEqualTo("loaded");
    }

    private static NodeInfo info(boolean elevated) {
        try (FakePlatform platform =
                FakePlatform.builder("SV1").elevated(elevated).build()) {
            return platform.info();
        }
    }
}
