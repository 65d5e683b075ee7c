package io.clp.benchmarks.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The demonstration's output for fixed seeds, to the byte and on every JDK. Where it changed on purpose, {@code -Dgolden.write=true}
 * writes the files anew, and the
 * README's copy of figure 6.
 */
class GoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/clp/benchmarks/demo");

    private static final Path README = Path.of("../README.md");
    private static final String TEXT_BLOCK = "```text\n";
    private static final String SHOWN = TEXT_BLOCK + "Figure 6";

    @ParameterizedTest
    @CsvSource({
        "figure2-en.txt, --figure 2 --strategy net",
        "figure2-ja.txt, --figure 2 --strategy net --language ja --iis 6.0",
        "figure4-en.txt, --figure 4 --strategy iisreset",
        "figure4-ja.txt, --figure 4 --strategy iisreset --language ja --planned",
        "figure5-en.txt, --figure 5 --strategy all",
        "figure6-en.txt, --figure 6",
        "figure6-ja.txt, --figure 6 --language ja --planned"
    })
    void printsWhatItPrintedBefore(String file, String options) throws IOException {
        Path golden = FOLDER.resolve(file);
        Shown shown = Shown.of(options);
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, shown.out());
            if (file.equals("figure6-en.txt")) {
                String readme = Files.readString(README);
                int from = readme.indexOf(SHOWN) + TEXT_BLOCK.length();
                int to = readme.indexOf("\n```", from);
                Files.writeString(
                        README, readme.substring(0, from) + shown.out().strip() + readme.substring(to));
            }
        }

        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out()).isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
    }
}
