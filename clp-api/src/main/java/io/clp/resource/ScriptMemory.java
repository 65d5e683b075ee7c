package io.clp.resource;

import java.util.Optional;

/** Where a node keeps what this process knows of its scripts; changed by the attempt, and by what the script asks for meanwhile. */
final class ScriptMemory {
    private static final NodeLocal<ScriptKnowledge> KNOWN = NodeLocal.named("what is known of the scripts here");

    private final ResourceContext context;

    ScriptMemory(ResourceContext context) {
        this.context = context;
    }

    synchronized ScriptKnowledge known() {
        return context.get(KNOWN).orElse(ScriptKnowledge.nothing());
    }

    synchronized void know(ScriptKnowledge knowledge) {
        context.put(KNOWN, knowledge);
    }

    /** Returns the service that the scripts loaded under an id, or began to. */
    Optional<String> serviceOf(String watchId) {
        return Optional.ofNullable(known().watches().get(watchId));
    }

    /** Remembers a load before it begins: what becomes of it may never be seen. */
    synchronized void loading(String watchId, String service) {
        know(known().loading(watchId, service));
    }

    /** Forgets a load: its watch has ended and its service has stopped, or never started. */
    synchronized void ended(String watchId) {
        know(known().ended(watchId));
    }
}
