package io.clp.testkit.simulation;

import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.platform.NodeThing;
import io.clp.platform.ServiceState;
import io.clp.resource.NodeLocal;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceTier;
import io.clp.resource.ServiceResource;
import io.clp.time.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A service that reports its own failure within a second, before any monitor is sure of it, and whose answers a monitor can ask for. */
final class TellingService implements Resource {
    private static final NodeLocal<Timer> LOOKING = NodeLocal.named("looking");
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final ServiceResource service;
    private final String name;
    private final Map<NodeId, Boolean> answering = new ConcurrentHashMap<>();

    TellingService(String id, String name) {
        service = ServiceResource.builder(id).service(name).build();
        this.name = name;
    }

    /** Finds what a client of a node would: whether somebody answers there. */
    Probe asked(NodeId node) {
        return answering.getOrDefault(node, false) ? Probe.online() : Probe.failed("nobody answers");
    }

    @Override
    public ResourceId id() {
        return service.id();
    }

    @Override
    public ResourceTier tier() {
        return service.tier();
    }

    @Override
    public Set<NodeThing> uses() {
        return service.uses();
    }

    @Override
    public void online(ResourceContext context) throws Exception {
        service.online(context);
        answering.put(context.nodeId(), true);
        Timer looking = context.timeline().every(EVERY, () -> look(context));
        context.remove(LOOKING).ifPresent(Timer::cancel);
        context.put(LOOKING, looking);
    }

    private void look(ResourceContext context) {
        if (context.platform().services().query(name).state() != ServiceState.RUNNING) {
            answering.put(context.nodeId(), false);
            context.reportFailure("service " + name + " does not run");
        }
    }

    @Override
    public void offline(ResourceContext context) throws Exception {
        context.remove(LOOKING).ifPresent(Timer::cancel);
        answering.put(context.nodeId(), false);
        service.offline(context);
    }

    @Override
    public Probe probe(ResourceContext context) {
        return service.probe(context);
    }
}
