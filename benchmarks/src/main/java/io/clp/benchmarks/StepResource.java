package io.clp.benchmarks;

import io.clp.ResourceId;
import io.clp.resource.Probe;
import io.clp.resource.Resource;
import io.clp.resource.ResourceContext;

/**
 * A step as a resource, whose probe tells the truth.
 *
 * @param id its name
 * @param step what it does
 */
record StepResource(ResourceId id, Step step) implements Resource {
    @Override
    public void online(ResourceContext context) {
        step.start();
    }

    @Override
    public void offline(ResourceContext context) {
        step.stop();
    }

    @Override
    public Probe probe(ResourceContext context) {
        return step.online() ? Probe.online() : Probe.offline();
    }
}
