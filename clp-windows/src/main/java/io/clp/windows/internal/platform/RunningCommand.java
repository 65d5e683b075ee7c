package io.clp.windows.internal.platform;

import io.clp.ClpException;
import io.clp.ClpException.Facts;
import io.clp.platform.CommandResult;
import io.clp.platform.CommandResult.End;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceException.Retry;
import io.clp.windows.internal.driver.CallFailedException;
import io.clp.windows.internal.driver.JobDriver;
import io.clp.windows.internal.driver.KernelHandle;
import io.clp.windows.internal.driver.PipeDriver;
import io.clp.windows.internal.driver.PipeReader;
import io.clp.windows.internal.driver.PipeReader.State;
import io.clp.windows.internal.driver.ProcessDriver;
import io.clp.windows.internal.driver.StartedProcess;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * One command from its start to its end. {@link #run} has a task of its own, which waits in Windows and holds all handles; {@link #end} and
 * {@link #output} come from elsewhere.
 */
final class RunningCommand {
    /**
     * What can stand in the pipe when a command ends: a full pipe, and what was read of it meanwhile. Without a bound, a child left behind
     * that never stops writing would keep its reader for ever.
     */
    private static final int AFTER_ITS_END = 2 * PipeDriver.CAPACITY;

    private final Drivers drivers;
    private final Launch launch;
    private final String pipeName;
    private final OutputKeeper output = new OutputKeeper();

    /** Present while there is something to end; under this object's lock. */
    private @Nullable KernelHandle job;

    private boolean ended;

    /** What commands are run by. */
    record Drivers(JobDriver jobs, ProcessDriver processes, PipeDriver pipes, Charset charset) {
        /** Returns the same for commands that write in another charset. */
        Drivers withCharset(Charset other) {
            return new Drivers(jobs, processes, pipes, other);
        }
    }

    RunningCommand(Drivers drivers, Launch launch, String pipeName) {
        this.drivers = drivers;
        this.launch = launch;
        this.pipeName = pipeName;
    }

    /** Runs the command and waits for its end, be it by {@link #end}. */
    CommandResult run() {
        // Its handle ends the whole tree when it is closed, on whatever way out, or by the death of this process.
        try (KernelHandle tree = drivers.jobs().create()) {
            drivers.jobs().endsWithHandle(tree, true);
            try (KernelHandle pipe = drivers.pipes().create(pipeName);
                    PipeReader reader = drivers.pipes().reader(pipe);
                    StartedProcess started = start(tree)) {
                return CommandResult.exited(follow(started, tree, reader), output());
            }
        } catch (CallFailedException e) {
            return new CommandResult(End.NOT_STARTED, e.code(), e.getMessage());
        }
    }

    /** Ends the command and all that it started; before its start, keeps it from starting; after its end, does nothing. */
    synchronized void end() {
        ended = true;
        KernelHandle tree = job;
        if (tree == null) {
            return;
        }
        try {
            drivers.jobs().terminate(tree);
        } catch (CallFailedException e) {
            throw failed("end", e);
        }
    }

    /** Returns what the command wrote so far. */
    String output() {
        return output.text(drivers.charset());
    }

    private StartedProcess start(KernelHandle tree) throws CallFailedException {
        ProcessDriver processes = drivers.processes();
        try (KernelHandle nul = drivers.pipes().openNul();
                KernelHandle writer = drivers.pipes().openWriter(pipeName)) {
            StartedProcess started = processes.createSuspended(
                    launch.application(), launch.commandLine(), launch.environment(), nul, writer);
            try {
                drivers.jobs().assign(tree, started.process());
                return started;
            } catch (CallFailedException e) {
                try (started) {
                    processes.terminate(started.process());
                }
                throw e;
            }
        }
    }

    private int follow(StartedProcess started, KernelHandle tree, PipeReader reader) {
        try {
            if (canBeEnded(tree)) {
                drivers.processes().resume(started);
            }
            read(started.process(), reader);
            int exitCode = drivers.processes().exitCode(started.process());
            leave(tree);
            return exitCode;
        } catch (CallFailedException e) {
            throw failed("run", e);
        }
    }

    /** Lets {@link #end} find the tree. Returns whether it was not called before. */
    private synchronized boolean canBeEnded(KernelHandle tree) throws CallFailedException {
        job = tree;
        if (ended) {
            drivers.jobs().terminate(tree);
        }
        return !ended;
    }

    /** Leaves alone what the command left running, unless it was to be ended. */
    private synchronized void leave(KernelHandle tree) throws CallFailedException {
        job = null;
        if (!ended) {
            drivers.jobs().endsWithHandle(tree, false);
        }
    }

    private void read(KernelHandle process, PipeReader reader) throws CallFailedException {
        State state = reader.begin();
        boolean running = true;
        while (running && state != State.CLOSED) {
            running = !drivers.processes().awaitEndOrOutput(process, reader);
            state = running ? take(reader) : State.READY;
        }
        if (running) {
            drivers.processes().awaitEnd(process);
            return;
        }
        int left = AFTER_ITS_END;
        while (left > 0 && state == State.READY) {
            state = take(reader);
            left -= Math.max(1, reader.taken());
        }
    }

    /** Keeps what was read, and reads on; PENDING where nothing was written. */
    private State take(PipeReader reader) throws CallFailedException {
        State state = reader.look();
        if (state != State.READY) {
            return state;
        }
        output.add(reader.bytes());
        return reader.begin() == State.CLOSED ? State.CLOSED : State.READY;
    }

    private ClpException failed(String act, CallFailedException e) {
        String attempted = act + " command " + launch.application();
        return new ResourceException(
                attempted + ": " + e.getMessage(), Facts.of(attempted).windows(e.code()), Retry.MAY_HELP, e);
    }
}
