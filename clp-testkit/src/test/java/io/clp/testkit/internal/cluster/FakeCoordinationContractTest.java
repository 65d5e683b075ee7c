package io.clp.testkit.internal.cluster;

import io.clp.testkit.contract.CoordinationContract;
import io.clp.testkit.contract.CoordinationFixture;

/** The fake cluster's coordination keeps the rules. */
class FakeCoordinationContractTest extends CoordinationContract {
    @Override
    protected CoordinationFixture fixture() {
        return new Quorums(3);
    }
}
