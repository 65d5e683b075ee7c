package io.clp;

import io.clp.failover.FailoverPolicy;
import io.clp.failover.PlacementPolicy;
import io.clp.internal.definition.GroupAssembly;
import io.clp.monitor.Monitor;
import io.clp.resource.Resource;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ResourceSettings;
import io.clp.resource.ResourceTier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
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
    private final PlacementPolicy placement;
    private final boolean autoStart;
    private final List<Monitor> monitors;

    private FailoverGroup(GroupAssembly.Result parts) {
        id = parts.id();
        nodes = List.copyOf(parts.nodes());
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(parts.resources()));
        dependencies = Collections.unmodifiableMap(new LinkedHashMap<>(parts.dependencies()));
        policies = Map.copyOf(parts.policies());
        failover = parts.failover();
        placement = parts.placement();
        autoStart = parts.autoStart();
        monitors = List.copyOf(parts.monitors());
    }

    /**
     * Returns a builder.
     *
     * @param id the group's name; checked when the group is built
     * @return a builder without nodes and resources
     */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** {@return the group's name} */
    public GroupId id() {
        return id;
    }

    /** {@return the nodes that can host the group, the preferred one first} */
    public List<NodeId> nodes() {
        return nodes;
    }

    /**
     * Returns whether a node is the first of the group's list.
     *
     * @param node any node
     * @return {@link NodeRank#OTHER} also for a node that is not in the list
     */
    public NodeRank rankOf(NodeId node) {
        return !nodes.isEmpty() && nodes.get(0).equals(node) ? NodeRank.HOME : NodeRank.OTHER;
    }

    /** {@return the resources, in the order of the definition} */
    public List<Resource> resources() {
        return List.copyOf(resources.values());
    }

    /**
     * Returns a resource.
     *
     * @param id its name, compared exactly
     * @return the object that the definition was built with
     * @throws IllegalArgumentException the group has no resource of that name
     */
    public Resource resource(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("group " + this.id + " has no resource " + id));
    }

    /**
     * Returns what a resource directly depends on.
     *
     * @param resource its name
     * @return unmodifiable, in the order of the definition; empty also for a resource that the group does not have
     */
    public Set<ResourceId> dependenciesOf(ResourceId resource) {
        return dependencies.getOrDefault(resource, Set.of());
    }

    /**
     * Returns the partitions and addresses that a resource rests on, through whatever is between.
     *
     * @param resource its name
     * @return unmodifiable, in the order of the definition; empty also for a resource that the group does not have
     */
    public List<Resource> groundOf(ResourceId resource) {
        Set<ResourceId> beneath = new HashSet<>();
        Deque<ResourceId> pending = new ArrayDeque<>(dependenciesOf(resource));
        while (!pending.isEmpty()) {
            ResourceId next = pending.removeFirst();
            if (beneath.add(next)) {
                pending.addAll(dependenciesOf(next));
            }
        }
        return resources().stream()
                .filter(it -> it.tier() == ResourceTier.PARTITION || it.tier() == ResourceTier.ADDRESS)
                .filter(it -> beneath.contains(it.id()))
                .toList();
    }

    /**
     * Returns a resource's deadlines and retries.
     *
     * @param resource its name
     * @return what its settings said; the defaults where they said nothing, and for a resource that the group does not
     *     have
     */
    public ResourcePolicy policyOf(ResourceId resource) {
        return policies.getOrDefault(resource, ResourcePolicy.defaults());
    }

    /** {@return when the group moves by itself} */
    public FailoverPolicy failover() {
        return failover;
    }

    /** {@return where the group may be beside other groups, and in which order it starts with them} */
    public PlacementPolicy placement() {
        return placement;
    }

    /** {@return whether the group starts by itself when its cluster does} */
    public boolean autoStart() {
        return autoStart;
    }

    /** {@return the monitors: that of each resource, in the order of the definition, and then those that were attached} */
    public List<Monitor> monitors() {
        return monitors;
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

        /**
         * Names the nodes that can host the group. Called again it adds further ones behind.
         *
         * @param byPriority computer names, the preferred node first; none twice
         * @return this
         */
        public Builder nodes(String... byPriority) {
            assembly.nodes(List.of(byPriority));
            return this;
        }

        /**
         * Adds a resource with its default dependencies ({@link io.clp.resource.ResourceTier}) and policy.
         *
         * @param resource its id must be unique in the group
         * @return this
         */
        public Builder resource(Resource resource) {
            return resource(resource, settings -> {});
        }

        /**
         * Adds a resource.
         *
         * @param resource its id must be unique in the group
         * @param settings says what it depends on, and its deadlines; called at once
         * @return this
         */
        public Builder resource(Resource resource, Consumer<ResourceSettings> settings) {
            settings.accept(assembly.add(Objects.requireNonNull(resource, "resource")));
            return this;
        }

        /**
         * Attaches a monitor, beside the one that each resource has.
         *
         * @param monitor its id must be unique in the group, and the group have the resource that it watches
         * @return this
         */
        public Builder monitor(Monitor monitor) {
            assembly.monitor(Objects.requireNonNull(monitor, "monitor"));
            return this;
        }

        /**
         * Sets when the group moves by itself.
         *
         * @param policy {@link FailoverPolicy#defaults()} where this is not called
         * @return this
         */
        public Builder failover(FailoverPolicy policy) {
            assembly.failover(Objects.requireNonNull(policy, "policy"));
            return this;
        }

        /**
         * Sets where the group may be beside other groups, and in which order it starts with them.
         *
         * @param policy {@link PlacementPolicy#defaults()} where this is not called
         * @return this
         */
        public Builder placement(PlacementPolicy policy) {
            assembly.placement(Objects.requireNonNull(policy, "policy"));
            return this;
        }

        /**
         * Sets whether the group starts by itself when its cluster does.
         *
         * @param value true where this is not called
         * @return this
         */
        public Builder autoStart(boolean value) {
            assembly.autoStart(value);
            return this;
        }

        /**
         * Builds the group.
         *
         * @return the immutable definition
         * @throws DefinitionException the definition cannot work; all its problems are named
         */
        public FailoverGroup build() {
            return assembly.build(FailoverGroup::new);
        }
    }
}
