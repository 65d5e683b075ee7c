/*
 * A stand-in for the part of advapi32 that asks the service control manager. Wine's own does the work; this adds what Wine 8 lacks:
 * dependents, the start of dependencies in their order, the codes 1051, 1059, 1061, 1068, 1072 and 1075 where Windows gives them, the
 * dependencies in a service's configuration, and a service whose process died (STOPPED, 1067). Each function logs its call and can be
 * made to fail: see standin.h. The key of a fault is the name of the service; a call that has none has the key "-".
 *
 * Only the process that calls sees this. The service control manager itself does not change: no recovery actions, no notification of a
 * crash.
 */
#include "advapi32.h"

const struct wine_functions *wine(void) {
    static struct wine_functions functions;
    static INIT_ONCE once = INIT_ONCE_STATIC_INIT;
    BOOL pending;
    if (InitOnceBeginInitialize(&once, 0, &pending, NULL) && pending) {
        HMODULE own = LoadLibraryW(L"wadvapi.dll");
#define FIND(function) functions.function = (__typeof__(functions.function))(void *)GetProcAddress(own, #function)
        FIND(OpenSCManagerW);
        FIND(OpenServiceW);
        FIND(CreateServiceW);
        FIND(CloseServiceHandle);
        FIND(DeleteService);
        FIND(QueryServiceStatusEx);
        FIND(QueryServiceConfigW);
        FIND(ChangeServiceConfigW);
        FIND(StartServiceW);
        FIND(ControlService);
#undef FIND
        /*
         * Two threads that connect first, at the same time, get two associations of Wine's RPC; it mixes their connections, and knows the
         * handles of one not over the other's: code 6. So one connects alone, before all others, and stays.
         */
        functions.OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
        InitOnceComplete(&once, 0, NULL);
    }
    return &functions;
}

SC_HANDLE open_by_wine(const WCHAR *name, DWORD access) {
    SC_HANDLE manager = wine()->OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT), handle = NULL;
    if (manager) {
        handle = wine()->OpenServiceW(manager, name, access);
        DWORD code = GetLastError();
        wine()->CloseServiceHandle(manager);
        SetLastError(code);
    }
    return handle;
}

static LONGLONG number_of(SC_HANDLE handle) {
    return (LONGLONG)(ULONG_PTR)handle;
}

DWORD code_of(BOOL done) {
    return done ? NO_ERROR : GetLastError();
}

static const WCHAR *key_of(const WCHAR *name) {
    return name && *name ? name : L"-";
}

void begin_on(struct standin_call *call, const char *function, SC_HANDLE handle, struct opened *service) {
    handle_find(handle, service);
    standin_begin(call, function, key_of(service->name));
    standin_number(call, "hService", number_of(handle));
    standin_text(call, "service", service->name);
}

DWORD refusal(const struct standin_call *call, const struct opened *service, DWORD right) {
    DWORD code = standin_fault(call);
    return code ? code : (service->access & right) == right ? NO_ERROR : ERROR_ACCESS_DENIED;
}

/* ---- handles ---- */

SC_HANDLE WINAPI OpenSCManagerW(LPCWSTR machine, LPCWSTR database, DWORD access) {
    struct standin_call call;
    SC_HANDLE handle = NULL;
    standin_begin(&call, "OpenSCManagerW", L"-");
    standin_text(&call, "lpMachineName", machine);
    standin_text(&call, "lpDatabaseName", database);
    standin_number(&call, "dwDesiredAccess", access);
    DWORD code = standin_fault(&call);
    if (!code) {
        handle = wine()->OpenSCManagerW(machine, database, access);
        code = code_of(handle != NULL);
    }
    standin_number(&call, "handle", number_of(handle));
    standin_end(&call, code);
    standin_bool(code);
    return handle;
}

static BOOL valid_name(const WCHAR *name) {
    int length = lstrlenW(name);
    return length > 0 && length <= SERVICE_NAME_MAX && !wcspbrk(name, L"/\\");
}

