package io.clp.resource;

import io.clp.platform.ArmRequests;
import io.clp.platform.CommandResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Answers one script's ARM commands with the node's watches, and keeps which it loaded and killed. */
final class ScriptRequests implements ArmRequests {
    private static final CommandResult DONE = CommandResult.exited(0, "");
    private static final String ONLY_TOLD = "not done: this run changes no state, the group need not be on this node";

    private final ResourceContext context;
    private final ScriptMemory memory;
    private final boolean mayAct;
    private final Set<String> loaded = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> unknown = new ConcurrentSkipListSet<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * Makes what answers one script.
     *
     * @param mayAct whether it may load and kill, which what is only told something may not: it would act where the group is not
     */
    ScriptRequests(ResourceContext context, ScriptMemory memory, boolean mayAct) {
        this.context = context;
        this.memory = memory;
        this.mayAct = mayAct;
    }

    @Override
    public CommandResult load(String watchId, String service) throws InterruptedException {
        String line = "ARMLOAD " + watchId + " /S /A " + service;
        context.log(line);
        if (!mayAct) {
            return notDone(line, ONLY_TOLD);
        }
        Optional<String> before = memory.serviceOf(watchId);
        memory.loading(watchId, service);
        try {
            context.watches().load(watchId, service);
        } catch (ResourceException e) {
            if (!e.indeterminate()) {
                memory.ended(watchId);
                before.ifPresent(it -> memory.loading(watchId, it));
            }
            return notDone(line, String.valueOf(e.getMessage()));
        }
        loaded.add(watchId);
        unknown.remove(watchId);
        return DONE;
    }

    @Override
    public CommandResult kill(String watchId) throws InterruptedException {
        String line = "ARMKILL " + watchId;
        context.log(line);
        if (!mayAct) {
            return notDone(line, ONLY_TOLD);
        }
        try {
            if (!context.watches().kill(watchId)) {
                stopUnwatched(line, watchId);
            }
        } catch (ResourceException e) {
            return notDone(line, String.valueOf(e.getMessage()));
        }
        memory.ended(watchId);
        loaded.remove(watchId);
        return DONE;
    }

    /** A load that was not seen to end left no watch, and yet its service may run. */
    private void stopUnwatched(String line, String watchId) throws InterruptedException {
        Optional<String> service = memory.serviceOf(watchId);
        if (service.isPresent()) {
            context.log(line + ": not watched, service " + service.get() + " is stopped");
            context.service(service.get()).stop();
        } else {
            context.log(line + ": not loaded");
            unknown.add(watchId);
        }
    }

    @Override
    public CommandResult broadcast(String message) {
        context.broadcast(ScriptText.KEY, message);
        return DONE;
    }

    @Override
    public CommandResult log(String line) {
        context.log("ARMLOG " + line);
        return DONE;
    }

    private CommandResult notDone(String line, String why) {
        context.log(line + ": " + why);
        return CommandResult.exited(1, why);
    }

    /** Returns whether the script has loaded a watch, and not killed it since. */
    boolean loaded(String watchId) {
        return loaded.contains(watchId);
    }

    /** Returns the ids that it killed and that nobody had loaded in this process. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }
}
