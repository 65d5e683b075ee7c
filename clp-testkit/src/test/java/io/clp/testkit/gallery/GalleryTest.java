package io.clp.testkit.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each bug of the table is found again at its seed, and the library as it is breaks no rule there. {@code -Dgallery.write=true} looks for them
 * all and writes the table.
 */
@DisabledIfSystemProperty(named = "clp.again", matches = "true", disabledReason = "found on another JDK before")
class GalleryTest {
    private static final Path BUGS = Path.of("src/test/resources/gallery");
    private static final Path SOURCES = Path.of("../clp-api/src/main/java");
    private static final Path TABLE = Path.of("PLANTED-BUGS.md");

    @TempDir
    private Path scratch;

    /**
     * A line of the table.
     *
     * @param seed where the bug was found
     * @param rule that was broken
     */
    private record Row(long seed, String rule) {}

    private static Map<String, Row> table() throws IOException {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(TABLE, StandardCharsets.UTF_8)) {
            String[] cells = line.split(" *\\| *", -1);
            if (cells.length >= 8 && cells[4].matches("\\d+")) {
                rows.put(cells[1], new Row(Long.parseLong(cells[4]), cells[6].replaceAll("[^A-Z_].*", "")));
            }
        }
        return rows;
    }

    @Test
    void everyBugIsFoundAgain() throws IOException {
        if (Boolean.getBoolean("gallery.write")) {
            assertThat(Gallery.write(Path.of("."), TABLE, List.of()))
                    .as("not found")
                    .isEmpty();
        }
        List<PlantedBug> bugs = PlantedBug.all(BUGS);
        Map<String, Row> rows = table();
        Workshop workshop = new Workshop(SOURCES, scratch);
        LongFunction<Optional<String>> asItIs = workshop.simulation();
        List<String> wrong = new ArrayList<>();

        assertThat(bugs)
                .hasSizeGreaterThanOrEqualTo(25)
                .extracting(PlantedBug::name)
                .containsExactlyElementsOf(rows.keySet());
        for (PlantedBug bug : bugs) {
            Row row = rows.get(bug.name());
            String broken = workshop.simulationWith(bug).apply(row.seed()).orElse("nothing");
            if (!broken.startsWith(row.rule())) {
                wrong.add(bug.name() + " at seed " + row.seed() + ": " + broken + " instead of " + row.rule());
            }
            asItIs.apply(row.seed())
                    .ifPresent(it -> wrong.add("without " + bug.name() + ", seed " + row.seed() + " breaks " + it));
        }

        assertThat(wrong).isEmpty();
    }
}
