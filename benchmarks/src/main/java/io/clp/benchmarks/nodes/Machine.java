package io.clp.benchmarks.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A machine of the lab as Linux sees it: a folder with {@code exec}, a program that runs its arguments on that machine; {@code anchor}, a
 * process that lives in its network; and {@code prefix}, its Windows, where it is one. Thread-safe.
 *
 * @param name its name
 * @param folder its folder
 * @param anchor the entry of that process in the table of processes
 */
record Machine(String name, Path folder, Path anchor) {
    /** The test service that stands in for IIS. */
    private static final String SERVICE = "iis.exe";

    private static final Duration ENDING = Duration.ofSeconds(2);

    /** Returns the machine in a folder. */
    static Machine in(Path folder, String name) {
        try {
            Path anchor =
                    Path.of("/proc", Files.readString(folder.resolve("anchor")).strip());
            return new Machine(name, folder, anchor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how to run one of our programs on this Windows machine, with the machine's own Java. */
    ProcessBuilder java(Class<?> program, Scenario scenario) {
        List<String> arguments = new ArrayList<>(List.of(program.getName(), name));
        arguments.addAll(scenario.words());
        return program("java", arguments);
    }

    /** Returns how to run the library's peer on this Windows machine. */
    ProcessBuilder peer() {
        return program("peer", List.of());
    }

    /** Returns how to run a program on this machine. */
    ProcessBuilder exec(List<String> command) {
        return program("exec", command);
    }

    private ProcessBuilder program(String file, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(folder.resolve(file).toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("errors.log").toFile()));
    }

    /** {@return what of a site this machine holds now, in words; empty where it holds nothing} */
    List<String> holds(Scenario.Site site) {
        List<String> held = new ArrayList<>();
        if (hasDrive(site.drive())) {
            held.add("the volume under " + site.drive() + ":");
        }
        if (hasAddress(site.address())) {
            held.add("the address " + site.address());
        }
        return held;
    }

    /** {@return whether files are reachable under a drive letter: the link that Wine's mount manager makes} */
    boolean hasDrive(char letter) {
        Path link = folder.resolve("prefix/dosdevices")
                .resolve(String.valueOf(letter).toLowerCase(Locale.ROOT) + ":");
        return Files.exists(link, LinkOption.NOFOLLOW_LINKS);
    }

    /** {@return whether the machine's network has an address: the kernel's table of local addresses} */
    boolean hasAddress(String address) {
        try (Stream<String> lines = Files.lines(anchor.resolve("net/fib_trie"))) {
            return lines.anyMatch(it -> it.strip().equals("|-- " + address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns whether the test service still runs after a while: a service says that it is stopped just before its process ends.
     *
     * @throws InterruptedException the caller was interrupted
     */
    boolean keepsServices() throws InterruptedException {
        long end = System.nanoTime() + ENDING.toNanos();
        while (services() != 0) {
            if (System.nanoTime() > end) {
                return true;
            }
            Thread.sleep(1);
        }
        return false;
    }

    /** Returns how many processes of the test service live in the machine's network. */
    private long services() {
        Path network = network(anchor);
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(it -> it.getFileName().toString().chars().allMatch(Character::isDigit))
                    .filter(it -> runs(it, SERVICE) && network(it).equals(network))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that ended meanwhile runs nothing. */
    private static boolean runs(Path process, String program) {
        try {
            String command = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            return command.split("\0", -1)[0].toLowerCase(Locale.ROOT).endsWith(program);
        } catch (IOException e) {
            return false;
        }
    }

    private static Path network(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("ns/net"));
        } catch (IOException e) {
            return Path.of("gone");
        }
    }
}
