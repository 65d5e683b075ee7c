package io.clp.config.internal.model;

import io.clp.resource.FloatingIp;
import io.clp.resource.Resource;
import io.clp.resource.VirtualIp;
import java.util.Map;

/**
 * An address.
 *
 * @param kind which of the two
 * @param id its id
 * @param cidr with its prefix length
 * @param interfaces the aliases by node, of a virtual one
 */
public record AddressSpec(Kind kind, String id, String cidr, Map<String, String> interfaces) implements ResourceSpec {
    /** The kinds of address. */
    public enum Kind {
        /** In the subnet of an interface. */
        FLOATING,
        /** Anywhere. */
        VIRTUAL
    }

    @Override
    public Resource build() {
        if (kind == Kind.FLOATING) {
            return FloatingIp.builder(id).address(cidr).build();
        }
        VirtualIp.Builder builder = VirtualIp.builder(id).address(cidr);
        interfaces.forEach(builder::onInterface);
        return builder.build();
    }

    @Override
    public JavaCalls java() {
        String type = kind == Kind.FLOATING ? "FloatingIp" : "VirtualIp";
        JavaCalls calls = new JavaCalls(type + ".builder", id).then("address", cidr);
        if (kind == Kind.VIRTUAL) {
            interfaces.forEach((node, alias) -> calls.then("onInterface", node, alias));
        }
        return calls.then("build");
    }
}
