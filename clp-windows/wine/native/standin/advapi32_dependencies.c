/* What a service needs, from the registry: Wine keeps it there and does not act on it. */
#include "advapi32.h"

#include <stdlib.h>

#define SERVICES_KEY L"SYSTEM\\CurrentControlSet\\Services"
#define GROUP_PREFIX L'+'
#define START_HANG_MS 80000 /* without progress for so long, the service control manager gives a starting service up */
#define POLL_MS 5

const WCHAR *next_name(const WCHAR *name) {
    return name + lstrlenW(name) + 1;
}

DWORD dependencies_read(HKEY services, const WCHAR *name, WCHAR *names) {
    DWORD bytes = (DEPENDENCIES_MAX - 2) * sizeof(WCHAR);
    memset(names, 0, DEPENDENCIES_MAX * sizeof(WCHAR));
    if (RegGetValueW(services, name, L"DependOnService", RRF_RT_REG_MULTI_SZ, NULL, names, &bytes)) {
        names[0] = names[1] = 0;
    }
    const WCHAR *end = names;
    while (*end) {
        end = next_name(end);
    }
    return names == end ? 2 : (DWORD)(end - names) + 1;
}

HKEY dependencies_open(void) {
    HKEY services;
    return RegOpenKeyExW(HKEY_LOCAL_MACHINE, SERVICES_KEY, 0, KEY_READ, &services) ? NULL : services;
}

DWORD dependencies_of(const WCHAR *name, WCHAR *names) {
    HKEY services = dependencies_open();
    DWORD length = dependencies_read(services, name, names);
    RegCloseKey(services);
    return length;
}

/* ---- circles ---- */

#define DEPTH_MAX 32 /* a longer chain is taken for a circle */

static BOOL leads_to(HKEY services, const WCHAR *names, const WCHAR *goal, int depth) {
    if (depth == DEPTH_MAX) {
        return TRUE;
    }
    BOOL found = FALSE;
    WCHAR *further = malloc(DEPENDENCIES_MAX * sizeof(WCHAR));
    for (const WCHAR *name = names; !found && *name; name = next_name(name)) {
        if (*name != GROUP_PREFIX) {
            dependencies_read(services, name, further);
            found = !lstrcmpiW(name, goal) || leads_to(services, further, goal, depth + 1);
        }
    }
    free(further);
    return found;
}

BOOL dependencies_are_circular(const WCHAR *name, const WCHAR *dependencies) {
    HKEY services = dependencies_open();
    BOOL circular = dependencies && leads_to(services, dependencies, name, 0);
    RegCloseKey(services);
    return circular;
}

/* ---- start ---- */

static DWORD start_type(SC_HANDLE handle, DWORD *type) {
    BYTE buffer[8192];
    DWORD needed;
    QUERY_SERVICE_CONFIGW *config = (QUERY_SERVICE_CONFIGW *)buffer;
    if (!wine()->QueryServiceConfigW(handle, config, sizeof buffer, &needed)) {
        return GetLastError();
    }
    *type = config->dwStartType;
    return NO_ERROR;
}

/* Wine starts a service that is marked for deletion, but does not change its configuration: a change of nothing tells the mark. */
static DWORD marked(SC_HANDLE handle, const WCHAR *name) {
    WCHAR names[DEPENDENCIES_MAX];
    dependencies_of(name, names);
    BOOL changed = wine()->ChangeServiceConfigW(handle, SERVICE_NO_CHANGE, SERVICE_NO_CHANGE, SERVICE_NO_CHANGE, NULL, NULL, NULL,
                                                names, NULL, NULL, NULL);
    return !changed && GetLastError() == ERROR_SERVICE_MARKED_FOR_DELETE ? ERROR_SERVICE_MARKED_FOR_DELETE : NO_ERROR;
}

DWORD service_startable(const WCHAR *name) {
    DWORD type = 0;
    SC_HANDLE handle = open_by_wine(name, SERVICE_QUERY_CONFIG | SERVICE_CHANGE_CONFIG);
    if (!handle) {
        return GetLastError();
    }
    DWORD code = marked(handle, name);
    if (!code) {
        code = start_type(handle, &type);
    }
    wine()->CloseServiceHandle(handle);
    return code ? code : type == SERVICE_DISABLED ? ERROR_SERVICE_DISABLED : NO_ERROR;
}

static DWORD await_running(const WCHAR *name) {
    SERVICE_STATUS_PROCESS status = {0};
    DWORD checkpoint = 0;
    ULONGLONG progress = GetTickCount64();
    while (GetTickCount64() - progress < START_HANG_MS + status.dwWaitHint) {
        if (status_of_name(name, &status) || status.dwCurrentState == SERVICE_STOPPED) {
            return ERROR_SERVICE_DEPENDENCY_FAIL;
        }
        if (status.dwCurrentState == SERVICE_RUNNING) {
            return NO_ERROR;
        }
        if (status.dwCheckPoint != checkpoint) {
            checkpoint = status.dwCheckPoint;
            progress = GetTickCount64();
        }
        Sleep(POLL_MS);
    }
    return ERROR_SERVICE_DEPENDENCY_FAIL;
}

static DWORD start_one(const WCHAR *name) {
    SC_HANDLE handle = open_by_wine(name, SERVICE_START);
    BOOL started = handle && wine()->StartServiceW(handle, 0, NULL);
    DWORD code = started ? NO_ERROR : GetLastError();
    if (handle) {
        wine()->CloseServiceHandle(handle);
    }
    return !code || code == ERROR_SERVICE_ALREADY_RUNNING ? await_running(name) : ERROR_SERVICE_DEPENDENCY_FAIL;
}

static DWORD start_dependency(const WCHAR *name) {
    SERVICE_STATUS_PROCESS status = {0};
    DWORD code = service_startable(name);
    if (code == ERROR_SERVICE_DOES_NOT_EXIST || code == ERROR_SERVICE_MARKED_FOR_DELETE) {
        return ERROR_SERVICE_DEPENDENCY_DELETED;
    }
    if (!status_of_name(name, &status) && status.dwCurrentState == SERVICE_RUNNING) {
        return NO_ERROR;
    }
    if (!code) {
        code = dependencies_start(name);
    }
    return code ? (code == ERROR_SERVICE_DEPENDENCY_DELETED ? code : ERROR_SERVICE_DEPENDENCY_FAIL) : start_one(name);
}

DWORD dependencies_start(const WCHAR *name) {
    DWORD code = NO_ERROR;
    WCHAR *names = malloc(DEPENDENCIES_MAX * sizeof(WCHAR));
    dependencies_of(name, names);
    if (dependencies_are_circular(name, names)) {
        code = ERROR_CIRCULAR_DEPENDENCY;
    }
    for (const WCHAR *each = names; !code && *each; each = next_name(each)) {
        if (*each != GROUP_PREFIX) {
            code = start_dependency(each);
        }
    }
    free(names);
    return code;
}
