/* StartServiceW and ControlService: the codes with which Windows refuses, before Wine is asked. */
#include "advapi32.h"

/* ---- start ---- */

/* Why the service control manager of Windows would not start the service, or 0 when all it needs is RUNNING. */
static DWORD start_refusal(const struct opened *service) {
    SERVICE_STATUS_PROCESS status;
    DWORD code = service_startable(service->name);
    if (!code) {
        code = status_of_name(service->name, &status);
    }
    if (!code && status.dwCurrentState != SERVICE_STOPPED) {
        code = ERROR_SERVICE_ALREADY_RUNNING;
    }
    return code ? code : dependencies_start(service->name);
}

/*
 * Wine fails with an internal error where the service's last process has said that it is stopped and has not quite ended; Windows waits
 * for that, and so does this, for two seconds.
 */
static DWORD start_in_wine(SC_HANDLE handle, DWORD count, LPCWSTR *arguments) {
    DWORD code = code_of(wine()->StartServiceW(handle, count, arguments));
    for (int i = 0; code == ERROR_INTERNAL_ERROR && i < 400; i++) {
        Sleep(5);
        code = code_of(wine()->StartServiceW(handle, count, arguments));
    }
    return code;
}

BOOL WINAPI StartServiceW(SC_HANDLE handle, DWORD count, LPCWSTR *arguments) {
    struct standin_call call;
    struct opened service;
    begin_on(&call, "StartServiceW", handle, &service);
    standin_number(&call, "dwNumServiceArgs", count);
    for (DWORD i = 0; i < count; i++) {
        standin_text(&call, "lpServiceArgVector", arguments[i]);
    }
    DWORD code = refusal(&call, &service, SERVICE_START);
    if (!code && *service.name) {
        code = start_refusal(&service);
    }
    if (!code) {
        code = start_in_wine(handle, count, arguments);
    }
    standin_end(&call, code);
    return standin_bool(code);
}

/* ---- control ---- */

static DWORD right_for(DWORD control) {
    switch (control) {
    case SERVICE_CONTROL_STOP:
        return SERVICE_STOP;
    case SERVICE_CONTROL_INTERROGATE:
        return SERVICE_INTERROGATE;
    default:
        return control < 128 ? SERVICE_PAUSE_CONTINUE : SERVICE_USER_DEFINED_CONTROL;
    }
}

static BOOL has_active_dependents(const WCHAR *name) {
    struct dependents found;
    BOOL active = FALSE;
    dependents_of(name, &found);
    for (int i = 0; !active && i < found.count; i++) {
        SERVICE_STATUS_PROCESS status;
        active = !status_of_name(found.names[i], &status) && status.dwCurrentState != SERVICE_STOPPED;
    }
    dependents_free(&found);
    return active;
}

/* Why the service control manager of Windows would not pass the control on, or 0. */
static DWORD control_refusal(const WCHAR *name, DWORD control, const SERVICE_STATUS_PROCESS *now) {
    if (now->dwCurrentState == SERVICE_STOPPED) {
        return ERROR_SERVICE_NOT_ACTIVE;
    }
    BOOL pending = now->dwCurrentState == SERVICE_START_PENDING || now->dwCurrentState == SERVICE_STOP_PENDING;
    if (pending && control != SERVICE_CONTROL_INTERROGATE) {
        return ERROR_SERVICE_CANNOT_ACCEPT_CTRL;
    }
    if (control == SERVICE_CONTROL_STOP && !(now->dwControlsAccepted & SERVICE_ACCEPT_STOP)) {
        return ERROR_INVALID_SERVICE_CONTROL;
    }
    return control == SERVICE_CONTROL_STOP && has_active_dependents(name) ? ERROR_DEPENDENT_SERVICES_RUNNING : NO_ERROR;
}

static DWORD send_control(SC_HANDLE handle, const WCHAR *name, DWORD control, const SERVICE_STATUS_PROCESS *now, SERVICE_STATUS *answer) {
    /* Wine takes a second stop of a service that ignored the first for the order to kill it. */
    if (control == SERVICE_CONTROL_STOP && handle_had_stop(name, now->dwProcessId)) {
        memcpy(answer, now, sizeof *answer);
        return NO_ERROR;
    }
    DWORD code = code_of(wine()->ControlService(handle, control, answer));
    if (!code && control == SERVICE_CONTROL_STOP) {
        handle_note_stop(name, now->dwProcessId);
    }
    return code;
}

/* The codes with which Windows tells the status all the same. */
static BOOL tells_status(DWORD code) {
    return code == ERROR_SERVICE_NOT_ACTIVE || code == ERROR_SERVICE_CANNOT_ACCEPT_CTRL || code == ERROR_INVALID_SERVICE_CONTROL;
}

static DWORD control_service(SC_HANDLE handle, const WCHAR *name, DWORD control, SERVICE_STATUS *answer) {
    SERVICE_STATUS_PROCESS now;
    DWORD code = status_of_name(name, &now);
    if (!code) {
        code = control_refusal(name, control, &now);
    }
    if (!code) {
        code = send_control(handle, name, control, &now, answer);
    }
    if (tells_status(code)) {
        memcpy(answer, &now, sizeof *answer);
    }
    return code;
}

BOOL WINAPI ControlService(SC_HANDLE handle, DWORD control, LPSERVICE_STATUS answer) {
    struct standin_call call;
    struct opened service;
    begin_on(&call, "ControlService", handle, &service);
    standin_number(&call, "dwControl", control);
    DWORD code = refusal(&call, &service, right_for(control));
    if (!code) {
        code = *service.name ? control_service(handle, service.name, control, answer)
                             : code_of(wine()->ControlService(handle, control, answer));
    }
    standin_end(&call, code);
    return standin_bool(code);
}
