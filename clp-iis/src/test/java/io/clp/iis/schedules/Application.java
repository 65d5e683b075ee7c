package io.clp.iis.schedules;

import io.clp.ResourceId;
import io.clp.platform.CommandResult;
import io.clp.platform.NodeThing;
import io.clp.platform.ServiceState;
import io.clp.resource.NodeLocal;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a user might write: a command that prepares, then a service of its own. Exit code 9 of the command is answered with an Error. */
record Application(ResourceId id, String service, List<String> overlaps) implements Resource {
    static final String COMMAND = "prepare.exe";
    static final int WORSE = 9;
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final NodeLocal<AtomicReference<@Nullable String>> RUNNING =
            NodeLocal.named("the operation that runs");

    @Override
    public Set<NodeThing> uses() {
        return Set.of(NodeThing.service(service).exclusively());
    }

    @Override
    public void online(ResourceContext context) throws Exception {
        alone("online", context, () -> prepareAndStart(context));
    }

    private void prepareAndStart(ResourceContext context) throws Exception {
        CommandResult prepared = context.platform().commands().run(List.of(COMMAND), Map.of(), LIMIT);
        if (prepared.exitCode() == WORSE) {
            throw new LinkageError("the application is broken");
        }
        if (prepared.end() != CommandResult.End.EXITED || prepared.exitCode() != 0) {
            throw ResourceException.temporary("preparation: " + prepared);
        }
        context.service(service).start();
    }

    @Override
    public void offline(ResourceContext context) throws Exception {
        alone("offline", context, () -> context.service(service).stop());
    }

    @Override
    public Probe probe(ResourceContext context) {
        ServiceState state = context.service(service).state();
        return switch (state) {
            case RUNNING -> Probe.online();
            case STOPPED, NOT_INSTALLED -> Probe.offline();
            default -> Probe.unknown(service + " is " + state);
        };
    }

    @Override
    public void onlineBlocked(ResourceContext context, ResourceId failedDependency) throws Exception {
        alone("onlineBlocked", context, () -> context.log("blocked by " + failedDependency));
    }

    @Override
    public void recovered(ResourceContext context) throws Exception {
        alone("recovered", context, () -> context.platform()
                .commands()
                .run(List.of(COMMAND, "recover"), Map.of(), LIMIT));
    }

    /** Runs one operation and notes where another one of this resource has not returned, on the same node in the same process. */
    private void alone(String what, ResourceContext context, Body body) throws Exception {
        AtomicReference<@Nullable String> running = context.get(RUNNING).orElseGet(AtomicReference::new);
        context.put(RUNNING, running);
        String other = running.getAndSet(what);
        if (other != null) {
            overlaps.add(context.nodeId() + ": " + what + " of " + id + " while " + other + " runs");
        }
        try {
            body.run();
        } finally {
            running.set(null);
        }
    }

    /** What an operation does. */
    @FunctionalInterface
    private interface Body {
        void run() throws Exception;
    }
}
