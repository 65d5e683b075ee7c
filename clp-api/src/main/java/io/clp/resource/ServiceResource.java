package io.clp.resource;

import io.clp.ResourceId;
import io.clp.internal.definition.Names;
import io.clp.internal.definition.Problems;
import io.clp.platform.NodeThing;
import io.clp.platform.ServiceState;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Windows service that belongs to one group: started and stopped with it, not watched. Where somebody stops it by hand while the group
 * is online, its probe says offline, and its monitor takes that for a failure.
 */
public final class ServiceResource implements Resource {
    private final ResourceId id;
    private final String service;
    private final boolean failIfRunning;

    private ServiceResource(Builder builder) {
        id = ResourceId.of(builder.id);
        service = String.valueOf(builder.service);
        failIfRunning = builder.failIfRunning;
    }

    /**
     * Returns a builder.
     *
     * @param id the resource's name; checked when the resource is built
     * @return a builder that knows only the name
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    @Override
    public ResourceId id() {
        return id;
    }

    @Override
    public ResourceTier tier() {
        return ResourceTier.SERVICE;
    }

    @Override
    public Set<NodeThing> uses() {
        return Set.of(NodeThing.service(service).exclusively());
    }

    @Override
    public void online(ResourceContext context) throws Exception {
        ServiceHandle handle = context.service(service);
        if (failIfRunning && handle.state() == ServiceState.RUNNING) {
            throw ResourceException.permanent("service " + service + " runs already, and is not to be taken over");
        }
        handle.start();
        context.log("service " + service + " runs");
    }

    @Override
    public void offline(ResourceContext context) throws Exception {
        List<String> dependents = context.service(service).stop();
        context.log("service " + service + " stopped" + (dependents.isEmpty() ? "" : ", with it " + dependents));
    }

    @Override
    public Probe probe(ResourceContext context) {
        ServiceState state = context.service(service).state();
        return switch (state) {
            case RUNNING -> Probe.online();
            case STOPPED, NOT_INSTALLED -> Probe.offline();
            case PAUSED -> Probe.failed("service " + service + " is paused");
            case START_PENDING, STOP_PENDING, CONTINUE_PENDING, PAUSE_PENDING ->
                Probe.unknown("service " + service + " is in " + state);
        };
    }

    @Override
    public String toString() {
        return id.value().equals(service) ? "service " + id : "service " + id + " (" + service + ")";
    }

    /** Builds a service resource. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private @Nullable String service;
        private boolean failIfRunning;

        private Builder(String id) {
            this.id = id;
        }

        /**
         * Names the service.
         *
         * @param shortName the short name, as {@code sc query} shows it; without regard to case
         * @return this
         */
        public Builder service(String shortName) {
            service = shortName;
            return this;
        }

        /**
         * Makes a service that runs already when the resource is to go online an error; without it, such a service is
         * taken over.
         *
         * @return this
         */
        public Builder failIfRunning() {
            failIfRunning = true;
            return this;
        }

        /**
         * Builds the resource.
         *
         * @return an immutable resource
         * @throws io.clp.DefinitionException the id or the service's name is not one; both are named
         */
        public ServiceResource build() {
            Problems problems = new Problems("service resource " + id);
            problems.addIf("id", id, Names.idProblem(id));
            problems.addIf("service", service, Names.serviceProblem(service));
            problems.throwIfAny();
            return new ServiceResource(this);
        }
    }
}
