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

    /** Returns whether an address answers the neighbour, be it that nobody listens at the port. */
    boolean reaches(String address) {
        return run("timeout 2 bash -c ': </dev/tcp/" + address + "/9' 2>&1 | grep -q refused") == 0;
    }

    /** Gives the neighbour an address, for which it answers from then on. */
    void take(String cidr) {
        must("ip address add " + cidr + " dev bridge0");
    }

    /** Takes an address from the neighbour. */
    void giveUp(String cidr) {
        must("ip address del " + cidr + " dev bridge0");
    }

    private void must(String command) {
        int code = run(command);
        if (code != 0) {
            throw new IllegalStateException("the neighbour says " + code + " to " + command);
        }
    }

    private int run(String command) {
        Path answer = Places.state().resolve("neighbour-" + NUMBER.incrementAndGet());
        Path script = answer.resolveSibling(answer.getFileName() + ".sh");
        String onLinux = Places.onLinux(answer);
        try {
            // A file, because quotes would have to survive both Windows' and Linux' way to pass arguments.
            Files.writeString(
                    script, command + "\necho $? >" + onLinux + ".part\nmv " + onLinux + ".part " + onLinux + "\n");
            Processes.startOnLinux("Z:\\usr\\bin\\nsenter -t " + process + " -n /bin/sh " + Places.onLinux(script));
            Waiting.until("the neighbour answers: " + command, () -> Files.exists(answer));
            return Integer.parseInt(Files.readString(answer).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
