package io.clp.internal.definition;

import io.clp.resource.Resource;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ResourceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A resource as a group's builder was told of it. Not thread-safe. */
public final class ResourceEntry implements ResourceSettings {
    private final Resource resource;
    private @Nullable List<String> instead;
    private final List<String> also = new ArrayList<>();
    private ResourcePolicy policy = ResourcePolicy.defaults();

    ResourceEntry(Resource resource) {
        this.resource = resource;
    }

    @Override
    public ResourceSettings dependsOn(String... resources) {
        if (instead == null) {
            instead = new ArrayList<>();
        }
        instead.addAll(List.of(resources));
        return this;
    }

    @Override
    public ResourceSettings alsoDependsOn(String... resources) {
        also.addAll(List.of(resources));
        return this;
    }

    @Override
    public ResourceSettings policy(ResourcePolicy newPolicy) {
        policy = Objects.requireNonNull(newPolicy, "policy");
        return this;
    }

    Resource resource() {
        return resource;
    }

    ResourcePolicy policy() {
        return policy;
    }

    /** Returns what was named in the place of the default, or null where the default holds. */
    @Nullable
    List<String> instead() {
        return instead;
    }

    List<String> also() {
        return also;
    }
}
