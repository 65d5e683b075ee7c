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
 * program is x. A script that a {@link io.clp.resource.ScriptResource} runs is the program START.BAT, or what its file is called.
 */
public interface FakeCommands extends CommandRunner {
    /**
     * Sets what a program does from now on, in the place of what it did before.
     *
     * @param program its name, as it is recognised
     * @param script what it does; runs once for each call
     */
    void when(String program, Script script);

    /**
     * Returns the calls of a program, of one that does not exist too.
     *
     * @param program its name, as it is recognised
     * @return in the order in which they began; those under way included
     */
    List<Call> calls(String program);

    /** What a program does. */
    @FunctionalInterface
    interface Script {
        /**
         * Runs the program. It must wait through {@link Call#takes} and {@link Call#hangs} only.
         *
         * @param call its arguments, and what it can do
         * @return its exit code
         * @throws InterruptedException the program was ended from outside
         */
        int run(Call call) throws InterruptedException;
    }

    /** One call of a program. */
    interface Call {
        /** {@return the program and its arguments} */
        List<String> command();

        /** {@return the variables that were set for it, by name; not what it inherits} */
        Map<String, String> environment();

        /**
         * Writes a line to the output.
         *
         * @param line without its end
         */
        void prints(String line);

        /**
         * Lets time pass.
         *
         * @param time how long; zero or less returns at once
         * @throws InterruptedException the program was ended from outside
         */
        void takes(Duration time) throws InterruptedException;

        /**
         * Waits until the program is ended from outside: at its limit, or because its caller was interrupted.
         *
         * @throws InterruptedException it was; the only way out
         */
        void hangs() throws InterruptedException;

        /**
         * Does what {@code ARMLOAD watchId /S /A service} does: starts the service and watches it. Where the script's resource has its ARM
         * commands {@linkplain io.clp.resource.ArmCommands#PROVIDED provided}, by the watches of the controller that runs it, otherwise by
         * {@link FakePlatform#watches}, as those of another product on the machine.
         *
         * @param watchId the id by which the watch is ended
         * @param service the short name
         * @return the program's exit code, 0 where the service runs and is watched; why not is in the output
         * @throws InterruptedException the program was ended from outside
         */
        int armLoad(String watchId, String service) throws InterruptedException;

        /**
         * Does what {@code ARMKILL watchId} does: ends the watch and stops its service. Harmless where nothing is
         * watched under that id.
         *
         * @param watchId the id it was loaded under
         * @return the program's exit code, 0 where nothing is watched any more and the service has stopped; why not is in the output
         * @throws InterruptedException the program was ended from outside
         */
        int armKill(String watchId) throws InterruptedException;

        /**
         * Does what {@code ARMBCAST /MSG "message" /A} does: tells everybody.
         *
         * @param message the text
         * @return the program's exit code, 0
         */
        int armBcast(String message);

        /**
         * Does what {@code ARMLOG} does: writes a line to the log.
         *
         * @param line the line
         * @return the program's exit code, 0
         */
        int armLog(String line);
    }
}
