package io.clp.testkit.gallery;

import io.clp.testkit.simulation.ArenaSeeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Looks for every planted bug, and writes the table: {@code Gallery MODULE_FOLDER TABLE}, and then the names of bugs where not all are wanted. */
public final class Gallery {
    private static final int MOST_SEEDS = Integer.getInteger("gallery.most", 10_000);

    private static final String TITLE = """
            # Planted bugs

            Each is a wrong variant of one decision, compiled over a copy of the sources, and run seed by seed in its arena until a rule is
            broken, at most 10,000 seeds. Written by the gallery's command (CONTRIBUTING.md); `GalleryTest` finds each again at its seed. The bugs in
            `src/test/resources/gallery/not-found-yet` were looked for in hundreds or thousands of seeds and not found: what finds them is missing.

            | bug | what is wrong | arena | seed | seeds needed | rule that caught it |
            |---|---|---|---|---|---|
            """;

    private Gallery() {}

    /**
     * A bug that was found.
     *
     * @param bug which
     * @param seed the first seed that found it
     * @param seeds how many of its arena's seeds it took
     * @param rule what was broken
     */
    record Found(PlantedBug bug, long seed, int seeds, String rule) {}

    /**
     * Runs the command.
     *
     * @param args the folder of the module, and the file to write
     * @throws IOException a file cannot be read or written
     */
    public static void main(String[] args) throws IOException {
        List<String> missed =
                write(Path.of(args[0]), Path.of(args[1]), List.of(args).subList(2, args.length));
        System.out.println(missed.isEmpty() ? "all found" : "not found: " + missed);
        System.exit(missed.isEmpty() ? 0 : 1); // what a hung operation left behind waits for nobody
    }

    /** Writes the table of the bugs that are wanted, of all where none is named; returns those that were not found. */
    static List<String> write(Path module, Path file, List<String> wanted) throws IOException {
        Path scratch = Files.createTempDirectory("gallery");
        Workshop workshop = new Workshop(module.resolve("../clp-api/src/main/java"), scratch);
        StringBuilder table = new StringBuilder(TITLE);
        List<String> missed = new ArrayList<>();
        for (PlantedBug bug : PlantedBug.all(module.resolve("src/test/resources/gallery"))) {
            if (!wanted.isEmpty() && !wanted.contains(bug.name())) {
                continue;
            }
            Optional<Found> found = look(bug, workshop.simulationWith(bug), MOST_SEEDS);
            if (found.isEmpty()) {
                missed.add(bug.name());
                System.out.println(bug.name() + ": not found in " + MOST_SEEDS + " seeds");
                continue;
            }
            table.append(row(found.get()));
            System.out.print(row(found.get()));
        }
        Files.writeString(file, table.toString(), StandardCharsets.UTF_8);
        return missed;
    }

    private static String row(Found it) {
        return "| " + it.bug().name() + " | " + it.bug().wrong() + " | "
                + it.bug().arena() + " | " + it.seed() + " | " + it.seeds() + " | " + it.rule() + " |\n";
    }

    static Optional<Found> look(PlantedBug bug, LongFunction<Optional<String>> simulation, int most) {
        for (int i = 0; i < most; i++) {
            long seed = ArenaSeeds.of(bug.arena(), i);
            Optional<String> broken = simulation.apply(seed);
            if (broken.isPresent()) {
                return Optional.of(new Found(bug, seed, i + 1, shortened(broken.get())));
            }
        }
        return Optional.empty();
    }

    private static String shortened(String rule) {
        String line = rule.lines().findFirst().orElse("").replace('|', '/');
        return line.length() <= 120 ? line : line.substring(0, 117) + "...";
    }
}
