package io.clp.resource;

import io.clp.NodeId;
import io.clp.ResourceId;
import io.clp.internal.definition.Cidr;
import io.clp.internal.definition.Names;
import io.clp.internal.definition.Problems;
import io.clp.platform.ActResult;
import io.clp.platform.AddressControl;
import io.clp.platform.AddressException;
import io.clp.platform.AddressStatus;
import io.clp.platform.NodeThing;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What virtual and floating IP addresses have in common: added, waited for until usable, announced, removed. */
abstract class IpAddress implements Resource {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(25);

    private final ResourceId id;
    private final String cidr;
    private final String address;

    IpAddress(String id, String cidr) {
        this.id = ResourceId.of(id);
        Cidr parsed = Cidr.parse(cidr);
        address = parsed.address();
        this.cidr = address + "/" + parsed.prefix();
    }

    static Problems check(String what, String id, @Nullable String cidr) {
        Problems problems = new Problems(what + " " + id);
        problems.addIf("id", id, Names.idProblem(id));
        problems.addIf("address", cidr, Cidr.problem(cidr));
        return problems;
    }

    /** Returns the alias of the interface that gets the address on a node, or null for the one in whose subnet it lies. */
    abstract @Nullable String interfaceOn(NodeId node);

    @Override
    public final ResourceId id() {
        return id;
    }

    @Override
    public final ResourceTier tier() {
        return ResourceTier.ADDRESS;
    }

    /** {@return the address without its prefix length} */
    public final String address() {
        return address;
    }

    /** {@return the address with its prefix length} */
    public final String cidr() {
        return cidr;
    }

    @Override
    public final Set<NodeThing> uses() {
        return Set.of(NodeThing.address(address));
    }

    @Override
    public final void online(ResourceContext context) throws Exception {
        AddressControl addresses = context.platform().addresses();
        if (addresses.query(address).state() == AddressStatus.State.DUPLICATE) {
            addresses.remove(address); // a leftover of an attempt that lost: duplicate detection must run anew
        }
        ActResult added = addresses.add(cidr, interfaceOn(context.nodeId()));
        context.log("add address " + cidr + ": " + added);
        if (!added.holds()) {
            throw new AddressException(
                    "add address " + cidr,
                    address,
                    added.toString(),
                    added.windowsCode(),
                    added.kind() == ActResult.Kind.REFUSED
                            ? ResourceException.Retry.USELESS
                            : ResourceException.Retry.MAY_HELP,
                    added.kind() == ActResult.Kind.MISSING
                            ? "name the interface by its alias, or look at the subnets of this node's interfaces"
                            : "look at the rights of this process");
        }
        context.await("address " + address + " usable", BETWEEN_LOOKS, () -> usable(addresses));
        ActResult announced = addresses.announce(address);
        context.log(
                announced.holds()
                        ? "address " + address + " announced"
                        : "address " + address + " not announced: " + announced);
    }

    private boolean usable(AddressControl addresses) {
        AddressStatus.State state = addresses.query(address).state();
        if (state == AddressStatus.State.DUPLICATE) {
            addresses.remove(address);
            throw new AddressException(
                    "add address " + cidr,
                    address,
                    "another node on the network has it",
                    0,
                    ResourceException.Retry.MAY_HELP,
                    "find the node that has the address, and take it offline there");
        }
        if (state == AddressStatus.State.ABSENT) {
            throw new AddressException(
                    "add address " + cidr,
                    address,
                    "it vanished while duplicate detection ran",
                    0,
                    ResourceException.Retry.MAY_HELP,
                    "look at the network interface of this node");
        }
        return state == AddressStatus.State.PREFERRED;
    }

    @Override
    public final void offline(ResourceContext context) {
        ActResult removed = context.platform().addresses().remove(address);
        context.log("remove address " + address + ": " + removed);
        if (!removed.holds() && removed.kind() != ActResult.Kind.MISSING) {
            throw new AddressException(
                    "remove address " + address,
                    address,
                    removed.toString(),
                    removed.windowsCode(),
                    ResourceException.Retry.MAY_HELP,
                    "look at the rights of this process");
        }
    }

    @Override
    public final Probe probe(ResourceContext context) {
        return switch (context.platform().addresses().query(address).state()) {
            case PREFERRED -> Probe.online();
            case ABSENT -> Probe.offline();
            case TENTATIVE -> Probe.unknown("duplicate detection of " + address + " is not done");
            case DUPLICATE -> Probe.failed("another node on the network has " + address);
        };
    }

    @Override
    public final String toString() {
        return "address " + id + " (" + cidr + ")";
    }
}
