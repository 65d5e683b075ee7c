package io.clp.rehearse.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArmLoadLineTest {
    @Test
    void aServiceComesLast() {
        assertThat(of("WWWService /S W3SVC")).contains(new ArmLoadLine("WWWService", "W3SVC", false));
    }

    @Test
    void knownOptionsStandBetween() {
        assertThat(of("id /S /A /R 3 /H 1 /SCR /WAIT 60 /INT 5 svc")).contains(new ArmLoadLine("id", "svc", false));
    }

    @Test
    void withoutSItIsAnApplication() {
        assertThat(of("id /U admin /W C:\\app.exe -x")).contains(new ArmLoadLine("id", "C:\\app.exe", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id", "id /S", "/S svc", "id /S /NOSUCH svc", "id /S /R", "id /S one two"})
    void anythingElseIsNoLoad(String arguments) {
        assertThat(of(arguments)).isEmpty();
    }

    private static Optional<ArmLoadLine> of(String arguments) {
        return ArmLoadLine.of(arguments.isEmpty() ? List.of() : List.of(arguments.split(" ")));
    }
}
