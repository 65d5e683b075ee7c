package io.clp.windows.machine;

import io.clp.testkit.contract.PlatformFixture;
import io.clp.testkit.contract.PlatformFixture.TestVolume;
import java.nio.file.Path;

/** The one volume of a real machine that its owner gave to the tests; it is offline when they begin. */
final class GivenDisk implements TestDisks {
    private boolean taken;

    @Override
    public TestVolume volume() {
        if (taken) {
            throw PlatformFixture.lacking("a second volume");
        }
        TestVolume volume = new TestVolume(
                Places.given("clp.windows.volume", "a volume for tests"),
                Places.given("clp.windows.mountPoint", "a free mount point"));
        taken = true;
        return volume;
    }

    @Override
    public void disconnect(TestVolume volume) {
        throw PlatformFixture.lacking("a disk whose path can be cut");
    }

    @Override
    public void reconnect(TestVolume volume) {
        throw PlatformFixture.lacking("a disk whose path can be cut");
    }

    @Override
    public Path disk(TestVolume volume) {
        throw PlatformFixture.lacking("a disk that can be seen while its volume is offline");
    }

    @Override
    public void close() {}
}
