package io.clp.testkit.contract;

/** The fake on the system's clock keeps the same rules. */
class FakePlatformRealTimeIT extends PlatformContract {
    @Override
    protected PlatformFixture fixture() {
        return FakeFixture.realTime();
    }
}
