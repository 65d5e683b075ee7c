package io.clp.testkit.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {
    private static final Path BUGS = Path.of("src/test/resources/gallery");
    private static final Path SOURCES = Path.of("../clp-api/src/main/java");

    @TempDir
    private Path scratch;

    @Test
    void everyBugStillFitsTheSourcesAndCompiles() throws IOException {
        List<PlantedBug> bugs = PlantedBug.all(BUGS);
        Workshop workshop = new Workshop(SOURCES, scratch);

        assertThat(bugs).hasSizeGreaterThanOrEqualTo(25);
        for (PlantedBug bug : bugs) {
            workshop.simulationWith(bug);
        }
    }
}
