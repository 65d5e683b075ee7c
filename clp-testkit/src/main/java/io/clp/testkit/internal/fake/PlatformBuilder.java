package io.clp.testkit.internal.fake;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.Latencies;
import java.util.List;
import java.util.Objects;

/** Builds one machine that is alone. */
public final class PlatformBuilder implements FakePlatform.Builder {
    private final Setup setup = new Setup();
    private final NodeId node;

    /** Makes a builder for a machine of that name. */
    public PlatformBuilder(String node) {
        this.node = NodeId.of(node);
    }

    @Override
    public FakePlatform.Builder provide(FailoverGroup... groups) {
        setup.groups.addAll(List.of(groups));
        return this;
    }

    @Override
    public FakePlatform.Builder install(String... services) {
        setup.services.addAll(List.of(services));
        return this;
    }

    @Override
    public FakePlatform.Builder latencies(Latencies latencies) {
        setup.latencies = Objects.requireNonNull(latencies, "latencies");
        return this;
    }

    @Override
    public FakePlatform.Builder seed(long seed) {
        setup.seed = seed;
        return this;
    }

    @Override
    public FakePlatform.Builder realTime() {
        setup.realTime = true;
        return this;
    }

    @Override
    public FakePlatform.Builder iisVersion(String version) {
        setup.iisVersion = Objects.requireNonNull(version, "version");
        return this;
    }

    @Override
    public FakePlatform.Builder windowsVersion(String version) {
        setup.windowsVersion = Objects.requireNonNull(version, "version");
        return this;
    }

    @Override
    public FakePlatform.Builder elevated(boolean elevated) {
        setup.elevated = elevated;
        return this;
    }

    @Override
    public FakePlatform.Builder networkInterface(String alias, String... subnets) {
        setup.interfaces.put(alias, List.of(subnets));
        return this;
    }

    @Override
    public FakePlatform.Builder invariants(boolean checked) {
        setup.invariants = checked;
        return this;
    }

    @Override
    public FakePlatform build() {
        return World.create(setup, List.of(node), Machine::new).alone();
    }
}
