package io.clp.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What runs commands on a node: an argument list, never a string through a shell. Thread-safe.
 *
 * <p>A command has ended when the program itself has. What it leaves running then lives on, as an application does that a script starts,
 * and its output is nobody's; only past the limit, or at an interrupt, everything ends that the command started.
 */
public interface CommandRunner {
    /**
     * Runs a command and waits for its end.
     *
     * @param command the program and its arguments, at least a program; a program without a path is looked up as the node does
     * @param environment variables to set beside the inherited ones
     * @param limit how long it may take; past it the command and every process it started are ended
     * @return how it ended
     * @throws InterruptedException the caller was interrupted; the command was ended as at the limit
     */
    CommandResult run(List<String> command, Map<String, String> environment, Duration limit)
            throws InterruptedException;

    /**
     * Runs a batch file and waits for its end, as {@link #run} does with a command that is its path and nothing else.
     *
     * <p>A runner that does not override this knows one charset, its own, and serves no ARM commands.
     *
     * @param script the file, and what it runs with
     * @param limit as for {@link #run}
     * @return how it ended; {@link CommandResult.End#NOT_STARTED} with {@link WindowsErrors#NOT_SUPPORTED} where ARM commands are to be
     *     served and are not: then nothing has run
     * @throws InterruptedException as for {@link #run}
     */
    default CommandResult runScript(ScriptRun script, Duration limit) throws InterruptedException {
        return script.armRequests().isPresent()
                ? new CommandResult(
                        CommandResult.End.NOT_STARTED,
                        WindowsErrors.NOT_SUPPORTED,
                        "this platform serves no ARMLOAD, ARMKILL, ARMBCAST and ARMLOG")
                : run(List.of(script.path()), script.environment(), limit);
    }
}
