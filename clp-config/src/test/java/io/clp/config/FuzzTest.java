package io.clp.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutates the samples by fixed seeds: what comes of it is a definition, or the one typed error. More of them: {@code -Dfuzz.mutations}. */
class FuzzTest {
    private static final int MUTATIONS = Integer.getInteger("fuzz.mutations", 2_000);

    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "</",
            "/>",
            "&",
            "&amp;",
            "&#0;",
            "&#x10FFFF;",
            "]]>",
            "<![CDATA[",
            "<!--",
            "-->",
            "<?",
            "?>",
            "<!DOCTYPE a>",
            "\"",
            "'",
            "\0",
            "\uFEFF",
            "<encode>SJIS</encode>",
            "<root>",
            "</root>",
            "..\\",
            "99999999999",
            "-1",
            " ",
            "name=\"\"",
            "<depend name=\"fip1\"/>",
            "<password>x</password>",
            "@",
            "%n",
            "$1");

    @TempDir
    private Path folder;

    @Test
    void whateverIsReadIsADefinitionOrTheTypedError() throws IOException {
        int read = 0;
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            String sample = Samples.ALL.get(i % Samples.ALL.size());
            byte[] bytes = mutate(Files.readAllBytes(Samples.conf(sample)), new SplittableRandom(i));
            Path file = Files.write(folder.resolve("clp.conf"), bytes);
            try {
                ClusterDefinition definition =
                        ClusterDefinition.read(file, Samples.conf(sample).resolveSibling("scripts"));
                if (i % 4 == 0) {
                    assertThat(definition.toJava()).contains("class ClusterGroups");
                }
                assertThat(definition.report().entries()).isNotEmpty();
                read++;
            } catch (ConfigurationException e) {
                assertThat(e.problems()).isNotEmpty().noneMatch(it -> it.why().isBlank());
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + i + " of " + sample, e);
            }
        }
        assertThat(read).as("some mutations do no harm").isPositive();
        assertThat(refused).as("some do").isPositive();
    }

    private static byte[] mutate(byte[] original, SplittableRandom random) {
        byte[] bytes = original;
        for (int changes = 1 + random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
            bytes = change(bytes, random);
        }
        return bytes;
    }

    private static byte[] change(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(random.nextInt(4) == 0 ? 400 : 12));
        byte[] some = Arrays.copyOfRange(bytes, at, at + length);
        return switch (random.nextInt(6)) {
            case 0 -> replaced(bytes, at, 1, new byte[] {(byte) random.nextInt(256)});
            case 1 -> replaced(bytes, at, length, new byte[0]);
            case 2 -> replaced(bytes, random.nextInt(bytes.length), 0, some);
            case 3 -> replaced(bytes, at, 0, ascii(PIECES.get(random.nextInt(PIECES.size()))));
            case 4 -> replaced(bytes, at, 1, new byte[] {(byte) ('0' + random.nextInt(10))});
            default ->
                random.nextInt(20) == 0
                        ? Arrays.copyOf(bytes, at)
                        : replaced(bytes, at, 0, ascii(Character.toString('a' + random.nextInt(26))));
        };
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
        byte[] all = Arrays.copyOf(bytes, bytes.length - length + by.length);
        System.arraycopy(by, 0, all, at, by.length);
        System.arraycopy(bytes, at + length, all, at + by.length, bytes.length - at - length);
        return all;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
