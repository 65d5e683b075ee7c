package io.clp.testkit.gallery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A wrong variant of one decision: lines of one source file, and what stands in their place.
 *
 * @param name of the file it was read from, without its ending
 * @param wrong what is wrong, in words
 * @param arena where it shows
 * @param file the source file, below the module's source folder
 * @param edits what is replaced
 */
record PlantedBug(String name, String wrong, String arena, String file, List<Edit> edits) {
    private static final String ENDING = ".bug";

    /**
     * One replacement.
     *
     * @param from must stand in the file exactly once
     * @param to stands there instead
     */
    record Edit(String from, String to) {}

    /** Reads all bugs of a folder, by name. */
    static List<PlantedBug> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<PlantedBug> bugs = new ArrayList<>();
            for (Path file :
                    files.filter(it -> it.toString().endsWith(ENDING)).sorted().toList()) {
                bugs.add(parse(file));
            }
            return bugs;
        }
    }

    private static PlantedBug parse(Path file) throws IOException {
        StringBuilder wrong = new StringBuilder();
        String arena = "";
        String source = "";
        List<Edit> edits = new ArrayList<>();
        StringBuilder from = new StringBuilder();
        StringBuilder to = new StringBuilder();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            boolean added = line.startsWith("+");
            boolean removed = line.startsWith("-");
            if (removed && !to.isEmpty()) {
                edits.add(new Edit(from.toString(), to.toString()));
                from.setLength(0);
                to.setLength(0);
            }
            if (line.startsWith("# ")) {
                wrong.append(wrong.isEmpty() ? "" : " ").append(line.substring(2));
            } else if (line.startsWith("arena: ")) {
                arena = line.substring("arena: ".length());
            } else if (line.startsWith("file: ")) {
                source = line.substring("file: ".length());
            } else if (removed) {
                from.append(line.substring(1)).append('\n');
            } else if (added) {
                to.append(line.substring(1)).append('\n');
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException(file + ": not a line of a bug: " + line);
            }
        }
        edits.add(new Edit(from.toString(), to.toString()));
        String name = String.valueOf(file.getFileName());
        return new PlantedBug(
                name.substring(0, name.length() - ENDING.length()), wrong.toString(), arena, source, edits);
    }

    /** Returns the source with the bug in it. */
    String plantedIn(String source) {
        String planted = source;
        for (Edit edit : edits) {
            int at = planted.indexOf(edit.from());
            if (edit.from().isEmpty() || at < 0 || planted.indexOf(edit.from(), at + 1) >= 0) {
                throw new IllegalStateException("bug " + name + " does not fit " + file
                        + " any more: these lines stand there not once:\n" + edit.from());
            }
            planted = planted.substring(0, at)
                    + edit.to()
                    + planted.substring(at + edit.from().length());
        }
        return planted;
    }
}
