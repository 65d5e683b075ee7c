package io.clp.testkit.internal.fake;

import io.clp.platform.CommandResult;
import io.clp.platform.ScriptRun;
import io.clp.testkit.FakeCommands;
import io.clp.time.Task;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The commands of one machine. */
final class Commands implements FakeCommands {
    private static final int FILE_NOT_FOUND = 2;

    private final Machine machine;
    private final World world;
    private final Map<String, Script> scripts = new LinkedHashMap<>();
    private final List<CommandCall> calls = new ArrayList<>();

    Commands(Machine machine) {
        this.machine = machine;
        world = machine.world;
        scripts.put("net", new NetCommand(machine));
        if (!world.setup.iisVersion.isEmpty()) {
            scripts.put("iisreset", new IisResetCommand(machine));
        }
    }

    @Override
    public void when(String program, Script script) {
        world.checkForTest();
        world.change(() -> {
            scripts.put(CommandLine.programName(program), script);
        });
    }

    @Override
    public List<Call> calls(String program) {
        world.checkForTest();
        String name = CommandLine.programName(program);
        return world.change(() -> calls.stream()
                .filter(it -> CommandLine.program(it.command()).equals(name))
                .map(it -> (Call) it)
                .toList());
    }

    @Override
    public CommandResult run(List<String> command, Map<String, String> environment, Duration limit)
            throws InterruptedException {
        return run(new CommandCall(machine, command, environment, Optional.empty()), limit);
    }

    /** Text is text here: the charset of the output says nothing. */
    @Override
    public CommandResult runScript(ScriptRun script, Duration limit) throws InterruptedException {
        List<String> command = List.of("cmd.exe", "/d", "/c", script.path());
        return run(new CommandCall(machine, command, script.environment(), script.armRequests()), limit);
    }

    private CommandResult run(CommandCall call, Duration limit) throws InterruptedException {
        machine.requireAlive();
        String program = CommandLine.program(call.command());
        Script script = world.change(() -> {
            calls.add(call);
            return find(program, call);
        });
        if (script == null) {
            return new CommandResult(CommandResult.End.NOT_STARTED, FILE_NOT_FOUND, "");
        }
        Duration start = world.change(() -> world.setup.latencies.command().draw(machine.dice));
        CommandResult result = end(program, limit, call, () -> {
            call.takes(start);
            return script.run(call);
        });
        machine.requireAlive();
        told(program, result);
        return result;
    }

    private @Nullable Script find(String program, CommandCall call) {
        Script script = scripts.get(program);
        String what = String.join(" ", call.command()) + (script == null ? ": not found" : ": runs");
        world.journal.asked(machine.node, "command " + program, what);
        return script;
    }

    private CommandResult end(String program, Duration limit, CommandCall call, Body body) throws InterruptedException {
        Timeline timeline = machine.timeline();
        Task<Integer> task = timeline.fork(program + " on " + machine.node, body::run);
        try {
            int exitCode = task.join(limit);
            return CommandResult.exited(exitCode, call.output());
        } catch (TimeoutException e) {
            task.interrupt();
            return new CommandResult(CommandResult.End.TIMED_OUT, 0, call.output());
        } catch (InterruptedException e) {
            task.interrupt();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("the script of " + program + " failed", e.getCause());
        }
    }

    private void told(String program, CommandResult result) {
        String how =
                result.end() == CommandResult.End.TIMED_OUT ? "ended at its limit" : "exit code " + result.exitCode();
        world.change(() -> world.journal.happened(machine.node, "command " + program, how));
    }

    /** What runs within a command's limit. */
    @FunctionalInterface
    private interface Body {
        int run() throws InterruptedException;
    }
}
