package io.clp.testkit;

import io.clp.FailoverGroup;
import java.util.function.Consumer;

/** A builder that a {@link FailoverTest} is given: nodes and seed are the run's, and what it builds is closed with the run. */
record RunBuilder(FakeMachines.Builder builder, Consumer<FakeMachines> built) implements FakeMachines.Builder {
    @Override
    public FakeMachines.Builder nodes(String... names) {
        throw new IllegalStateException("the nodes are those of @FailoverTest");
    }

    @Override
    public FakeMachines.Builder seed(long seed) {
        throw new IllegalStateException("the seed is that of @FailoverTest");
    }

    @Override
    public FakeMachines.Builder provide(FailoverGroup... groups) {
        builder.provide(groups);
        return this;
    }

    @Override
    public FakeMachines.Builder install(String... services) {
        builder.install(services);
        return this;
    }

    @Override
    public FakeMachines.Builder latencies(Latencies latencies) {
        builder.latencies(latencies);
        return this;
    }

    @Override
    public FakeMachines.Builder realTime() {
        builder.realTime();
        return this;
    }

    @Override
    public FakeMachines.Builder iisVersion(String version) {
        builder.iisVersion(version);
        return this;
    }

    @Override
    public FakeMachines.Builder windowsVersion(String version) {
        builder.windowsVersion(version);
        return this;
    }

    @Override
    public FakeMachines.Builder elevated(boolean elevated) {
        builder.elevated(elevated);
        return this;
    }

    @Override
    public FakeMachines.Builder networkInterface(String alias, String... subnets) {
        builder.networkInterface(alias, subnets);
        return this;
    }

    @Override
    public FakeMachines.Builder invariants(boolean checked) {
        builder.invariants(checked);
        return this;
    }

    @Override
    public FakeMachines build() {
        FakeMachines machines = builder.build();
        built.accept(machines);
        return machines;
    }
}
