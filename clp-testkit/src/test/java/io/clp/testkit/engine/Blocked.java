package io.clp.testkit.engine;

import io.clp.ResourceId;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;
import java.util.List;

/** A resource that writes down that it was blocked, and is never online. */
record Blocked(String name, List<String> told) implements Resource {
    @Override
    public ResourceId id() {
        return ResourceId.of(name);
    }

    @Override
    public void online(ResourceContext context) {
        told.add("online");
    }

    @Override
    public void offline(ResourceContext context) {
        told.add("offline");
    }

    @Override
    public Probe probe(ResourceContext context) {
        return Probe.offline();
    }

    @Override
    public void onlineBlocked(ResourceContext context, ResourceId failedDependency) {
        told.add("blocked by " + failedDependency + ", " + context.diskStatus());
    }
}
