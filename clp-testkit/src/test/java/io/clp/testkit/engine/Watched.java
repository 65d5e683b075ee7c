package io.clp.testkit.engine;

import io.clp.ResourceId;
import io.clp.platform.NodeThing;
import io.clp.platform.ServiceState;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import io.clp.watch.WatchPolicy;
import java.util.Set;

/** A user's resource that loads a service under a watch, and kills it. */
record Watched(String name, String service, WatchPolicy policy) implements Resource {
    @Override
    public ResourceId id() {
        return ResourceId.of(name);
    }

    @Override
    public Set<NodeThing> uses() {
        return Set.of(NodeThing.service(service));
    }

    @Override
    public void online(ResourceContext context) throws InterruptedException {
        context.watches().load(name, service, policy);
    }

    @Override
    public void offline(ResourceContext context) throws InterruptedException {
        if (!context.watches().kill(name)) {
            context.service(service).stop();
        }
    }

    @Override
    public Probe probe(ResourceContext context) {
        ServiceState state = context.service(service).state();
        return state == ServiceState.RUNNING
                ? Probe.online()
                : state == ServiceState.STOPPED ? Probe.offline() : Probe.unknown(state.name());
    }
}
