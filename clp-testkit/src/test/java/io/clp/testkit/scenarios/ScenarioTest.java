package io.clp.testkit.scenarios;

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

/** What a cluster of members does in which situation, as files that people read. {@code -Dgolden.write=true} writes the outcomes anew. */
class ScenarioTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/clp/testkit/scenarios");
    /** Raise it as files are added, so that none gets lost. */
    private static final int FLOOR_OF_FILES = 75;

    @ParameterizedTest
    @MethodSource("files")
    void happensAsTheFileSays(String name) throws IOException {
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
                "node SV1 | no such line before the first command; there are: nodes NODES; group GROUP on NODES",
                "'  failback' | belongs to a group, and there is none above it",
                "group web on SV1;group web on SV1 | there is a group web above",
                "group web on SV1;  restarts many | expected a number, not \"many\"",
                "group web on SV1;  exclusive always | expected none, normal or absolute, not \"always\"",
                "group web on SV1;  fallback | no such line of a group; there are: restarts NUMBER",
                "nodes SV1;group web on SV1;> start web;nodes SV2 | after the first command there are only commands",
                "nodes SV1;group web on SV1;> begin web | no such command; there are: start GROUP; start GROUP on NODE",
                "nodes SV1;group web on SV1;> start db | there is no group db",
                "nodes SV1;group web on SV1;> power off SV2 | there is no node SV2",
                "nodes SV1;group web on SV1;> crash App7 on SV1 | there is no service App7",
                "nodes SV1;group web on SV1;> advance soon | expected a time like 500ms, 10s, 5m or 2h, not \"soon\"",
                "nodes SV1;group web on SV1;> close file on disk web on SV1 | no file is open there",
                "nodes SV1;group web on SV1;> fail web back | nobody has web",
            })
    void saysWhatIsWrongWithAFileAndWhere(String lines, String message) {
        String text = "# Proves nothing.\n" + lines.replace(';', '\n') + "\n";
        int number = 1 + lines.split(";").length;
        assertThatThrownBy(() -> Scenario.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("line " + number + ", ")
                .hasMessageContaining(message);
    }

    @Test
    void wantsACommentAndACommand() {
        assertThatThrownBy(() -> Scenario.of("nodes SV1\n> settle\n")).hasMessageContaining("begins with a comment");
        assertThatThrownBy(() -> Scenario.of("# Proves nothing.\nnodes SV1\n"))
                .hasMessageContaining("at least one command");
    }

    @Test
    void anOutcomeThatIsAnotherOneIsADifference() {
        String told = "# Nothing happens.\nnodes SV1\ngroup web on SV1\n\n> settle\n  = web: SV1 has it\n";
        assertThat(Scenario.of(told).actual()).isNotEqualTo(told);
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
