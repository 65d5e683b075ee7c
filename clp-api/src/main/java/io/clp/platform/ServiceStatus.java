package io.clp.platform;

/**
 * What the Service Control Manager says of a service, as {@code QueryServiceStatusEx} gives it. It is the last reported status: the
 * service itself is not asked.
 *
 * @param state the state
 * @param processId the process it runs in, 0 where it runs in none
 * @param exitCode the Windows error code of its last end; 0 for an orderly one, 1077 for a service never started since boot
 * @param checkpoint grows while a pending service makes progress
 * @param waitHintMillis how long, in milliseconds, until the service says more, by its own estimate
 */
public record ServiceStatus(ServiceState state, long processId, int exitCode, int checkpoint, int waitHintMillis) {
    /** {@return the status of a service that is not there} */
    public static ServiceStatus notInstalled() {
        return new ServiceStatus(ServiceState.NOT_INSTALLED, 0, 0, 0, 0);
    }

    /**
     * Returns whether the service ended without being asked to (guide and ARMLOAD: a fault is an abnormal end).
     *
     * @return true where it is stopped with an exit code that is an error; an orderly stop is 0, and 1077 is no end at
     *     all
     */
    public boolean endedAbnormally() {
        return state == ServiceState.STOPPED && exitCode != 0 && exitCode != WindowsErrors.SERVICE_NEVER_STARTED;
    }
}
