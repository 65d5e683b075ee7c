package io.clp.testkit;

import io.clp.platform.CommandRunner;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The commands of a fake machine. {@code net start}, {@code net stop} and {@code iisreset} act on the machine's services; any other
 * program must be given with {@link #when}, or it is not found. Thread-safe.
 *
 * <p>A program is recognised by its file name, without regard to case, directory, and the ending ".exe"; of {@code cmd.exe /c x} the
 * program is x.
 */
public interface FakeCommands extends CommandRunner {
    /** Sets what a program does from now on, in the place of what it did before. */
    void when(String program, Script script);

    /** Returns the calls of a program, in order; of one that does not exist, too. */
    List<Call> calls(String program);

    /** What a program does. */
    @FunctionalInterface
    interface Script {
        /**
         * Runs the program. It must wait through {@link Call#takes} and {@link Call#hangs} only.
         *
         * @return its exit code
         * @throws InterruptedException the program was ended from outside
         */
        int run(Call call) throws InterruptedException;
    }

    /** One call of a program. */
    interface Call {
        /** Returns the program and its arguments. */
        List<String> command();

        /** Returns the variables that were set for it, by name; not what it inherits. */
        Map<String, String> environment();

        /** Writes a line to the output. */
        void prints(String line);

        /** Lets time pass. */
        void takes(Duration time) throws InterruptedException;

        /** Waits until the program is ended from outside. */
        void hangs() throws InterruptedException;

        /** Does what {@code ARMLOAD watchId /S /A service} does: starts the service and watches it. */
        void armLoad(String watchId, String service) throws InterruptedException;

        /** Does what {@code ARMKILL watchId} does: ends the watch and stops its service. */
        void armKill(String watchId) throws InterruptedException;
    }
}
