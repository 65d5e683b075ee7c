/* The state of a service, as Windows tells it: Wine's service control manager does not notice that a service's process died. */
#include "advapi32.h"

static DWORD ask_wine(SC_HANDLE handle, SERVICE_STATUS_PROCESS *status) {
    DWORD needed;
    return code_of(wine()->QueryServiceStatusEx(handle, SC_STATUS_PROCESS_INFO, (BYTE *)status, sizeof *status, &needed));
}

static void set_aborted(SERVICE_STATUS_PROCESS *status) {
    *status = (SERVICE_STATUS_PROCESS){
        .dwServiceType = status->dwServiceType,
        .dwCurrentState = SERVICE_STOPPED,
        .dwWin32ExitCode = ERROR_PROCESS_ABORTED,
    };
}

DWORD status_correct(SC_HANDLE handle, SERVICE_STATUS_PROCESS *status) {
    DWORD pid = status->dwProcessId;
    if (status->dwCurrentState == SERVICE_STOPPED || !pid || !handle_process_gone(handle, pid)) {
        return NO_ERROR;
    }
    /* Did it report STOPPED and end in order after we had asked? */
    DWORD code = ask_wine(handle, status);
    if (!code && status->dwCurrentState != SERVICE_STOPPED && status->dwProcessId == pid) {
        set_aborted(status);
    }
    return code;
}

DWORD status_of_handle(SC_HANDLE handle, SERVICE_STATUS_PROCESS *status) {
    DWORD code = ask_wine(handle, status);
    return code ? code : status_correct(handle, status);
}

DWORD status_of_name(const WCHAR *name, SERVICE_STATUS_PROCESS *status) {
    SC_HANDLE handle = open_by_wine(name, SERVICE_QUERY_STATUS);
    if (!handle) {
        return GetLastError();
    }
    DWORD code = status_of_handle(handle, status);
    wine()->CloseServiceHandle(handle);
    return code;
}
