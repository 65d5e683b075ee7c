package io.clp.windows.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Structure;
import io.clp.windows.OnWindows;
import io.clp.windows.machine.Places;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares our declarations, as JNA lays them out on Windows, with a C program that was compiled from the headers. */
@OnWindows
class LayoutIT {
    private static final List<String> PACKAGES =
            List.of("io.clp.windows.internal.driver", "io.clp.windows.internal.platform");
    private static Headers headers;

    @BeforeAll
    static void askTheHeaders() throws IOException {
        Process layout = new ProcessBuilder(Places.program("layout.exe").toString()).start();
        headers = Headers.read(layout.getInputStream());
    }

    static Stream<Class<? extends Structure>> structures() {
        return Declared.structures().stream();
    }

    static Stream<Class<?>> users() {
        return PACKAGES.stream().flatMap(name -> Declared.in(name).stream());
    }

    @Test
    void whatIsCheckedInIsWhatTheHeadersSay() throws IOException {
        assertThat(Headers.checkedIn()).isEqualTo(headers);
    }

    @ParameterizedTest
    @MethodSource("structures")
    void structuresAreLaidOutAsInTheHeaders(Class<? extends Structure> type) {
        LayoutRules.assertLaidOutAsIn(headers, type);
    }

    @ParameterizedTest
    @MethodSource("users")
    void constantsBesideTheDeclarationsHaveTheValuesOfTheHeaders(Class<?> type) {
        assertThat(LayoutRules.differences(headers, type, false)).isEmpty();
    }
}
