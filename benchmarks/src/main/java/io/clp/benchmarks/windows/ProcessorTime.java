package io.clp.benchmarks.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processor time of every process of the lab, Wine's server and this one included. Under Wine the drive Z: is the root of the machine
 * below, and its process table is in files.
 */
final class ProcessorTime {
    private static final Path PROCESSES = Path.of("Z:\\proc");
    /** Of one tick in the process table, on every Linux of today. */
    private static final double MILLIS_OF_TICK = 10;

    /** After the command, which may contain anything but ends with the last bracket. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    private ProcessorTime() {}

    /** {@return whether there is such a table: this is Wine} */
    static boolean isKnown() {
        return Files.isDirectory(PROCESSES.resolve("self"));
    }

    /** {@return the sum of all, in milliseconds} */
    static double millis() {
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            return processes
                            .filter(it -> it.getFileName().toString().chars().allMatch(Character::isDigit))
                            .mapToLong(ProcessorTime::ticks)
                            .sum()
                    * MILLIS_OF_TICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that ended meanwhile counts for nothing. */
    private static long ticks(Path process) {
        try {
            String line = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            List<String> words =
                    List.of(line.substring(line.lastIndexOf(')') + 2).split(" ", -1));
            return Long.parseLong(words.get(USER)) + Long.parseLong(words.get(SYSTEM));
        } catch (IOException e) {
            return 0;
        }
    }
}
