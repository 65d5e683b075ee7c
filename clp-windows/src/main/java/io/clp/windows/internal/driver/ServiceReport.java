package io.clp.windows.internal.driver;

import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import io.clp.windows.internal.win32.ServiceApi;
import java.util.Map;

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

    private static final Map<ServiceState, Integer> NOTICES = Map.of(
            ServiceState.STOPPED, ServiceApi.SERVICE_NOTIFY_STOPPED,
            ServiceState.START_PENDING, ServiceApi.SERVICE_NOTIFY_START_PENDING,
            ServiceState.STOP_PENDING, ServiceApi.SERVICE_NOTIFY_STOP_PENDING,
            ServiceState.RUNNING, ServiceApi.SERVICE_NOTIFY_RUNNING,
            ServiceState.CONTINUE_PENDING, ServiceApi.SERVICE_NOTIFY_CONTINUE_PENDING,
            ServiceState.PAUSE_PENDING, ServiceApi.SERVICE_NOTIFY_PAUSE_PENDING,
            ServiceState.PAUSED, ServiceApi.SERVICE_NOTIFY_PAUSED);

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

    /** Returns what asks for a notice of every state but one. */
    static int otherThan(ServiceState seen) {
        return NOTICES.entrySet().stream()
                .filter(it -> it.getKey() != seen)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Returns the state of a code of winsvc.h, 1 to 7. */
    static ServiceState state(int code) {
        if (code < 1 || code > STATES.length) {
            throw new IllegalArgumentException("no state of a service: " + code);
        }
        return STATES[code - 1];
    }
}
