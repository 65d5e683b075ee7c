package io.clp.windows.machine;

import io.clp.testkit.contract.PlatformFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the test programs are, and where they and the stand-ins keep what they know. */
public final class Places {
    private static final String TOOLS = "clp.windows.tools";
    private static final String STAND_IN = "CLP_STANDIN";

    private Places() {}

    /** Returns the path of a test program; aborts the test where nobody said where they are. */
    public static Path program(String name) {
        Path program = tools().resolve(name);
        if (!Files.isRegularFile(program)) {
            throw new IllegalStateException(program + " is not there: -D" + TOOLS + " names the wrong folder");
        }
        return program;
    }

    /** Returns the folder of the test programs. */
    public static Path tools() {
        String folder = System.getProperty(TOOLS);
        if (folder == null) {
            throw PlatformFixture.lacking("the test programs: -D" + TOOLS + " does not name their folder");
        }
        return Path.of(folder);
    }

    /** Returns whether stand-ins take the place of some functions of Windows, as they do on Wine. */
    public static boolean standIns() {
        return System.getenv(STAND_IN) != null;
    }

    /** Returns the folder that the stand-ins, or else the test programs alone, use; it exists. */
    public static Path state() {
        String folder = System.getenv(STAND_IN);
        Path state = folder == null ? Path.of(System.getProperty("java.io.tmpdir"), "clp-test") : Path.of(folder);
        try {
            return Files.createDirectories(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how Linux names a path of drive C, which lies in the prefix. */
    static String onLinux(Path path) {
        String inDrive = path.toString().substring(path.getRoot().toString().length());
        return System.getenv("WINEPREFIX") + "/drive_c/" + inDrive.replace('\\', '/');
    }

    /** Returns the value of a property, or aborts the test, which needs it on a machine without stand-ins. */
    static String given(String property, String what) {
        String value = System.getProperty(property);
        if (value == null) {
            throw PlatformFixture.lacking(what + ": give it by -D" + property);
        }
        return value;
    }
}
