package io.clp.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the measurements ran on, and of what. */
final class Surroundings {
    private Surroundings() {}

    /** {@return the machine and the commit, a line each} */
    static List<String> lines() throws IOException, InterruptedException {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "CPU: %d x %s",
                        Runtime.getRuntime().availableProcessors(),
                        first(Path.of("/proc/cpuinfo"), "model name")),
                "OS: " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", load "
                        + firstLine(Path.of("/proc/loadavg")),
                "commit: " + commit());
    }

    private static String first(Path file, String key) throws IOException {
        if (!Files.exists(file)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(file).stream()
                .filter(it -> it.startsWith(key))
                .map(it -> it.substring(it.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static String firstLine(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file).get(0) : "unknown";
    }

    /** {@return the commit that is checked out, and whether anything but the results differs from it} */
    static String commit() throws IOException, InterruptedException {
        String commit = git("describe", "--always", "--abbrev=12");
        String changed =
                git("status", "--porcelain", "--untracked-files=no", "--", ".", ":(exclude)benchmarks/RESULTS.md");
        return commit.isEmpty() ? "unknown" : changed.isEmpty() ? commit : commit + "-dirty";
    }

    /** Returns what git says, and nothing where it fails: a copy without its history can be measured too. */
    private static String git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command).start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor() == 0 ? said : "";
    }
}
