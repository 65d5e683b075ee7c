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

    /**
     * Returns the version of Windows itself, whatever version the process was declared compatible with.
     *
     * @return {@code major.minor.build}, as "10.0.20348" for Windows Server 2022
     */
    String windowsVersion();

    /** {@return whether this process has an elevated token, which changes to services, addresses and volumes need} */
    boolean elevated();
}
