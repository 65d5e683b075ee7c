package io.clp.resource;

import io.clp.NodeId;
import io.clp.internal.definition.Problems;
import org.jspecify.annotations.Nullable;

/**
 * An IP address that moves with its group and lies in the subnet of an interface of each node, which is found by it (guide: the floating
 * IP address, in the place of the virtual one). What its probe can tell, and what not, is as for {@link VirtualIp}.
 */
public final class FloatingIp extends IpAddress {
    private FloatingIp(Builder builder) {
        super(builder.id, String.valueOf(builder.cidr));
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
    @Nullable
    String interfaceOn(NodeId node) {
        return null;
    }

    /** Builds a floating IP address. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private @Nullable String cidr;

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
         * Builds the floating IP address.
         *
         * @return an immutable resource
         * @throws io.clp.DefinitionException the definition cannot work; all problems are named
         */
        public FloatingIp build() {
            Problems problems = check("floating IP address", id, cidr);

            problems.throwIfAny();
            return new FloatingIp(this);
        }
    }
}
