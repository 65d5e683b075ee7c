package io.clp.resource;

import io.clp.platform.ServiceState;
import io.clp.resource.ScriptKnowledge.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What this process remembers of a script, what it rests on, and the services that it loaded, say of it. */
final class ScriptEvidence {
    private final ResourceContext context;
    private final List<Resource> ground;

    ScriptEvidence(ResourceContext context) {
        this.context = context;
        ground = context.group().groundOf(context.resourceId());
    }

    Probe judge(ScriptKnowledge known) {
        return switch (known.kind()) {
            case STOPPED -> Probe.offline();
            case STARTED -> started(known);
            case FAILED -> Probe.failed(known.detail());
            case DOUBTED -> Probe.unknown(known.detail());
            case NOTHING ->
                Probe.unknown("neither script was run by this process, and nothing else shows whether an earlier one"
                        + " left it running");
        };
    }

    /**
     * Returns whether what is beneath the script shows that no earlier process left it running here: a partition is never released while
     * what uses it may run.
     */
    boolean nothingWasLeft(ScriptKnowledge known) {
        return (known.kind() == Kind.NOTHING || known.inherited())
                && (ground.stream().anyMatch(it -> it.tier() == ResourceTier.PARTITION && isOffline(it))
                        || (!ground.isEmpty() && ground.stream().allMatch(this::isOffline)));
    }

    /** Returns whether all that is beneath the script is online, as where it was left running. */
    boolean groundIsOnline() {
        return !ground.isEmpty() && ground.stream().allMatch(it -> context.state(it.id()) == ResourceState.ONLINE);
    }

    private Probe started(ScriptKnowledge known) {
        List<String> stopped = new ArrayList<>();
        List<String> between = new ArrayList<>();
        for (Map.Entry<String, String> watch : known.watches().entrySet()) {
            ServiceState state = context.service(watch.getValue()).state();
            if (state != ServiceState.RUNNING) {
                (state.pending() ? between : stopped)
                        .add("service " + watch.getValue() + ", loaded as " + watch.getKey() + ", is " + state);
            }
        }
        ground.stream().filter(this::isOffline).forEach(it -> stopped.add(it.id() + ", which it rests on, is offline"));
        if (!stopped.isEmpty()) {
            return Probe.failed(String.join("; ", stopped));
        }
        return between.isEmpty() ? Probe.online() : Probe.unknown(String.join("; ", between));
    }

    private boolean isOffline(Resource resource) {
        return context.state(resource.id()) == ResourceState.OFFLINE;
    }
}
