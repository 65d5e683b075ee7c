package io.clp.platform;

/** When Windows starts a service, or whether it may be started at all. */
public enum ServiceStartType {
    /** By the boot loader; drivers only ({@code SERVICE_BOOT_START}). */
    BOOT,
    /** While the kernel initialises; drivers only ({@code SERVICE_SYSTEM_START}). */
    SYSTEM,
    /** At boot, on every node where it is so: never what a service of a group should be ({@code SERVICE_AUTO_START}). */
    AUTOMATIC,
    /** When it is asked for: what a service of a group should be ({@code SERVICE_DEMAND_START}). */
    MANUAL,
    /** Never: a start is refused with 1058 ({@code SERVICE_DISABLED}). */
    DISABLED;

    /** {@return whether only a driver can have it} */
    public boolean ofDrivers() {
        return this == BOOT || this == SYSTEM;
    }
}
