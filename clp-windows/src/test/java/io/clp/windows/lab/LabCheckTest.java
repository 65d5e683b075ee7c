package io.clp.windows.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabCheckTest {
    @Test
    void commentsAndEmptyLinesAreNoEntries(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("list"), "# why\n\nfirst\nsecond\n");

        assertThat(LabCheck.entries(file)).containsExactly("first", "second");
    }

    @Test
    void everyTestThatMayAbortHasAReason() {
        assertThat(LabCheck.aborted(List.of("A/b()\tWine has none"))).isEqualTo(Map.of("A/b()", "Wine has none"));
        assertThatIllegalArgumentException().isThrownBy(() -> LabCheck.aborted(List.of("A/b()")));
        assertThatIllegalArgumentException().isThrownBy(() -> LabCheck.aborted(List.of("A/b()\t ")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LabCheck.aborted(List.of("A/b()\tone reason", "A/b()\tanother")));
    }

    @Test
    void theListsOfTheStandInsAreReadByTheirNames(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("advapi32.functions"), "# services\nStartServiceW\n");
        Files.writeString(folder.resolve("advapi32.c"), "int main;");

        assertThat(LabCheck.standIns(folder)).isEqualTo(Map.of("advapi32", Set.of("StartServiceW")));
        assertThat(LabCheck.standIns(folder.resolve("none"))).isEmpty();
    }
}
