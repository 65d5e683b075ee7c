package io.clp.testkit.internal.fake;

import io.clp.platform.ActResult;
import io.clp.platform.AddressControl;
import io.clp.platform.AddressStatus;
import io.clp.platform.AddressStatus.State;
import io.clp.platform.WindowsErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The addresses of one machine, on the network of all. */
final class Addresses implements AddressControl {
    private final Machine machine;
    private final World world;
    private final Map<String, List<NetAddress>> interfaces = new LinkedHashMap<>();
    private final Map<String, Held> held = new LinkedHashMap<>();
    private final Set<String> provided = new LinkedHashSet<>();

    /** How addresses that were asked for are kept; they are few, and asked for all the time. */
    private final Map<String, String> hexes = new LinkedHashMap<>();

    Addresses(Machine machine, Map<String, List<String>> subnetsByAlias) {
        this.machine = machine;
        world = machine.world;
        subnetsByAlias.forEach((alias, subnets) -> {
            List<NetAddress> parsed = new ArrayList<>();
            for (String subnet : subnets) {
                NetAddress address = NetAddress.parse(subnet);
                if (address == null) {
                    throw new IllegalArgumentException("not a subnet: " + subnet);
                }
                parsed.add(address);
            }
            interfaces.put(alias, parsed);
        });
    }

    /** Lets an address be added although it lies in no interface's subnet. Under the lock. */
    void provide(String address) {
        NetAddress parsed = NetAddress.parse(address);
        if (parsed != null) {
            provided.add(parsed.hex());
        }
    }

    @Override
    public AddressStatus query(String address) {
        machine.requireAlive();
        return world.change(() -> {
            Held found = find(address);
            return found == null ? AddressStatus.absent() : new AddressStatus(found.state, found.alias);
        });
    }

    @Override
    public ActResult add(String cidr, @Nullable String interfaceAlias) {
        return act(cidr, "add", () -> addNow(cidr, interfaceAlias));
    }

    @Override
    public ActResult remove(String address) {
        return act(address, "remove", () -> {
            Held found = find(address);
            if (found == null) {
                return ActResult.of(ActResult.Kind.ALREADY, WindowsErrors.NOT_FOUND);
            }
            held.remove(found.hex);
            world.touch();
            return ActResult.done();
        });
    }

    @Override
    public ActResult announce(String address) {
        return act(address, "announce", () -> {
            Held found = find(address);
            if (found == null) {
                return ActResult.of(ActResult.Kind.MISSING, WindowsErrors.NOT_FOUND);
            }
            world.neighbours.put(found.hex, machine.node);
            return ActResult.done();
        });
    }

    private ActResult addNow(String cidr, @Nullable String wanted) {
        NetAddress address = cidr.indexOf('/') < 0 ? null : NetAddress.parse(cidr);
        if (address == null || !address.isUnicast()) {
            return ActResult.of(ActResult.Kind.REFUSED, WindowsErrors.INVALID_PARAMETER);
        }
        if (held.containsKey(address.hex())) {
            return ActResult.of(ActResult.Kind.ALREADY, WindowsErrors.OBJECT_ALREADY_EXISTS);
        }
        String alias = interfaceFor(address, wanted);
        if (alias == null) {
            return ActResult.of(ActResult.Kind.MISSING, WindowsErrors.NOT_FOUND);
        }
        Held added = new Held(address.hex(), literal(cidr), alias);
        held.put(added.hex, added);
        world.touch();
        machine.after(world.setup.latencies.addressUsable().draw(machine.dice), () -> detected(added));
        return ActResult.done();
    }

    /** Duplicate detection is done: did anybody answer? */
    private void detected(Held added) {
        if (held.get(added.hex) != added) {
            return;
        }
        boolean taken = world.machines.values().stream()
                .filter(it -> it != machine)
                .map(it -> it.addresses.held.get(added.hex))
                .anyMatch(it -> it != null && it.state != State.DUPLICATE);
        added.state = taken ? State.DUPLICATE : State.PREFERRED;
        if (!taken) {
            world.neighbours.putIfAbsent(added.hex, machine.node);
        }
        world.journal.happened(machine.node, "address " + added.literal, added.state.name());
        world.touch();
    }

    private @Nullable String interfaceFor(NetAddress address, @Nullable String wanted) {
        for (Map.Entry<String, List<NetAddress>> each : interfaces.entrySet()) {
            boolean fits = wanted == null
                    ? each.getValue().stream().anyMatch(it -> it.contains(address))
                    : each.getKey().equalsIgnoreCase(wanted);
            if (fits) {
                return each.getKey();
            }
        }
        // Where the test describes no interfaces, the machine has those that the groups' definitions name.
        boolean anyway = provided.contains(address.hex()) && (wanted == null || world.setup.interfaces.isEmpty());
        if (!anyway) {
            return null;
        }
        return wanted == null ? interfaces.keySet().iterator().next() : wanted;
    }

    private ActResult act(String address, String what, Supplier<ActResult> act) {
        machine.requireAlive();
        return world.change(() -> world.journal.asked(machine.node, "address " + literal(address), what, act));
    }

    /** Returns whether the network sends to this machine what is for an address. Under the lock. */
    boolean receives(String address) {
        Held found = find(address);
        return found != null && found.state == State.PREFERRED && machine.node.equals(world.neighbours.get(found.hex));
    }

    /** Returns whether this machine has an address, working or about to. Under the lock. */
    boolean holds(String address) {
        Held found = find(address);
        return found != null && found.state != State.DUPLICATE;
    }

    /** Returns the addresses that are usable here. Under the lock. */
    List<String> usable() {
        List<String> usable = new ArrayList<>(held.size());
        for (Held each : held.values()) {
            if (each.state == State.PREFERRED) {
                usable.add(each.literal);
            }
        }
        return usable;
    }

    /** Under the lock. */
    void powerOff() {
        held.clear();
    }

    private @Nullable Held find(String address) {
        String hex = hexes.get(address);
        if (hex == null) {
            NetAddress parsed = NetAddress.parse(address);
            if (parsed == null) {
                return null;
            }
            hex = parsed.hex();
            hexes.put(address, hex);
        }
        return held.get(hex);
    }

    private static String literal(String cidr) {
        int slash = cidr.indexOf('/');
        return Text.fold(slash < 0 ? cidr : cidr.substring(0, slash));
    }

    /** An address on an interface. Each addition makes a new one, so that an earlier detection does not speak for it. */
    private static final class Held {
        final String hex;
        final String literal;
        final String alias;
        State state = State.TENTATIVE;

        Held(String hex, String literal, String alias) {
            this.hex = hex;
            this.literal = literal;
            this.alias = alias;
        }
    }
}
