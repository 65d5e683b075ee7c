package io.clp.resource;

import io.clp.platform.ArmRequests;
import io.clp.platform.CommandResult;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Answers one script's ARM commands with the node's watches, and keeps which it loaded and killed. */
final class ScriptRequests implements ArmRequests {
    private static final CommandResult DONE = CommandResult.exited(0, "");

    private final ResourceContext context;
    private final Map<String, String> loaded = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> killed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> unknown = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    ScriptRequests(ResourceContext context) {
        this.context = context;
    }

    @Override
    public CommandResult load(String watchId, String service) throws InterruptedException {
        String line = "ARMLOAD " + watchId + " /S /A " + service;
        context.log(line);
        try {
            context.watches().load(watchId, service);
        } catch (ResourceException e) {
            return notDone(line, e);
        }
        synchronized (this) {
            loaded.put(watchId, service);
            unknown.remove(watchId);
        }
        return DONE;
    }

    @Override
    public CommandResult kill(String watchId) throws InterruptedException {
        String line = "ARMKILL " + watchId;
        context.log(line);
        boolean known;
        try {
            known = context.watches().kill(watchId);
        } catch (ResourceException e) {
            return notDone(line, e);
        }
        synchronized (this) {
            loaded.remove(watchId);
            killed.add(watchId);
            if (!known) {
                unknown.add(watchId);
            }
        }
        if (!known) {
            context.log(line + ": not loaded");
        }
        return DONE;
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

    private CommandResult notDone(String line, ResourceException why) {
        context.log(line + ": " + why.getMessage());
        return CommandResult.exited(1, String.valueOf(why.getMessage()));
    }

    /** Returns the services that the script has left loaded, by watch id. */
    synchronized Map<String, String> loaded() {
        return ScriptKnowledge.byId(loaded);
    }

    /** Returns the ids that it killed, be they loaded again. */
    synchronized Set<String> killed() {
        return Set.copyOf(killed);
    }

    /** Returns the ids that it killed and that nobody had loaded in this process. */
    synchronized Set<String> unknown() {
        return Set.copyOf(unknown);
    }
}
