package io.clp.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
                assertThat(definition.toJava()).contains("class ClusterGroups");
                assertThat(definition.report().entries()).isNotEmpty();
                read++;
            } catch (ConfigurationException e) {
                assertThat(e.problems()).isNotEmpty().allSatisfy(it -> assertThat(it.why())
                        .isNotBlank());
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("seed " + i + " of " + sample, e);
            }
        }
        assertThat(read).as("some mutations do no harm").isPositive();
        assertThat(refused).as("some do").isPositive();
    }

    private static byte[] mutate(byte[] original, SplittableRandom random) {
        List<Byte> bytes = new ArrayList<>(original.length);
        for (byte b : original) {
            bytes.add(b);
        }
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            change(bytes, random);
        }
        byte[] changed = new byte[bytes.size()];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = bytes.get(i);
        }
        return changed;
    }

    private static void change(List<Byte> bytes, SplittableRandom random) {
        if (bytes.isEmpty()) {
            return;
        }
        int at = random.nextInt(bytes.size());
        int length = Math.min(bytes.size() - at, 1 + random.nextInt(random.nextInt(4) == 0 ? 400 : 12));
        switch (random.nextInt(6)) {
            case 0 -> bytes.set(at, (byte) random.nextInt(256));
            case 1 -> bytes.subList(at, at + length).clear();
            case 2 -> bytes.addAll(random.nextInt(bytes.size()), List.copyOf(bytes.subList(at, at + length)));
            case 3 -> insert(bytes, at, PIECES.get(random.nextInt(PIECES.size())));
            case 4 -> bytes.set(at, (byte) ('0' + random.nextInt(10)));
            default -> {
                if (random.nextInt(20) == 0) {
                    bytes.subList(at, bytes.size()).clear();
                } else {
                    insert(bytes, at, "" + (char) ('a' + random.nextInt(26)));
                }
            }
        }
    }

    private static void insert(List<Byte> bytes, int at, String text) {
        byte[] piece = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < piece.length; i++) {
            bytes.add(at + i, piece[i]);
        }
    }
}
