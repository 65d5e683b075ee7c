package io.clp.windows.internal.platform;

import io.clp.platform.ArmRequests;
import io.clp.platform.CommandResult;
import io.clp.platform.CommandResult.End;
import io.clp.platform.CommandRunner;
import io.clp.platform.ScriptRun;
import io.clp.platform.WindowsErrors;
import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.windows.internal.driver.CallFailedException;
import io.clp.windows.internal.driver.JobDriver;
import io.clp.windows.internal.driver.PipeDriver;
import io.clp.windows.internal.driver.PipeServer;
import io.clp.windows.internal.driver.ProcessDriver;
import io.clp.windows.internal.platform.Launch.RefusedException;
import io.clp.windows.internal.platform.RunningCommand.Drivers;
import io.clp.windows.internal.win32.Natives;
import io.clp.windows.internal.win32.ProcessApi;
import io.clp.windows.internal.win32.SecurityApi;
import java.io.File;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 *
 * <p>A script whose ARM commands are served finds programs of these names first on its path. They ask over a named pipe of this run alone:
 * its name is unguessable, other machines are refused, and only SYSTEM and the administrators may open it, whom nothing could keep out (by
 * default Windows would let everybody read). It takes 16 programs at once, and a request of 128 KiB. When the script has ended, the pipe is
 * gone, and what a program left behind still asked for is interrupted.
 */
public final class WindowsCommands implements CommandRunner {
    private static final Logger LOG = LoggerFactory.getLogger(WindowsCommands.class);

    /** How long Windows may take to end what was terminated. A driver that does not let go of a process can take for ever. */
    private static final Duration TO_END = Duration.ofSeconds(5);

    private static final AtomicLong PIPES = new AtomicLong();

    /** The ARM programs find their pipe by it: see arm.c. What a process inherits of this kind no script sees. */
    private static final String CHANNEL = "CLP_ARM_CHANNEL";

    private static final String PATH = "PATH";
    private static final int BYTES_OF_CHANNEL_NAME = 16;

    private final Timeline timeline;
    private final ArmPrograms programs;
    private final ProcessApi api;
    private final SecurityApi security;
    private final Drivers drivers;
    private final SecureRandom random = new SecureRandom();

    /**
     * Makes the commands of this node, with ARM programs in a folder of this user.
     *
     * @param timeline what they wait on
     */
    public WindowsCommands(Timeline timeline) {
        this(timeline, new ArmPrograms(Optional.empty()));
    }

    /** Makes commands that write in a certain code page. */
    WindowsCommands(Timeline timeline, ProcessApi api, int codePage) {
        this(timeline, new ArmPrograms(Optional.empty()), api, codePage);
    }

    /**
     * Makes the commands of this node.
     *
     * @param timeline what they wait on
     * @param programs the ARM programs for scripts that use them
     */
    public WindowsCommands(Timeline timeline, ArmPrograms programs) {
        this(timeline, programs, Natives.load("kernel32", ProcessApi.class));
    }

    private WindowsCommands(Timeline timeline, ArmPrograms programs, ProcessApi api) {
        this(timeline, programs, api, new ProcessDriver(api).oemCodePage());
    }

    private WindowsCommands(Timeline timeline, ArmPrograms programs, ProcessApi api, int codePage) {
        this.timeline = timeline;
        this.programs = programs;
        this.api = api;
        security = Natives.load("advapi32", SecurityApi.class);
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
        return script.armRequests().isPresent()
                ? runServed(script, script.armRequests().get(), limit)
                : runScript(script, script.environment(), limit);
    }

    private CommandResult runServed(ScriptRun script, ArmRequests requests, Duration limit)
            throws InterruptedException {
        String name = newChannelName();
        Map<String, String> environment;
        ArmChannel.Served served;
        try {
            environment = environment(script, name);
            served = ArmChannel.open(timeline, PipeServer.of(api, security, name, ArmChannel.MOST), requests);
        } catch (IOException e) {
            String why = "ARMLOAD and its like cannot be unpacked: " + e;
            return new CommandResult(End.NOT_STARTED, WindowsErrors.ACCESS_DENIED, why);
        } catch (CallFailedException e) {
            return new CommandResult(End.NOT_STARTED, e.code(), e.getMessage());
        }
        try {
            return runScript(script, environment, limit);
        } finally {
            served.end();
        }
    }

    /** Puts the ARM programs first on the path, and says where they are answered. */
    private Map<String, String> environment(ScriptRun script, String channel) throws IOException {
        Map<String, String> all = EnvironmentBlock.merged(script.environment(), Map.of(CHANNEL, channel));
        String path =
                EnvironmentBlock.merged(System.getenv(), script.environment()).getOrDefault(PATH, "");
        return EnvironmentBlock.merged(all, Map.of(PATH, programs.inFolder() + ";" + path));
    }

    private CommandResult runScript(ScriptRun script, Map<String, String> environment, Duration limit)
            throws InterruptedException {
        Drivers writing = script.outputCharset().map(drivers::withCharset).orElse(drivers);
        Map<String, String> inherited = EnvironmentBlock.withoutCluster(System.getenv());
        return run(List.of(script.path()), inherited, environment, writing, limit);
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

    /** A name that nobody can guess, and so nobody can have taken. */
    private String newChannelName() {
        byte[] bytes = new byte[BYTES_OF_CHANNEL_NAME];
        random.nextBytes(bytes);
        return "\\\\.\\pipe\\clp-arm-" + HexFormat.of().formatHex(bytes);
    }

    private static RuntimeException rethrown(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }
}