static SC_HANDLE open_service(SC_HANDLE manager, const WCHAR *name, DWORD access, DWORD *code) {
    SC_HANDLE handle = NULL;
    if (!*code && name && !valid_name(name)) {
        *code = ERROR_INVALID_NAME;
    }
    if (!*code) {
        handle = wine()->OpenServiceW(manager, name, access);
        *code = code_of(handle != NULL);
    }
    if (handle) {
        handle_opened(handle, name, access);
    }
    return handle;
}

SC_HANDLE WINAPI OpenServiceW(SC_HANDLE manager, LPCWSTR name, DWORD access) {
    struct standin_call call;
    standin_begin(&call, "OpenServiceW", key_of(name));
    standin_number(&call, "hSCManager", number_of(manager));
    standin_text(&call, "lpServiceName", name);
    standin_number(&call, "dwDesiredAccess", access);
    DWORD code = standin_fault(&call);
    SC_HANDLE handle = open_service(manager, name, access, &code);
    standin_number(&call, "handle", number_of(handle));
    standin_end(&call, code);
    standin_bool(code);
    return handle;
}

SC_HANDLE WINAPI CreateServiceW(SC_HANDLE manager, LPCWSTR name, LPCWSTR display_name, DWORD access, DWORD type, DWORD start, DWORD error,
                                LPCWSTR path, LPCWSTR group, LPDWORD tag, LPCWSTR dependencies, LPCWSTR account, LPCWSTR password) {
    struct standin_call call;
    SC_HANDLE handle = NULL;
    standin_begin(&call, "CreateServiceW", key_of(name));
    standin_text(&call, "lpServiceName", name);
    standin_text(&call, "lpDisplayName", display_name);
    standin_number(&call, "dwServiceType", type);
    standin_number(&call, "dwStartType", start);
    standin_text(&call, "lpBinaryPathName", path);
    standin_texts(&call, "lpDependencies", dependencies);
    DWORD code = standin_fault(&call);
    if (!code && name && !valid_name(name)) {
        code = ERROR_INVALID_NAME;
    } else if (!code && name && dependencies_are_circular(name, dependencies)) {
        code = ERROR_CIRCULAR_DEPENDENCY;
    }
    if (!code) {
        handle = wine()->CreateServiceW(manager, name, display_name, access, type, start, error, path, group, tag, dependencies, account,
                                        password);
        code = code_of(handle != NULL);
    }
    if (handle) {
        handle_opened(handle, name, access);
    }
    standin_number(&call, "handle", number_of(handle));
    standin_end(&call, code);
    standin_bool(code);
    return handle;
}

BOOL WINAPI CloseServiceHandle(SC_HANDLE handle) {
    struct standin_call call;
    struct opened service;
    begin_on(&call, "CloseServiceHandle", handle, &service);
    DWORD code = standin_fault(&call);
    if (!code) {
        handle_closed(handle);
        code = code_of(wine()->CloseServiceHandle(handle));
    }
    standin_end(&call, code);
    return standin_bool(code);
}

/* ---- state and configuration ---- */

BOOL WINAPI QueryServiceStatusEx(SC_HANDLE handle, SC_STATUS_TYPE level, LPBYTE buffer, DWORD size, LPDWORD needed) {
    struct standin_call call;
    struct opened service;
    SERVICE_STATUS_PROCESS status;
    begin_on(&call, "QueryServiceStatusEx", handle, &service);
    standin_number(&call, "InfoLevel", level);
    standin_number(&call, "cbBufSize", size);
    DWORD code = standin_fault(&call);
    if (!code) {
        code = code_of(wine()->QueryServiceStatusEx(handle, level, buffer, size, needed));
    }
    if (!code) {
        memcpy(&status, buffer, sizeof status);
        code = status_correct(handle, &status);
    }
    if (!code) {
        memcpy(buffer, &status, sizeof status);
        standin_number(&call, "dwCurrentState", status.dwCurrentState);
        standin_number(&call, "dwProcessId", status.dwProcessId);
    }
    standin_end(&call, code);
    return standin_bool(code);
}

