package io.clp.windows.internal.platform;

import io.clp.platform.NodeInfo;
import io.clp.platform.PlatformUnavailableException;
import java.util.Locale;
import java.util.function.Supplier;

/** What must be so before the platform of Windows is opened. What is not is said in one sentence. */
public final class Requirements {
    private static final String ATTEMPTED = "open the Windows platform";
    private static final int ELEVATION_REQUIRED = 740;

    private Requirements() {}

    /**
     * Sees that this is Windows.
     *
     * @param operatingSystem its name as the system property {@code os.name} has it
     * @throws PlatformUnavailableException it is another one
     */
    public static void windows(String operatingSystem) {
        if (!operatingSystem.toLowerCase(Locale.ROOT).startsWith("windows")) {
            throw new PlatformUnavailableException(
                    ATTEMPTED,
                    "this is " + operatingSystem,
                    0,
                    "elsewhere than on Windows use FakePlatform of the test kit (clp-testkit)",
                    null);
        }
    }

    /**
     * Loads what calls native code.
     *
     * @param loading loads it
     * @param <T> what it is
     * @return what was loaded
     * @throws PlatformUnavailableException JNA, or a library of Windows, cannot be loaded
     */
    public static <T> T loaded(Supplier<T> loading) {
        try {
            return loading.get();
        } catch (LinkageError e) {
            throw new PlatformUnavailableException(
                    ATTEMPTED,
                    "JNA's native library cannot be loaded (" + e + ")",
                    0,
                    "it is unpacked to the folder for temporary files: let -Djna.tmpdir name a folder where this process may write and"
                            + " run code, or -Djna.boot.library.path one that holds jnidispatch.dll",
                    e);
        }
    }

    /**
     * Sees that this process may change the node.
     *
     * @param info the node
     * @throws PlatformUnavailableException it may not
     */
    public static void elevated(NodeInfo info) {
        if (!info.elevated()) {
            throw new PlatformUnavailableException(
                    ATTEMPTED,
                    "this process lacks the rights of an administrator (its token is not elevated), which changes to services,"
                            + " addresses and volumes need",
                    ELEVATION_REQUIRED,
                    "run it as a service under LocalSystem, or start it by \"Run as administrator\"",
                    null);
        }
    }
}
