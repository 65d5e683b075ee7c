package io.clp.windows.internal.driver;

import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.windows.internal.win32.ServiceApi;

/**
 * What the Service Control Manager reports of a service.
 *
 * @param status the part that the platform tells
 * @param inSystemProcess whether it runs in a process of the system, which must never be ended
 */
public record ServiceReport(ServiceStatus status, boolean inSystemProcess) {
    private static final ServiceState[] STATES = {
        ServiceState.STOPPED,
        ServiceState.START_PENDING,
        ServiceState.STOP_PENDING,
        ServiceState.RUNNING,
        ServiceState.CONTINUE_PENDING,
        ServiceState.PAUSE_PENDING,
        ServiceState.PAUSED
    };

    static ServiceReport of(SERVICE_STATUS_PROCESS raw) {
        ServiceStatus status = new ServiceStatus(
                state(raw.dwCurrentState),
                Integer.toUnsignedLong(raw.dwProcessId),
                raw.dwWin32ExitCode,
                raw.dwCheckPoint,
                raw.dwWaitHint);
        boolean system = (raw.dwServiceFlags & ServiceApi.SERVICE_RUNS_IN_SYSTEM_PROCESS) != 0;
        return new ServiceReport(status, system);
    }

    /** Returns the state of a code of winsvc.h, 1 to 7. */
    static ServiceState state(int code) {
        if (code < 1 || code > STATES.length) {
            throw new IllegalArgumentException("no state of a service: " + code);
        }
        return STATES[code - 1];
    }
}
