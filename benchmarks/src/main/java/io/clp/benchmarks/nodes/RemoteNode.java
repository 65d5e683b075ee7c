package io.clp.benchmarks.nodes;

import io.clp.StartCause;
import io.clp.StopCause;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The library's process on a node, seen from the driver. Used by one thread; {@link #kill} by any. */
final class RemoteNode implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedReader in;
    private final PrintStream out;
    private String lastWords = "at any moment";

    /**
     * Starts the process.
     *
     * @param node where
     * @param scenario which groups it has
     * @throws IllegalStateException it ended before it was ready
     */
    RemoteNode(Machine node, Scenario scenario) {
        this(node.name(), node.java(NodeProcess.class, scenario));
    }

    private RemoteNode(String name, ProcessBuilder program) {
        this.name = name;
        try {
            process = program.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        in = process.inputReader(StandardCharsets.UTF_8);
        out = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        if (!read().orElse("").equals("ready")) {
            throw new IllegalStateException("the library's process on " + name + " ended before it was ready");
        }
    }

    /** Starts the peer of the library: a program that does by hand what the library does for the first group. */
    static RemoteNode peer(Machine node) {
        return new RemoteNode(node.name(), node.peer());
    }

    String name() {
        return name;
    }

    /** Starts a group; empty where the process died meanwhile. */
    Optional<Answer> start(String group, StartCause cause, long epoch) {
        out.println("start " + group + " " + cause + " " + epoch);
        return answer();
    }

    /** Stops a group; empty where the process died meanwhile. */
    Optional<Answer> stop(String group, StopCause cause) {
        out.println("stop " + group + " " + cause);
        return answer();
    }

    /** Stops everything there, as a process does that comes back and owns nothing; empty where the process died meanwhile. */
    Optional<Answer> clear() {
        out.println("clear");
        return answer();
    }

    /** Makes the process die at one of its next calls on the platform. */
    void haltAt(int call, boolean before) {
        out.println("halt " + (before ? "before " : "after ") + call);
        read();
    }

    /** Returns how many calls on the platform there were since it was told to halt. */
    int calls() {
        out.println("calls");
        return read().map(Integer::parseInt).orElse(0);
    }

    /** Ends the process as a crash does. */
    void kill() {
        process.destroyForcibly();
    }

    /** {@return where the process said it would die; once it died} */
    String lastWords() {
        return lastWords;
    }

    /** Waits until the process is gone. */
    void awaitEnd() throws InterruptedException {
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the library's process on " + name + " does not end");
        }
    }

    @Override
    public void close() {
        out.close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Answer> answer() {
        List<String> lines = new ArrayList<>();
        for (Optional<String> line = read(); line.isPresent(); line = read()) {
            if (line.get().startsWith(HaltingPlatform.LAST_WORDS)) {
                lastWords = line.get().substring(HaltingPlatform.LAST_WORDS.length());
                continue;
            }
            lines.add(line.get());
            if (Answer.isLast(line.get())) {
                return Optional.of(Answer.of(lines));
            }
        }
        return Optional.empty();
    }

    /** A process that died has nothing more to say, however its pipe tells so. */
    private Optional<String> read() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
