package io.clp.testkit.internal.cluster;

import io.clp.testkit.contract.CoordinationFixture;
import io.clp.testkit.contract.OwnershipContract;
import java.util.function.UnaryOperator;

/** On the system's clock too, one node has a group. */
class RealTimeCoordinationIT extends OwnershipContract {
    @Override
    protected CoordinationFixture fixture() {
        return new Quorums(3, true, UnaryOperator.identity());
    }
}
