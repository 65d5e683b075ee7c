package io.clp.config.internal.model;

import io.clp.resource.Resource;
import io.clp.resource.ServiceResource;

/**
 * A service.
 *
 * @param id its id
 * @param service its short name
 * @param failIfRunning whether one that runs already is an error
 */
public record ServiceSpec(String id, String service, boolean failIfRunning) implements ResourceSpec {
    @Override
    public Resource build() {
        ServiceResource.Builder builder = ServiceResource.builder(id).service(service);
        return (failIfRunning ? builder.failIfRunning() : builder).build();
    }

    @Override
    public JavaCalls java() {
        JavaCalls calls = new JavaCalls("ServiceResource.builder", id).then("service", service);
        return (failIfRunning ? calls.then("failIfRunning") : calls).then("build");
    }
}
