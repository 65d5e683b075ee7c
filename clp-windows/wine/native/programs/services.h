/* What net and iisreset do with services, by the documented waiting rules. */
#ifndef CLP_SERVICES_H
#define CLP_SERVICES_H

#include <windows.h>
#include <stdlib.h>

#define POLL_MS 10
#define PATIENCE_MS 20000 /* at least so long without progress before a pending service is given up */

static inline SERVICE_STATUS_PROCESS service_status(SC_HANDLE service) {
    SERVICE_STATUS_PROCESS status = {0};
    DWORD needed;
    QueryServiceStatusEx(service, SC_STATUS_PROCESS_INFO, (BYTE *)&status, sizeof status, &needed);
    return status;
}

/* Wine does not notice that a service's process died: a state that belongs to no living process is STOPPED. */
static inline DWORD service_state(SC_HANDLE service) {
    SERVICE_STATUS_PROCESS status = service_status(service);
    HANDLE process = status.dwProcessId ? OpenProcess(SYNCHRONIZE, FALSE, status.dwProcessId) : NULL;
    BOOL dead = process ? WaitForSingleObject(process, 0) == WAIT_OBJECT_0
                        : status.dwProcessId != 0 && GetLastError() == ERROR_INVALID_PARAMETER;
    if (process) {
        CloseHandle(process);
    }
    return dead ? SERVICE_STOPPED : status.dwCurrentState;
}

/* Waits while the service is in the pending state and makes progress, at most so long. Returns the state it is in then. */
static inline DWORD service_await(SC_HANDLE service, DWORD pending, ULONGLONG limit_ms) {
    ULONGLONG began = GetTickCount64(), progress = began;
    DWORD checkpoint = 0, state;
    while ((state = service_state(service)) == pending && GetTickCount64() - began < limit_ms) {
        SERVICE_STATUS_PROCESS status = service_status(service);
        if (status.dwCheckPoint != checkpoint) {
            checkpoint = status.dwCheckPoint;
            progress = GetTickCount64();
        }
        if (GetTickCount64() - progress > max(status.dwWaitHint, PATIENCE_MS)) {
            break;
        }
        Sleep(POLL_MS);
    }
    return state;
}

/* After a stop was accepted the state may still be RUNNING for a moment. */
static inline DWORD service_await_stopped(SC_HANDLE service, ULONGLONG limit_ms) {
    ULONGLONG began = GetTickCount64();
    while (service_state(service) == SERVICE_RUNNING && GetTickCount64() - began < min(limit_ms, PATIENCE_MS)) {
        Sleep(POLL_MS);
    }
    ULONGLONG used = GetTickCount64() - began;
    return used < limit_ms ? service_await(service, SERVICE_STOP_PENDING, limit_ms - used) : service_state(service);
}

/* The running services that need this one, in the order in which they are to be stopped; to be freed. */
static inline ENUM_SERVICE_STATUSW *service_dependents(SC_HANDLE service, DWORD *count) {
    DWORD needed = 0;
    if (EnumDependentServicesW(service, SERVICE_ACTIVE, NULL, 0, &needed, count) || GetLastError() != ERROR_MORE_DATA) {
        *count = 0;
        return NULL;
    }
    ENUM_SERVICE_STATUSW *found = malloc(needed);
    if (!EnumDependentServicesW(service, SERVICE_ACTIVE, found, needed, &needed, count)) {
        *count = 0;
    }
    return found;
}

#endif
