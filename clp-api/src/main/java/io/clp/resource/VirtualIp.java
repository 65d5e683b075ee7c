package io.clp.resource;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.internal.definition.Names;
import io.clp.internal.definition.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An IP address that moves with its group and may lie outside the subnets of the nodes: then the interface is named for each node
 * (guide: the virtual IP address to which clients connect).
 *
 * <p>Its probe finds it online where an interface of this node has it and duplicate detection has nothing against it. Whether the
 * neighbours still send here what is for it, Windows does not tell: a node that announces an address which it may not have shows only
 * from outside, to an {@link io.clp.monitor.HttpProbe} on another machine say.
 */
public final class VirtualIp extends IpAddress {
    private final Map<NodeId, String> interfaces;

    private VirtualIp(Builder builder, Map<NodeId, String> interfaces) {
        super(builder.id, String.valueOf(builder.cidr));
        this.interfaces = Map.copyOf(interfaces);
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
    public List<String> validate(FailoverGroup group) {
        return interfaces.keySet().stream()
                .filter(it -> !group.nodes().contains(it))
                .map(NodeId::value)
                .sorted()
                .map(it -> "onInterface \"" + it + "\": the group does not run on this node")
                .toList();
    }

    @Override
    @Nullable
    String interfaceOn(NodeId node) {
        return interfaces.get(node);
    }

    /** Builds a virtual IP address. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private @Nullable String cidr;
        private final Map<String, String> interfaces = new LinkedHashMap<>();

        private Builder(String id) {
            this.id = id;
        }

        /**
         * Sets the address.
         *
         * @param addressAndPrefix an IPv4 or IPv6 literal with its prefix length, "10.0.0.10/24" or "fd00::10/64"
         * @return this
         */
        public Builder address(String addressAndPrefix) {
            cidr = addressAndPrefix;
            return this;
        }

        /**
         * Names the interface that gets the address on a node; where none is named, it is the one in whose subnet the
         * address lies.
         *
         * @param node one of the group's nodes
         * @param alias the interface's alias, "Ethernet 2"; not blank
         * @return this
         */
        public Builder onInterface(String node, String alias) {
            interfaces.put(node, alias);
            return this;
        }

        /**
         * Builds the virtual IP address.
         *
         * @return an immutable resource
         * @throws io.clp.DefinitionException the definition cannot work; all problems are named
         */
        public VirtualIp build() {
            Problems problems = check("virtual IP address", id, cidr);
            interfaces.forEach((node, alias) -> {
                problems.addIf("onInterface", node, Names.nodeProblem(node));
                problems.addIf(
                        "onInterface " + node, alias, alias.isBlank() ? "an interface's alias is not blank" : null);
            });
            problems.throwIfAny();
            Map<NodeId, String> checked = new LinkedHashMap<>();
            interfaces.forEach((node, alias) -> checked.put(NodeId.of(node), alias));
            return new VirtualIp(this, checked);
        }
    }
}
