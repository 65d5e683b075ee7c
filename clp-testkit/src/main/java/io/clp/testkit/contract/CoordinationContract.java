package io.clp.testkit.contract;

import org.junit.jupiter.api.Nested;

/** All rules of a {@link io.clp.failover.Coordination}: the three suites over one fixture. */
public abstract class CoordinationContract {
    /** Makes the suite. */
    protected CoordinationContract() {}

    /**
     * Makes a fixture for one test.
     *
     * @return a new one; the test closes it
     */
    protected abstract CoordinationFixture fixture();

    @Nested
    class Ownership extends OwnershipContract {
        @Override
        protected CoordinationFixture fixture() {
            return CoordinationContract.this.fixture();
        }
    }

    @Nested
    class SharedState extends SharedStateContract {
        @Override
        protected CoordinationFixture fixture() {
            return CoordinationContract.this.fixture();
        }
    }

    @Nested
    class Contact extends ContactContract {
        @Override
        protected CoordinationFixture fixture() {
            return CoordinationContract.this.fixture();
        }
    }
}
