package io.clp.platform;

import java.util.Optional;

/** What a node says of itself. Thread-safe. */
public interface NodeInfo {
    /** Returns the computer name, as {@code GetComputerName} does. */
    String computerName();

    /**
     * Returns the version of IIS installed, as {@code major.minor} ("6.0", "7.5", "10.0"); empty where IIS is not installed
     * (registry, {@code HKLM\SOFTWARE\Microsoft\InetStp}).
     */
    Optional<String> iisVersion();
}
