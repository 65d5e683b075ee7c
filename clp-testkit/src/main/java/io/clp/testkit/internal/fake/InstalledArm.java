package io.clp.testkit.internal.fake;

import io.clp.platform.ArmLoad;
import io.clp.platform.ArmRequests;
import io.clp.platform.CommandResult;
import io.clp.resource.ResourceException;
import io.clp.watch.WatchPolicy;

/** The ARM commands of a machine on which another product's are installed: its watches are not the library's. */
record InstalledArm(Machine machine) implements ArmRequests {
    private static final CommandResult DONE = CommandResult.exited(0, "");

    @Override
    public CommandResult load(ArmLoad load) throws InterruptedException {
        return answer(() -> machine.watches().load(load.watchId(), load.service(), WatchPolicy.of(load)));
    }

    @Override
    public CommandResult kill(String watchId) throws InterruptedException {
        return answer(() -> machine.watches().kill(watchId));
    }

    @Override
    public CommandResult broadcast(String message) {
        return said("ARMBCAST", message);
    }

    @Override
    public CommandResult log(String line) {
        return said("ARMLOG", line);
    }

    @Override
    public void hasNoEffect(String option) {}

    private CommandResult said(String program, String text) {
        machine.world.change(() -> machine.world.journal.happened(machine.node, program, text));
        return DONE;
    }

    private static CommandResult answer(Request request) throws InterruptedException {
        try {
            request.run();
            return DONE;
        } catch (ResourceException e) {
            return CommandResult.exited(1, String.valueOf(e.getMessage()));
        }
    }

    /** What may fail. */
    @FunctionalInterface
    private interface Request {
        void run() throws InterruptedException;
    }
}
