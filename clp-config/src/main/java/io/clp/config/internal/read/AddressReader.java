package io.clp.config.internal.read;

import io.clp.NodeId;
import io.clp.config.ReadOptions;
import io.clp.config.internal.model.AddressSpec;
import io.clp.config.internal.model.AddressSpec.Kind;
import io.clp.config.internal.model.ResourceSpec;
import io.clp.config.internal.read.PrefixLengths.Prefix;
import io.clp.config.internal.xml.Element;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads floating and virtual IP addresses. */
final class AddressReader implements TypeReader {
    private final Kind kind;
    private final Notes notes;
    private final ReadOptions options;

    AddressReader(Kind kind, Notes notes, ReadOptions options) {
        this.kind = kind;
        this.notes = notes;
        this.options = options;
    }

    @Override
    public Optional<ResourceSpec> read(Found found, GroupFrame group) {
        Optional<Element> at = found.element().find("parameters/ip");
        String address = at.map(Element::text).orElse("");
        if (address.isEmpty()) {
            notes.problem(at.orElse(found.element()), "the address is missing: parameters/ip");
            return Optional.empty();
        }
        notes.kept(found.element(), kind == Kind.FLOATING ? "a floating IP address" : "a virtual IP address");
        String cidr = cidr(at.orElseThrow(), address, group);
        AddressSpec spec = new AddressSpec(kind, found.id(), cidr, interfaces(found.element(), group));
        return notes.check(at.orElseThrow(), spec::build) ? Optional.of(spec) : Optional.empty();
    }

    private String cidr(Element at, String address, GroupFrame group) {
        if (address.indexOf('/') >= 0) {
            notes.kept(at);
            return address;
        }
        Prefix prefix = new PrefixLengths(options).of(address, kind, group.servers());
        notes.differs(at, prefix.why());
        return address + "/" + prefix.length();
    }

    private Map<String, String> interfaces(Element at, GroupFrame group) {
        Map<String, String> found = new LinkedHashMap<>();
        if (kind == Kind.VIRTUAL) {
            for (String node : group.nodes()) {
                String alias = options.interfaces().get(NodeId.of(node));
                if (alias != null) {
                    found.put(node, alias);
                }
            }
            if (found.size() < group.nodes().size()) {
                notes.differs(
                        at,
                        "the file names no interface for it: it is added to the one in whose subnet it lies; set interfaceOn");
            }
        }
        return found;
    }
}
