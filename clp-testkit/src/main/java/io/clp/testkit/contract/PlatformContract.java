package io.clp.testkit.contract;

import org.junit.jupiter.api.Nested;

/** All rules of a {@link io.clp.platform.Platform}: the six suites over one fixture. */
public abstract class PlatformContract {
    /** Makes the suite. */
    protected PlatformContract() {}

    /**
     * Makes a fixture for one test.
     *
     * @return a new one; the test closes it
     */
    protected abstract PlatformFixture fixture();

    @Nested
    class Info extends NodeInfoContract {
        @Override
        protected PlatformFixture fixture() {
            return PlatformContract.this.fixture();
        }
    }

    @Nested
    class Services extends ServiceControlContract {
        @Override
        protected PlatformFixture fixture() {
            return PlatformContract.this.fixture();
        }
    }

    @Nested
    class ServiceConfigurations extends ServiceConfigurationContract {
        @Override
        protected PlatformFixture fixture() {
            return PlatformContract.this.fixture();
        }
    }

    @Nested
    class Addresses extends AddressControlContract {
        @Override
        protected PlatformFixture fixture() {
            return PlatformContract.this.fixture();
        }
    }

    @Nested
    class Volumes extends VolumeControlContract {
        @Override
        protected PlatformFixture fixture() {
            return PlatformContract.this.fixture();
        }
    }

    @Nested
    class Commands extends CommandRunnerContract {
        @Override
        protected PlatformFixture fixture() {
            return PlatformContract.this.fixture();
        }
    }

    @Nested
    class Time extends TimelineContract {
        @Override
        protected PlatformFixture fixture() {
            return PlatformContract.this.fixture();
        }
    }
}
