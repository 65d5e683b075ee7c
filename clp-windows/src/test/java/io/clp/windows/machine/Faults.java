package io.clp.windows.machine;

import io.clp.testkit.contract.PlatformFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Codes that the stand-ins return in the place of doing what they are asked; none is left after closing. */
public final class Faults implements AutoCloseable {
    private final Path file = Places.state().resolve("faults");

    /** Begins without faults; aborts the test where no stand-in can return any. */
    public Faults() {
        if (!Places.standIns()) {
            throw PlatformFixture.lacking("stand-ins that return a code on demand");
        }
        close();
    }

    /**
     * Makes the next calls of a function fail.
     *
     * @param function as the header names it, with its W
     * @param key what it is asked about: a service, an address, a volume
     * @param code the Windows error code
     * @param times how many calls; -1 for all
     * @return this
     */
    public Faults next(String function, String key, int code, int times) {
        String line = function + " " + key + " " + code + " " + times + "\n";
        try {
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
