package io.clp.testkit.contract;

import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The fake on the system's clock keeps the same rules. */
@DisabledIfSystemProperty(named = "clp.again", matches = "true", disabledReason = "waited for on another JDK before")
class FakePlatformRealTimeIT extends PlatformContract {
    @Override
    protected PlatformFixture fixture() {
        return FakeFixture.realTime();
    }
}
