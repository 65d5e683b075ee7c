package io.clp.windows.internal.platform;

import io.clp.ClpException.Facts;
import io.clp.platform.NodeInfo;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourceException.Retry;
import io.clp.windows.internal.driver.CallFailedException;
import io.clp.windows.internal.driver.KernelHandle;
import io.clp.windows.internal.driver.NodeDriver;
import io.clp.windows.internal.driver.RegistryKey;
import java.util.Optional;
import java.util.OptionalInt;

/** What this node says of itself. Each answer is read anew: IIS can be installed meanwhile. Thread-safe. */
public final class WindowsNode implements NodeInfo {
    private static final String IIS = "SOFTWARE\\Microsoft\\InetStp";

    private final NodeDriver driver;

    /** Makes the information of this node. */
    public WindowsNode() {
        driver = new NodeDriver();
    }

    @Override
    public String computerName() {
        return read("the computer name", driver::computerName);
    }

    @Override
    public Optional<String> iisVersion() {
        return read("the version of IIS", () -> {
            try (RegistryKey key = driver.openKey(IIS)) {
                OptionalInt major = key.number("MajorVersion");
                OptionalInt minor = key.number("MinorVersion");
                return major.isPresent() && minor.isPresent()
                        ? Optional.of(major.getAsInt() + "." + minor.getAsInt())
                        : Optional.empty();
            }
        });
    }

    @Override
    public String windowsVersion() {
        return read("the version of Windows", driver::windowsVersion);
    }

    @Override
    public boolean elevated() {
        return read("whether this process is elevated", () -> {
            try (KernelHandle token = driver.openToken()) {
                return driver.elevated(token);
            }
        });
    }

    private static <T> T read(String what, Reading<T> reading) {
        try {
            return reading.read();
        } catch (CallFailedException e) {
            String attempted = "read " + what;
            throw new ResourceException(
                    attempted + ": " + e.getMessage(), Facts.of(attempted).windows(e.code()), Retry.MAY_HELP, e);
        }
    }

    /** Reads something of Windows. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws CallFailedException;
    }
}
