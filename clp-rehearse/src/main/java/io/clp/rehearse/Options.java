package io.clp.rehearse;

import io.clp.rehearse.arguments.Arguments;
import io.clp.rehearse.arguments.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the command line asks for.
 *
 * @param configuration the clp.conf
 * @param scripts where the scripts are, if not beside it
 * @param groups which groups fail over; empty for all
 * @param failures what fails; empty for the first server of each group
 * @param iis the version of IIS on every server, as a node names it
 * @param prefixLength of the addresses, if it is not to be found
 * @param seed which run
 * @param whole whether every element of the file is listed
 * @param java whether code is printed instead
 * @param lint whether the scripts are looked through
 * @param takesOffers whether what was recognised in resources takes their places
 * @param page where a page is written, if it is
 */
record Options(
        Path configuration,
        Optional<Path> scripts,
        List<String> groups,
        List<String> failures,
        String iis,
        OptionalInt prefixLength,
        long seed,
        boolean whole,
        boolean java,
        boolean lint,
        boolean takesOffers,
        Optional<Path> page) {
    private static final List<String> VERSIONS = List.of("6.0", "7.0", "7.5", "8.0", "8.5", "10");
    private static final int LONGEST_PREFIX = 32;

    Options {
        groups = List.copyOf(groups);
        failures = List.copyOf(failures);
    }

    /** Returns what is asked for; empty where that is the usage. */
    static Optional<Options> parse(List<String> arguments) throws UsageException {
        List<Path> files = new ArrayList<>();
        Optional<Path> scripts = Optional.empty();
        List<String> groups = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        String iis = "10.0";
        OptionalInt prefixLength = OptionalInt.empty();
        long seed = 1;
        boolean whole = false;
        boolean java = false;
        boolean lint = false;
        boolean takesOffers = false;
        Optional<Path> page = Optional.empty();
        Arguments rest = new Arguments(arguments);
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--scripts" -> scripts = Optional.of(path(rest.value(word)));
                case "--group" -> groups.add(rest.value(word));
                case "--fail" -> failures.add(rest.value(word));
                case "--iis" -> iis = version(rest.oneOf(word, VERSIONS));
                case "--prefix" -> prefixLength = OptionalInt.of((int) rest.number(word, 1, LONGEST_PREFIX));
                case "--seed" -> seed = rest.number(word, Long.MIN_VALUE, Long.MAX_VALUE);
                case "--report" -> whole = true;
                case "--java" -> java = true;
                case "--lint" -> lint = true;
                case "--take-offers" -> takesOffers = true;
                case "--html" -> page = Optional.of(path(rest.value(word)));
                case "--help", "-h" -> {
                    return Optional.empty();
                }
                default -> files.add(file(word));
            }
        }
        if (files.size() != 1) {
            throw new UsageException(files.isEmpty() ? "which clp.conf?" : "one clp.conf, not " + files);
        }
        return Optional.of(new Options(
                files.get(0),
                scripts,
                groups,
                failures,
                iis,
                prefixLength,
                seed,
                whole,
                java,
                lint,
                takesOffers,
                page));
    }

    private static Path file(String word) throws UsageException {
        if (word.startsWith("-")) {
            throw new UsageException("unknown option: " + word);
        }
        return path(word);
    }

    private static Path path(String word) throws UsageException {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw (UsageException) new UsageException("not a path: \"" + word + "\"").initCause(e);
        }
    }

    /** Returns a version as a node names it. */
    private static String version(String value) {
        return value.contains(".") ? value : value + ".0";
    }
}
