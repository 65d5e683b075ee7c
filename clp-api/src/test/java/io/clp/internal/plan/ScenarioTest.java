package io.clp.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is to be done in which situation, as files that people read. {@code -Dgolden.write=true} writes the plans anew. */
class ScenarioTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/clp/internal/plan");
    /** Raise it as files are added, so that none gets lost. */
    private static final int FLOOR_OF_FILES = 40;

    @ParameterizedTest
    @MethodSource("files")
    void plansWhatTheFileSays(String name) throws IOException {
        Path file = FOLDER.resolve(name);
        Scenario scenario = Scenario.of(Files.readString(file));
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, scenario.actual());
        } else {
            assertThat(scenario.actual()).isEqualTo(scenario.expected());
        }
    }

    @Test
    void noFileIsLost() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(FLOOR_OF_FILES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nod SV1 online | expected \"node NAME STATUS\"",
                "node SV1 asleep | expected one of [online, standby, draining, awaited, lost, fenced], not \"asleep\"",
                "node S:V1 online | a node's name has",
                "group web | there is no group web above",
                "group web on SV1;group web on SV1 | there is a group web above",
                "'  free' | there is none above it",
                "group web on SV1;  hold by SV1 online | a group's line begins with one of: resources",
                "group web on SV1;  held by SV1 online | there is no node SV1 above",
                "node SV1 online;group web on SV1;  held by SV1 asleep | expected one of [offline, online_pending",
                "group web on SV1;  failovers many | expected a number, not many",
                "node SV1 online;group web on SV1;  on SV1: iis | expected \"on NODE: RESOURCE STATE",
            })
    void saysWhatIsWrongWithAFileAndWhere(String lines, String message) {
        String text = "# Proves nothing.\n" + lines.replace(';', '\n') + "\nplan\n";
        int number = 1 + lines.split(";").length;
        assertThatThrownBy(() -> Scenario.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line " + number)
                .hasMessageContaining(message);
    }

    @Test
    void wantsACommentAndAPlan() {
        assertThatThrownBy(() -> Scenario.of("node SV1 online\nplan\n")).hasMessageContaining("begins with a comment");
        assertThatThrownBy(() -> Scenario.of("# Proves nothing.\nnode SV1 online\n"))
                .hasMessageContaining("\"plan\"");
    }

    static List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }
}
