package io.clp.windows.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges a run of the suites on Wine after it: arguments are the folder of the lab, the folder of its results, and the exit code
 * of the run. Prints what is wrong and the counts, and ends with 1 if anything is.
 */
public final class LabCheck {
    private static final String DECLARATIONS = "io.clp.windows.internal.win32";

    private LabCheck() {}

    /**
     * Judges.
     *
     * @param arguments lab, target, exit code
     * @throws IOException a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Path lab = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Path results = target.resolve("results");

        Verdict verdict = Verdict.of(
                lines(results.resolve(LabListener.OUTCOMES)).stream()
                        .map(Outcome::parse)
                        .toList(),
                Integer.parseInt(entries(lab.resolve("floor.txt")).get(0)),
                aborted(entries(lab.resolve("aborted.txt"))),
                Integer.parseInt(arguments[2]));
        CallTable table = new CallTable(
                Declarations.in(
                        lab.resolveSibling("target/classes").resolve(DECLARATIONS.replace('.', '/')), DECLARATIONS),
                new TreeSet<>(lines(results.resolve(LabListener.CALLS))),
                standIns(lab.resolve("native/standin")));

        List<String> problems = new ArrayList<>(verdict.problems());
        table.notCalled().forEach(function -> problems.add("declared and called by no test: " + function));
        Files.write(target.resolve("native-calls.md"), table.markdown());
        Files.write(target.resolve("problems.txt"), problems);
        Files.writeString(target.resolve("counts.txt"), verdict.counts() + "\n");
        problems.forEach(problem -> System.out.println("lab: " + problem));
        System.out.println("lab: " + table.counts() + ", see " + target.resolve("native-calls.md"));
        System.out.println("lab: " + verdict.counts());
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    /** The lines of a file that are neither empty nor a comment. */
    static List<String> entries(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** Each line: test, tab, reason. A test without a reason is refused. */
    static Map<String, String> aborted(List<String> entries) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String entry : entries) {
            String[] parts = entry.split("\t", 2);
            if (parts.length != 2 || parts[1].isBlank()) {
                throw new IllegalArgumentException("aborted.txt: not a test, a tab and a reason: " + entry);
            }
            if (reasons.put(parts[0], parts[1]) != null) {
                throw new IllegalArgumentException("aborted.txt: listed twice: " + parts[0]);
            }
        }
        return reasons;
    }

    /** For each library the functions of its stand-in, from the lists that the build of the stand-ins reads too. */
    static Map<String, Set<String>> standIns(Path folder) throws IOException {
        Map<String, Set<String>> functions = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return functions;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".functions")).toList()) {
                functions.put(
                        file.getFileName().toString().replaceFirst("\\.functions$", ""),
                        entries(file).stream().map(String::strip).collect(Collectors.toSet()));
            }
        }
        return functions;
    }

    /** A run that broke off leaves files out; what is missing is then missed by name. */
    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
