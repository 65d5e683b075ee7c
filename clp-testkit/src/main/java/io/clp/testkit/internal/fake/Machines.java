package io.clp.testkit.internal.fake;

import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.testkit.Act;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.FakePlatform;
import java.time.Duration;
import java.util.List;

/** Several machines, as the test sees them. */
final class Machines implements FakeMachines {
    private final World world;

    Machines(World world) {
        this.world = world;
    }

    @Override
    public FakePlatform node(String name) {
        world.checkForTest();
        Machine machine = world.machines.get(NodeId.of(name));
        if (machine == null) {
            throw new IllegalArgumentException("no machine " + name + ", only " + world.machines.keySet());
        }
        return machine;
    }

    @Override
    public List<FakePlatform> nodes() {
        world.checkForTest();
        return List.copyOf(world.machines.values());
    }

    @Override
    public FakeMachines provide(FailoverGroup... groups) {
        world.provide(groups);
        return this;
    }

    @Override
    public void settle() {
        world.settle();
    }

    @Override
    public void advance(Duration time) {
        world.advance(time);
    }

    @Override
    public List<Act> acts() {
        return world.acts();
    }

    @Override
    public String trace() {
        return world.trace();
    }

    @Override
    public void close() {
        world.close();
    }
}
