package io.clp.testkit.internal.fake;

import io.clp.platform.ArmRequests;
import io.clp.platform.CommandResult;
import io.clp.resource.ResourceException;

/** The ARM commands of a machine on which another product's are installed: its watches are not the library's. */
record InstalledArm(Machine machine) implements ArmRequests {
    private static final CommandResult DONE = CommandResult.exited(0, "");

    @Override
    public CommandResult load(String watchId, String service) throws InterruptedException {
        return answer(() -> machine.watches().load(watchId, service));
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
