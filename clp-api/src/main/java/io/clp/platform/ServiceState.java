package io.clp.platform;

/** The state of a Windows service: the seven of the Service Control Manager, and that of a service that is not there. */
public enum ServiceState {
    /** {@code SERVICE_STOPPED}. */
    STOPPED,
    /** {@code SERVICE_START_PENDING}. */
    START_PENDING,
    /** {@code SERVICE_STOP_PENDING}. */
    STOP_PENDING,
    /** {@code SERVICE_RUNNING}. */
    RUNNING,
    /** {@code SERVICE_CONTINUE_PENDING}. */
    CONTINUE_PENDING,
    /** {@code SERVICE_PAUSE_PENDING}. */
    PAUSE_PENDING,
    /** {@code SERVICE_PAUSED}. */
    PAUSED,
    /** There is no service of that name ({@code ERROR_SERVICE_DOES_NOT_EXIST}). */
    NOT_INSTALLED;

    /** {@return whether the service is on its way to another state} */
    public boolean pending() {
        return this == START_PENDING || this == STOP_PENDING || this == CONTINUE_PENDING || this == PAUSE_PENDING;
    }
}
