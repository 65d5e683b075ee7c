package io.clp;

import io.clp.failover.FailoverPolicy;
import io.clp.internal.definition.GroupAssembly;
import io.clp.resource.Resource;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ResourceSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The definition of a failover group: resources that go online and offline together and move between nodes together.
 *
 * <p>Immutable and without state of its own; one definition serves every node, fake and real. Two definitions are equal only where
 * they are the same object. Thread-safe.
 */
public final class FailoverGroup {
    private final GroupId id;
    private final List<NodeId> nodes;
    private final Map<ResourceId, Resource> resources;
    private final Map<ResourceId, Set<ResourceId>> dependencies;
    private final Map<ResourceId, ResourcePolicy> policies;
    private final FailoverPolicy failover;
    private final boolean autoStart;

    private FailoverGroup(GroupAssembly.Result parts) {
        id = parts.id();
        nodes = List.copyOf(parts.nodes());
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(parts.resources()));
        dependencies = Collections.unmodifiableMap(new LinkedHashMap<>(parts.dependencies()));
        policies = Map.copyOf(parts.policies());
        failover = parts.failover();
        autoStart = parts.autoStart();
    }

    /**
     * Returns a builder.
     *
     * @param id the group's name; checked when the group is built
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** Returns the group's name. */
    public GroupId id() {
        return id;
    }

    /** Returns the nodes that can host the group, the preferred one first. */
    public List<NodeId> nodes() {
        return nodes;
    }

    /** Returns whether a node is the first of the group's list. */
    public NodeRank rankOf(NodeId node) {
        return !nodes.isEmpty() && nodes.get(0).equals(node) ? NodeRank.HOME : NodeRank.OTHER;
    }

    /** Returns the resources, in the order of the definition. */
    public List<Resource> resources() {
        return List.copyOf(resources.values());
    }

    /**
     * Returns a resource.
     *
     * @throws IllegalArgumentException the group has no resource of that name
     */
    public Resource resource(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("group " + this.id + " has no resource " + id));
    }

    /** Returns what a resource directly depends on, in the order of the definition; empty for a resource the group has not. */
    public Set<ResourceId> dependenciesOf(ResourceId resource) {
        return dependencies.getOrDefault(resource, Set.of());
    }

    /** Returns a resource's deadlines and retries; the defaults for a resource the group has not. */
    public ResourcePolicy policyOf(ResourceId resource) {
        return policies.getOrDefault(resource, ResourcePolicy.defaults());
    }

    /** Returns when the group moves by itself. */
    public FailoverPolicy failover() {
        return failover;
    }

    /** Returns whether the group starts by itself when its cluster does. */
    public boolean autoStart() {
        return autoStart;
    }

    @Override
    public String toString() {
        return "group " + id + " on " + nodes + ": " + resources.keySet();
    }

    private Optional<Resource> find(String name) {
        return resources.values().stream()
                .filter(it -> it.id().value().equals(name))
                .findFirst();
    }

    /** Builds a group. Not thread-safe. */
    public static final class Builder {
        private final GroupAssembly assembly;

        private Builder(String id) {
            assembly = new GroupAssembly(id);
        }

        /** Names the nodes that can host the group, by priority: the first is the preferred one. */
        public Builder nodes(String... byPriority) {
            assembly.nodes(List.of(byPriority));
            return this;
        }

        /** Adds a resource with its default dependencies and policy. */
        public Builder resource(Resource resource) {
            return resource(resource, settings -> {});
        }

        /**
         * Adds a resource.
         *
         * @param resource the resource
         * @param settings says what it depends on, and its deadlines
         */
        public Builder resource(Resource resource, Consumer<ResourceSettings> settings) {
            settings.accept(assembly.add(Objects.requireNonNull(resource, "resource")));
            return this;
        }

        /** Sets when the group moves by itself; {@link FailoverPolicy#defaults()} without it. */
        public Builder failover(FailoverPolicy policy) {
            assembly.failover(Objects.requireNonNull(policy, "policy"));
            return this;
        }

        /** Sets whether the group starts by itself when its cluster does; true without it. */
        public Builder autoStart(boolean value) {
            assembly.autoStart(value);
            return this;
        }

        /**
         * Builds the group.
         *
         * @throws DefinitionException the definition cannot work; all its problems are named
         */
        public FailoverGroup build() {
            return assembly.build(FailoverGroup::new);
        }
    }
}
