package io.clp.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configurations that a test writes. */
final class Texts {
    private Texts() {}

    static ClusterDefinition read(String text) {
        return read(text, StandardCharsets.UTF_8);
    }

    static ClusterDefinition read(String text, Charset charset) {
        return read(text.getBytes(charset));
    }

    /** Reads a file that has no folder of scripts beside it. */
    static ClusterDefinition read(byte[] bytes) {
        try {
            Path folder = Files.createTempDirectory("conf");
            Path file = folder.resolve("clp.conf");
            try {
                return ClusterDefinition.read(Files.write(file, bytes));
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
