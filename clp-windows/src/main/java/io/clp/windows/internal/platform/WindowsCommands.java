package io.clp.windows.internal.platform;

import io.clp.platform.CommandResult;
import io.clp.platform.CommandResult.End;
import io.clp.platform.CommandRunner;
import io.clp.platform.ScriptRun;
import io.clp.platform.WindowsErrors;
import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.windows.internal.driver.JobDriver;
import io.clp.windows.internal.driver.PipeDriver;
import io.clp.windows.internal.driver.ProcessDriver;
import io.clp.windows.internal.platform.Launch.RefusedException;
import io.clp.windows.internal.platform.RunningCommand.Drivers;
import io.clp.windows.internal.win32.Natives;
import io.clp.windows.internal.win32.ProcessApi;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The commands of this node. Thread-safe.
 *
 * <p>Each command is a job object of its own, so that its limit, an interrupt or the death of this process ends all of its processes; a
 * service that it asks the Service Control Manager to start is none of them. What it leaves running when it ends by itself lives on. It has
 * no window, reads nothing, and inherits one handle: the pipe of its output, which is decoded in the OEM code page, where console programs
 * write. Of more than 256 KiB the first 64 and the last 192 are kept.
 *
 * <p>The command line follows the rules by which programs split it. cmd.exe splits by others: what is handed to it as an argument is its
 * caller's to quote. A batch file is run where it stands alone, by the system's own cmd.exe; with arguments, or a percent sign in its path,
 * it is refused with 87. What a script sees of a cluster is what it is given: variables of that kind are not inherited.
 */
public final class WindowsCommands implements CommandRunner {
    private static final Logger LOG = LoggerFactory.getLogger(WindowsCommands.class);

    /** How long Windows may take to end what was terminated. A driver that does not let go of a process can take for ever. */
    private static final Duration TO_END = Duration.ofSeconds(5);

    private static final AtomicLong PIPES = new AtomicLong();

    private final Timeline timeline;
    private final Drivers drivers;

    /**
     * Makes the commands of this node.
     *
     * @param timeline what they wait on
     */
    public WindowsCommands(Timeline timeline) {
        this(timeline, Natives.load("kernel32", ProcessApi.class));
    }

    private WindowsCommands(Timeline timeline, ProcessApi api) {
        this(timeline, api, new ProcessDriver(api).oemCodePage());
    }

    /** Makes commands that write in a certain code page. */
    WindowsCommands(Timeline timeline, ProcessApi api, int codePage) {
        this.timeline = timeline;
        drivers = new Drivers(
                new JobDriver(api), new ProcessDriver(api), new PipeDriver(api), CodePages.charset(codePage));
    }

    @Override
    public CommandResult run(List<String> command, Map<String, String> environment, Duration limit)
            throws InterruptedException {
        return run(command, System.getenv(), environment, drivers, limit);
    }

    @Override
    public CommandResult runScript(ScriptRun script, Duration limit) throws InterruptedException {
        if (script.armRequests().isPresent()) {
            return new CommandResult(
                    End.NOT_STARTED, WindowsErrors.NOT_SUPPORTED, "the ARM commands are not served on Windows yet");
        }
        Drivers writing = script.outputCharset().map(drivers::withCharset).orElse(drivers);
        Map<String, String> inherited = EnvironmentBlock.withoutCluster(System.getenv());
        return run(List.of(script.path()), inherited, script.environment(), writing, limit);
    }

    private CommandResult run(
            List<String> command,
            Map<String, String> inherited,
            Map<String, String> environment,
            Drivers writing,
            Duration limit)
            throws InterruptedException {
        Launch launch;
        try {
            launch = Launch.of(command, inherited, environment, path -> new File(path).isFile());
        } catch (RefusedException e) {
            return new CommandResult(End.NOT_STARTED, e.code(), e.getMessage());
        }
        RunningCommand running = new RunningCommand(writing, launch, newPipeName());
        Task<CommandResult> task = timeline.fork("command " + command.get(0), running::run);
        try {
            return task.join(limit);
        } catch (TimeoutException e) {
            return pastItsLimit(running, task);
        } catch (InterruptedException e) {
            end(running, task);
            throw e;
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    private CommandResult pastItsLimit(RunningCommand running, Task<CommandResult> task) throws InterruptedException {
        CommandResult result = end(running, task);
        return result != null && result.end() == End.NOT_STARTED
                ? result
                : new CommandResult(End.TIMED_OUT, 0, running.output());
    }

    /** Ends a command and waits until Windows has done so; null where it takes too long, or never began. */
    private @Nullable CommandResult end(RunningCommand running, Task<CommandResult> task) throws InterruptedException {
        task.interrupt(); // keeps it from beginning; once in Windows it takes no notice
        running.end();
        try {
            return task.join(TO_END);
        } catch (TimeoutException e) {
            LOG.warn("{} was terminated, and has not ended after {}", task.name(), TO_END);
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CancellationException) {
                return null;
            }
            throw rethrown(e);
        }
    }

    private String newPipeName() {
        return "\\\\.\\pipe\\clp-" + ProcessHandle.current().pid() + "-" + PIPES.incrementAndGet() + "-"
                + Long.toHexString(timeline.nanos());
    }

    private static RuntimeException rethrown(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
