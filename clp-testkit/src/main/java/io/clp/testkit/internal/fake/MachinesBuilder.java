package io.clp.testkit.internal.fake;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.Latencies;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Builds machines that share time, network and disks. */
public final class MachinesBuilder implements FakeMachines.Builder {
    private final Setup setup = new Setup();
    private final Set<NodeId> nodes = new LinkedHashSet<>();

    @Override
    public FakeMachines.Builder nodes(String... names) {
        for (String name : names) {
            nodes.add(NodeId.of(name));
        }
        return this;
    }

    @Override
    public FakeMachines.Builder provide(FailoverGroup... groups) {
        setup.groups.addAll(List.of(groups));
        return this;
    }

    @Override
    public FakeMachines.Builder install(String... services) {
        setup.services.addAll(List.of(services));
        return this;
    }

    @Override
    public FakeMachines.Builder latencies(Latencies latencies) {
        setup.latencies = Objects.requireNonNull(latencies, "latencies");
        return this;
    }

    @Override
    public FakeMachines.Builder seed(long seed) {
        setup.seed = seed;
        return this;
    }

    @Override
    public FakeMachines.Builder realTime() {
        setup.realTime = true;
        return this;
    }

    @Override
    public FakeMachines.Builder iisVersion(String version) {
        setup.iisVersion = Objects.requireNonNull(version, "version");
        return this;
    }

    @Override
    public FakeMachines.Builder windowsVersion(String version) {
        setup.windowsVersion = Objects.requireNonNull(version, "version");
        return this;
    }

    @Override
    public FakeMachines.Builder elevated(boolean elevated) {
        setup.elevated = elevated;
        return this;
    }

    @Override
    public FakeMachines.Builder networkInterface(String alias, String... subnets) {
        setup.interfaces.put(alias, List.of(subnets));
        return this;
    }

    @Override
    public FakeMachines.Builder invariants(boolean checked) {
        setup.invariants = checked;
        return this;
    }

    @Override
    public FakeMachines build() {
        return build(Machine::new).together();
    }

    /** Builds machines of another kind. */
    public World build(World.MachineMaker maker) {
        Set<NodeId> all = new LinkedHashSet<>(nodes);
        if (all.isEmpty()) {
            setup.groups.forEach(group -> all.addAll(group.nodes()));
        }
        if (all.isEmpty()) {
            throw new IllegalStateException("no machines: name them, or provide a group");
        }
        return World.create(setup, List.copyOf(all), maker);
    }
}
