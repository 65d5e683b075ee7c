package io.clp.testkit.gallery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A wrong variant of one decision: lines of source files, and what stands in their place. Of a decision that is guarded twice, the lines may
 * be of several files.
 *
 * @param name of the file it was read from, without its ending
 * @param wrong what is wrong, in words
 * @param arena where it shows
 * @param edits what is replaced, by source file below the module's source folder
 */
record PlantedBug(String name, String wrong, String arena, Map<String, List<Edit>> edits) {
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
        Map<String, List<Edit>> edits = new LinkedHashMap<>();
        List<Edit> source = new ArrayList<>();
        StringBuilder from = new StringBuilder();
        StringBuilder to = new StringBuilder();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            boolean added = line.startsWith("+");
            boolean removed = line.startsWith("-");
            boolean next = line.startsWith("file: ");
            if ((removed || next) && !to.isEmpty()) {
                source.add(new Edit(from.toString(), to.toString()));
                from.setLength(0);
                to.setLength(0);
            }
            if (line.startsWith("# ")) {
                wrong.append(wrong.isEmpty() ? "" : " ").append(line.substring(2));
            } else if (line.startsWith("arena: ")) {
                arena = line.substring("arena: ".length());
            } else if (next) {
                source = edits.computeIfAbsent(line.substring("file: ".length()), it -> new ArrayList<>());
            } else if (removed) {
                from.append(line.substring(1)).append('\n');
            } else if (added) {
                to.append(line.substring(1)).append('\n');
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException(file + ": not a line of a bug: " + line);
            }
        }
        source.add(new Edit(from.toString(), to.toString()));
        String name = String.valueOf(file.getFileName());
        return new PlantedBug(name.substring(0, name.length() - ENDING.length()), wrong.toString(), arena, edits);
    }

    /** Returns the text of one of the bug's source files with the bug in it. */
    String plantedIn(String file, String source) {
        String planted = source;
        for (Edit edit : edits.getOrDefault(file, List.of())) {
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
