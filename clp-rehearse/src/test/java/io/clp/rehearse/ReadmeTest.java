package io.clp.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README shows of the command's output is what it prints; three dots stand for lines that are left out. */
class ReadmeTest {
    private static final Path README = Path.of("../README.md");

    @ParameterizedTest
    @CsvSource({
        "cluster figure5 on, --group group1 --lint",
        "group1 is not moved, --iis 7.0 --fail disk --group group1",
    })
    void theOutputShownIsTheCommands(String beginning, String options) throws IOException {
        String printed = printed(options);
        int from = 0;
        for (String part : shown(beginning)) {
            int at = printed.indexOf(part, from);
            assertThat(at).as("%s%nis not printed there", part).isNotNegative();
            from = at + part.length();
        }
        assertThat(printed.substring(from).strip()).as("left out at the end").isEmpty();
    }

    private static List<String> shown(String beginning) throws IOException {
        String readme = Files.readString(README).replace("\r\n", "\n");
        int from = readme.indexOf("```text\n" + beginning) + "```text\n".length();
        assertThat(readme.substring(from)).startsWith(beginning);
        return List.of(readme.substring(from, readme.indexOf("\n```", from)).split("\n\\.\\.\\.\n"));
    }

    private static String printed(String options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Rehearse.run(
                List.of(("../clp-config/samples/figure5/clp.conf " + options).split(" ")),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                System.err);
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
