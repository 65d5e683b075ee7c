package io.clp.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README shows is what the tests beside this one compile and run, and what the demonstration prints. */
class ReadmeTest {
    private static final Path README = Path.of("../README.md");
    private static final Path EXAMPLES = Path.of("src/test/java/io/clp/examples");
    private static final Path FIGURE_6 = Path.of("src/test/resources/io/clp/benchmarks/demo/figure6-en.txt");

    @Test
    void everySampleOfJavaOccursInAnExample() throws IOException {
        List<String> samples = blocks("java");
        List<String> examples;
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            examples = files.sorted().map(ReadmeTest::withoutIndentation).toList();
        }

        assertThat(samples).hasSizeGreaterThanOrEqualTo(4);
        assertThat(samples).allSatisfy(sample -> assertThat(examples)
                .anyMatch(example -> example.contains("\n" + flat(sample) + "\n")));
    }

    @Test
    void theOutputShownIsTheDemonstrations() throws IOException {
        assertThat(blocks("text"))
                .contains(Files.readString(FIGURE_6).replace("\r\n", "\n").strip());
    }

    private static List<String> blocks(String language) throws IOException {
        String readme = Files.readString(README).replace("\r\n", "\n");
        return Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .map((MatchResult it) -> it.group(1))
                .toList();
    }

    private static String withoutIndentation(Path file) {
        try {
            return flat(Files.readString(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String flat(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
