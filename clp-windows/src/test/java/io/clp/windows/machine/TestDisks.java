package io.clp.windows.machine;

import io.clp.testkit.contract.PlatformFixture.TestVolume;
import java.nio.file.Path;

/** Volumes that a test may bring online. */
public interface TestDisks extends AutoCloseable {
    /** Returns those of this machine: made where stand-ins can make them, given by properties else. */
    static TestDisks here() {
        return Places.standIns() ? new StandInDisks() : new GivenDisk();
    }

    /** Makes a volume that is offline, with a mount point that is free. */
    TestVolume volume();

    /** Returns the name of a volume that does not exist. */
    default String missing() {
        return "\\\\?\\Volume{00000000-dead-0000-0000-000000000000}\\";
    }

    /** Cuts the path to a volume's disk. */
    void disconnect(TestVolume volume);

    /** Mends the path to a volume's disk. */
    void reconnect(TestVolume volume);

    /** Returns the folder that is the disk: what is in it is on the volume, whether it is online or not. */
    Path disk(TestVolume volume);

    @Override
    void close();
}
