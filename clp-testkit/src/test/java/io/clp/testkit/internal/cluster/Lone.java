package io.clp.testkit.internal.cluster;

import io.clp.NodeId;
import io.clp.testkit.internal.fake.Machine;
import io.clp.testkit.internal.fake.World;
import org.jspecify.annotations.Nullable;

/** A machine with a process that always runs while it can, and nothing in it. */
final class Lone extends Machine implements Station {
    @Nullable
    Quorum quorum;

    Lone(World world, NodeId node) {
        super(world, node);
    }

    @Override
    public boolean inOperation() {
        return poweredOn() && !paused();
    }

    @Override
    protected void lifeChanged() {
        if (quorum != null) {
            quorum.refresh(id());
        }
    }
}
