package io.clp.testkit.internal.fault;

import io.clp.platform.CommandResult;
import io.clp.platform.CommandRunner;
import io.clp.platform.Platform;
import io.clp.platform.ScriptRun;
import io.clp.testkit.Fault;
import io.clp.testkit.SpiMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The commands of a platform with faults. A wrong answer is an exit code 0 of a command that did not run. */
final class FaultyCommands implements CommandRunner {
    private final Platform platform;
    private final Faults faults;

    FaultyCommands(Platform platform, Faults faults) {
        this.platform = platform;
        this.faults = faults;
    }

    @Override
    public CommandResult run(List<String> command, Map<String, String> environment, Duration limit)
            throws InterruptedException {
        return run(() -> platform.commands().run(command, environment, limit));
    }

    @Override
    public CommandResult runScript(ScriptRun script, Duration limit) throws InterruptedException {
        return run(() -> platform.commands().runScript(script, limit));
    }

    private CommandResult run(Run run) throws InterruptedException {
        Fault fault = faults.take(SpiMethod.COMMAND_RUN);
        if (fault == null) {
            return run.run();
        }
        switch (fault.kind()) {
            case REFUSED -> {
                return new CommandResult(CommandResult.End.NOT_STARTED, fault.windowsCode(), "");
            }
            case BUSY -> {
                return new CommandResult(CommandResult.End.TIMED_OUT, 0, "");
            }
            case WRONG -> {
                return CommandResult.exited(0, "");
            }
            case ANSWER_LOST -> {
                CommandResult lost = run.run();
                throw new InjectedFault(SpiMethod.COMMAND_RUN, fault, lost.toString());
            }
            default -> {
                faults.beforeOrInterrupted(SpiMethod.COMMAND_RUN, fault);
                return run.run();
            }
        }
    }

    /** What a fault may keep from happening. */
    @FunctionalInterface
    private interface Run {
        CommandResult run() throws InterruptedException;
    }
}
