package io.clp.benchmarks.nodes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client that runs on its own machine, seen from the driver. */
final class RunningClient implements AutoCloseable {
    /** So many good answers in a row are enough to say that a site is there. */
    private static final int SETTLED = 5;

    private final Process process;
    private final List<Asked> asked = new ArrayList<>();
    private final Thread reader;

    RunningClient(Machine machine, String address) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Client.class.getName(),
                address);
        try {
            process = machine.exec(command).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        reader = new Thread(this::read, "client " + address);
        reader.setDaemon(true);
        reader.start();
    }

    /** Waits until a node has answered a few times in a row; returns what is wrong where it does not. */
    Optional<String> awaitAnswersOf(String node) throws InterruptedException {
        long end = System.nanoTime() + 10_000_000_000L;
        while (!settledOn(node)) {
            if (System.nanoTime() > end || !process.isAlive()) {
                return Optional.of("no answers of " + node + "; the client was told last: " + tail());
            }
            Thread.sleep(5);
        }
        return Optional.empty();
    }

    /** Forgets what was told so far. */
    void begin() {
        synchronized (asked) {
            asked.clear();
        }
    }

    /** Returns what was told since the beginning. */
    List<Asked> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    private boolean settledOn(String node) {
        List<Asked> all = asked();
        return all.size() >= SETTLED
                && all.subList(all.size() - SETTLED, all.size()).stream()
                        .allMatch(it -> it.node().equals(node));
    }

    private String tail() {
        List<Asked> all = asked();
        return all.subList(Math.max(0, all.size() - SETTLED), all.size()).toString();
    }

    private void read() {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Asked it = Asked.of(line);
                synchronized (asked) {
                    asked.add(it);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
