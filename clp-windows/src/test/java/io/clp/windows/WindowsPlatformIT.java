package io.clp.windows;

import io.clp.testkit.contract.PlatformContract;
import io.clp.testkit.contract.PlatformFixture;

/** Windows keeps the rules that the fake keeps. */
@OnWindows
class WindowsPlatformIT extends PlatformContract {
    @Override
    protected PlatformFixture fixture() {
        return new WindowsFixture();
    }
}
