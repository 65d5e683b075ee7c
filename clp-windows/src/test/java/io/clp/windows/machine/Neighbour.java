package io.clp.windows.machine;

import io.clp.testkit.contract.PlatformFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The lab's other machine: a network namespace of Linux, in which a command is run. A program of Linux started from Wine cannot be
 * waited for, so it leaves its exit code in a file.
 */
final class Neighbour {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String process;

    Neighbour() {
        String known = System.getenv("CLP_NEIGHBOUR");
        if (known == null) {
            throw PlatformFixture.lacking("a look from the network: the lab does not name its neighbour");
        }
        process = known;
    }

    /** Returns whether the neighbour gets an answer from an address. */
    boolean reaches(String address) {
        return run("ping -n -q -c 1 -W 1 " + address) == 0;
    }

    private int run(String command) {
        String name = "neighbour-" + NUMBER.incrementAndGet();
        Path answer = Places.state().resolve(name);
        String onLinux = Places.onLinux(answer);
        String script = "nsenter -t " + process + " -n " + command + " >/dev/null 2>&1; echo $? >" + onLinux + ".part; mv "
                + onLinux + ".part " + onLinux;
        try {
            new ProcessBuilder("Z:\\bin\\sh", "-c", script)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Waiting.until("the neighbour answers: " + command, () -> Files.exists(answer));
            return Integer.parseInt(Files.readString(answer).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
