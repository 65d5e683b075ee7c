package io.clp.testkit;

import io.clp.failover.Coordination;
import io.clp.failover.Fencer;
import java.util.function.Consumer;
import java.util.function.Function;

/** A builder that a {@link FailoverTest} is given: nodes and seed are the run's, and what it builds is closed with the run. */
record RunClusterBuilder(FakeCluster.Builder builder, Consumer<FakeCluster> built) implements FakeCluster.Builder {
    @Override
    public FakeCluster.Builder nodes(String... names) {
        throw new IllegalStateException("the nodes are those of @FailoverTest");
    }

    @Override
    public FakeCluster.Builder seed(long seed) {
        throw new IllegalStateException("the seed is that of @FailoverTest");
    }

    @Override
    public FakeCluster.Builder install(String... services) {
        builder.install(services);
        return this;
    }

    @Override
    public FakeCluster.Builder latencies(Latencies latencies) {
        builder.latencies(latencies);
        return this;
    }

    @Override
    public FakeCluster.Builder realTime() {
        builder.realTime();
        return this;
    }

    @Override
    public FakeCluster.Builder iisVersion(String version) {
        builder.iisVersion(version);
        return this;
    }

    @Override
    public FakeCluster.Builder windowsVersion(String version) {
        builder.windowsVersion(version);
        return this;
    }

    @Override
    public FakeCluster.Builder elevated(boolean elevated) {
        builder.elevated(elevated);
        return this;
    }

    @Override
    public FakeCluster.Builder networkInterface(String alias, String... subnets) {
        builder.networkInterface(alias, subnets);
        return this;
    }

    @Override
    public FakeCluster.Builder invariants(boolean checked) {
        builder.invariants(checked);
        return this;
    }

    @Override
    public FakeCluster.Builder coordination(Function<FakeNode, Coordination> sessions) {
        builder.coordination(sessions);
        return this;
    }

    @Override
    public FakeCluster.Builder fencer(Fencer fencer) {
        builder.fencer(fencer);
        return this;
    }

    @Override
    public FakeCluster.Builder acceptUnfenced() {
        builder.acceptUnfenced();
        return this;
    }

    @Override
    public FakeCluster.Builder members(FakeCluster.MemberSetup change) {
        builder.members(change);
        return this;
    }

    @Override
    public FakeCluster build() {
        FakeCluster cluster = builder.build();
        built.accept(cluster);
        return cluster;
    }
}
