package io.clp.testkit.internal.fake;

import io.clp.NodeId;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.FakePlatform;
import java.util.List;

/** Placeholder until the next commits. */
final class World {
    static World create(Setup setup, List<NodeId> nodes) {
        throw new UnsupportedOperationException("arrives with the fakes: " + setup + nodes);
    }

    FakePlatform alone() {
        throw new UnsupportedOperationException();
    }

    FakeMachines together() {
        throw new UnsupportedOperationException();
    }
}