BOOL WINAPI QueryServiceStatus(SC_HANDLE handle, LPSERVICE_STATUS answer) {
    struct standin_call call;
    struct opened service;
    SERVICE_STATUS_PROCESS status;
    begin_on(&call, "QueryServiceStatus", handle, &service);
    DWORD code = standin_fault(&call);
    if (!code) {
        code = status_of_handle(handle, &status);
    }
    if (!code) {
        memcpy(answer, &status, sizeof *answer);
        standin_number(&call, "dwCurrentState", status.dwCurrentState);
    }
    standin_end(&call, code);
    return standin_bool(code);
}

BOOL WINAPI QueryServiceConfigW(SC_HANDLE handle, LPQUERY_SERVICE_CONFIGW config, DWORD size, LPDWORD needed) {
    struct standin_call call;
    struct opened service;
    begin_on(&call, "QueryServiceConfigW", handle, &service);
    standin_number(&call, "cbBufSize", size);
    DWORD code = standin_fault(&call);
    if (!code) {
        code = config_of_handle(handle, service.name, config, size, needed);
    }
    standin_end(&call, code);
    return standin_bool(code);
}

BOOL WINAPI ChangeServiceConfigW(SC_HANDLE handle, DWORD type, DWORD start, DWORD error, LPCWSTR path, LPCWSTR group, LPDWORD tag,
                                 LPCWSTR dependencies, LPCWSTR account, LPCWSTR password, LPCWSTR display_name) {
    struct standin_call call;
    struct opened service;
    begin_on(&call, "ChangeServiceConfigW", handle, &service);
    standin_number(&call, "dwServiceType", type);
    standin_number(&call, "dwStartType", start);
    standin_number(&call, "dwErrorControl", error);
    standin_text(&call, "lpBinaryPathName", path);
    standin_text(&call, "lpLoadOrderGroup", group);
    standin_number(&call, "lpdwTagId", (LONGLONG)(ULONG_PTR)tag);
    standin_texts(&call, "lpDependencies", dependencies);
    standin_text(&call, "lpServiceStartName", account);
    standin_number(&call, "password", password != NULL);
    standin_text(&call, "lpDisplayName", display_name);
    DWORD code = refusal(&call, &service, SERVICE_CHANGE_CONFIG);
    if (!code && dependencies_are_circular(service.name, dependencies)) {
        code = ERROR_CIRCULAR_DEPENDENCY;
    }
    if (!code) {
        /* Wine forgets the dependencies where they are not to change. */
        WCHAR kept[DEPENDENCIES_MAX];
        dependencies_of(service.name, kept);
        code = code_of(wine()->ChangeServiceConfigW(handle, type, start, error, path, group, tag, dependencies ? dependencies : kept, account,
                                                    password, display_name));
    }
    standin_end(&call, code);
    return standin_bool(code);
}

BOOL WINAPI DeleteService(SC_HANDLE handle) {
    struct standin_call call;
    struct opened service;
    begin_on(&call, "DeleteService", handle, &service);
    DWORD code = standin_fault(&call);
    if (!code) {
        code = code_of(wine()->DeleteService(handle));
    }
    standin_end(&call, code);
    return standin_bool(code);
}

/* ---- dependents ---- */

BOOL WINAPI EnumDependentServicesW(SC_HANDLE handle, DWORD state, LPENUM_SERVICE_STATUSW entries, DWORD size, LPDWORD needed,
                                   LPDWORD returned) {
    struct standin_call call;
    struct opened service;
    begin_on(&call, "EnumDependentServicesW", handle, &service);
    standin_number(&call, "dwServiceState", state);
    standin_number(&call, "cbBufSize", size);
    DWORD code = refusal(&call, &service, SERVICE_ENUMERATE_DEPENDENTS);
    if (!code && !*service.name) {
        code = ERROR_INVALID_HANDLE;
    } else if (!code && (state < SERVICE_ACTIVE || state > SERVICE_STATE_ALL)) {
        code = ERROR_INVALID_PARAMETER;
    }
    if (!code) {
        code = dependents_pack(service.name, state, entries, size, needed, returned);
        standin_number(&call, "bytesNeeded", *needed);
        standin_number(&call, "servicesReturned", *returned);
    }
    standin_end(&call, code);
    return standin_bool(code);
}
