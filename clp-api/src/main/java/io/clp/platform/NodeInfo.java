package io.clp.platform;

import java.util.Optional;

/** What a node says of itself. Thread-safe. */
public interface NodeInfo {
    /** {@return the computer name, as {@code GetComputerName} does} */
    String computerName();

    /**
     * Returns the version of IIS installed (registry, {@code HKLM\SOFTWARE\Microsoft\InetStp}).
     *
     * @return {@code major.minor}, as "6.0", "7.5", "10.0"; empty where IIS is not installed
     */
    Optional<String> iisVersion();
}
