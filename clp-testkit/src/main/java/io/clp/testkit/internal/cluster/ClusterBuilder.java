package io.clp.testkit.internal.cluster;

import io.clp.failover.Coordination;
import io.clp.failover.Fencer;
import io.clp.testkit.FakeCluster;
import io.clp.testkit.FakeNode;
import io.clp.testkit.Latencies;
import io.clp.testkit.internal.fake.MachinesBuilder;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds a cluster: the machines as those of a test without one, and what makes members of them. */
public final class ClusterBuilder implements FakeCluster.Builder {
    private final MachinesBuilder machines = new MachinesBuilder();
    private @Nullable Function<FakeNode, Coordination> coordination;
    private @Nullable Fencer fencer;
    private boolean acceptsUnfenced;
    private FakeCluster.MemberSetup setup = (node, member) -> {};

    /** Makes a builder without nodes. */
    public ClusterBuilder() {}

    /**
     * How members are made.
     *
     * @param coordination the test's own sessions; null for those of the quorum
     * @param fencer the test's own fencer; null for the power switch
     * @param acceptsUnfenced whether they take over at all risks
     * @param setup what the test changes
     */
    record Members(
            @Nullable Function<FakeNode, Coordination> coordination,
            @Nullable Fencer fencer,
            boolean acceptsUnfenced,
            FakeCluster.MemberSetup setup) {}

    @Override
    public FakeCluster.Builder nodes(String... names) {
        machines.nodes(names);
        return this;
    }

    @Override
    public FakeCluster.Builder install(String... services) {
        machines.install(services);
        return this;
    }

    @Override
    public FakeCluster.Builder latencies(Latencies latencies) {
        machines.latencies(latencies);
        return this;
    }

    @Override
    public FakeCluster.Builder seed(long seed) {
        machines.seed(seed);
        return this;
    }

    @Override
    public FakeCluster.Builder realTime() {
        machines.realTime();
        return this;
    }

    @Override
    public FakeCluster.Builder iisVersion(String version) {
        machines.iisVersion(version);
        return this;
    }

    @Override
    public FakeCluster.Builder windowsVersion(String version) {
        machines.windowsVersion(version);
        return this;
    }

    @Override
    public FakeCluster.Builder elevated(boolean elevated) {
        machines.elevated(elevated);
        return this;
    }

    @Override
    public FakeCluster.Builder networkInterface(String alias, String... subnets) {
        machines.networkInterface(alias, subnets);
        return this;
    }

    @Override
    public FakeCluster.Builder invariants(boolean checked) {
        machines.invariants(checked);
        return this;
    }

    @Override
    public FakeCluster.Builder coordination(Function<FakeNode, Coordination> sessions) {
        coordination = Objects.requireNonNull(sessions, "sessions");
        return this;
    }

    @Override
    public FakeCluster.Builder fencer(Fencer other) {
        fencer = Objects.requireNonNull(other, "fencer");
        return this;
    }

    @Override
    public FakeCluster.Builder acceptUnfenced() {
        acceptsUnfenced = true;
        return this;
    }

    @Override
    public FakeCluster.Builder members(FakeCluster.MemberSetup change) {
        setup = Objects.requireNonNull(change, "change");
        return this;
    }

    @Override
    public FakeCluster build() {
        return Cluster.of(machines, new Members(coordination, fencer, acceptsUnfenced, setup));
    }
}
