package io.clp.testkit.contract;

/** The fake in virtual time keeps the rules. */
class FakePlatformContractTest extends PlatformContract {
    @Override
    protected PlatformFixture fixture() {
        return FakeFixture.virtualTime();
    }
}
