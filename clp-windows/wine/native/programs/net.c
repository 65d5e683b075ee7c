/*
 * net: "net start" and "net stop" as on Windows. Wine's own returns before the service is there, knows no display names and ends with
 * other exit codes.
 *
 * usage: net start SERVICE          starts the service and waits until it is RUNNING
 *        net stop SERVICE [/y]      stops the service and waits until it is STOPPED; with /y the services that need it first
 *
 * SERVICE is a service name or a display name. Exit codes: 0 done, 2 not done (not there, already started, not started, services that
 * need it are running, failed), 1 wrong usage.
 */
#include "services.h"

#include <stdio.h>

#define NO_LIMIT ((ULONGLONG)-1)
#define HELP_ALREADY_STARTED 2182
#define HELP_NAME_INVALID 2185
#define HELP_STARTING_OR_STOPPING 2189
#define HELP_NOT_STARTED 3521
#define HELP_REPORTED_NO_ERROR 3534
#define HELP_SPECIFIC_ERROR 3547

static SC_HANDLE manager;

static int fail(const char *message, DWORD help) {
    fprintf(stderr, "%s\r\n\r\nMore help is available by typing NET HELPMSG %lu.\r\n\r\n", message, help);
    return 2;
}

static int fail_system(DWORD code) {
    fprintf(stderr, "System error %lu has occurred.\r\n\r\n", code);
    return 2;
}

/* By its name, else by its display name. The rights are those that the act needs. */
static SC_HANDLE open_service(const WCHAR *name, DWORD access, WCHAR *display_name, DWORD size) {
    WCHAR key[257];
    DWORD length = ARRAYSIZE(key), display_length = size;
    SC_HANDLE service = OpenServiceW(manager, name, access);
    if (!service && GetServiceKeyNameW(manager, name, key, &length)) {
        service = OpenServiceW(manager, key, access);
    }
    if (!GetServiceDisplayNameW(manager, name, display_name, &display_length)) {
        lstrcpynW(display_name, name, size);
    }
    return service;
}

static int fail_open(void) {
    DWORD code = GetLastError();
    return code == ERROR_SERVICE_DOES_NOT_EXIST || code == ERROR_INVALID_NAME ? fail("The service name is invalid.", HELP_NAME_INVALID)
                                                                              : fail_system(code);
}

static int fail_start(SC_HANDLE service, const WCHAR *display_name) {
    SERVICE_STATUS_PROCESS status = service_status(service);
    printf("The %ls service could not be started.\r\n\r\n", display_name);
    if (status.dwWin32ExitCode == ERROR_SERVICE_SPECIFIC_ERROR) {
        fprintf(stderr, "A service specific error occurred: %lu.\r\n\r\n", status.dwServiceSpecificExitCode);
        return fail("", HELP_SPECIFIC_ERROR);
    }
    return status.dwWin32ExitCode ? fail_system(status.dwWin32ExitCode)
                                  : fail("The service did not report an error.", HELP_REPORTED_NO_ERROR);
}

static int start(const WCHAR *name) {
    WCHAR display_name[257];
    SC_HANDLE service = open_service(name, SERVICE_START | SERVICE_QUERY_STATUS, display_name, ARRAYSIZE(display_name));
    if (!service) {
        return fail_open();
    }
    if (!StartServiceW(service, 0, NULL)) {
        DWORD code = GetLastError();
        return code == ERROR_SERVICE_ALREADY_RUNNING ? fail("The requested service has already been started.", HELP_ALREADY_STARTED)
                                                     : fail_system(code);
    }
    printf("The %ls service is starting.\r\n", display_name);
    if (service_await(service, SERVICE_START_PENDING, NO_LIMIT) != SERVICE_RUNNING) {
        return fail_start(service, display_name);
    }
    printf("The %ls service was started successfully.\r\n\r\n", display_name);
    return 0;
}

static int fail_stop(const WCHAR *display_name, DWORD code) {
    switch (code) {
    case ERROR_SERVICE_NOT_ACTIVE:
        printf("The %ls service is not started.\r\n\r\n", display_name);
        return fail("", HELP_NOT_STARTED);
    case ERROR_SERVICE_CANNOT_ACCEPT_CTRL:
        return fail("The service is starting or stopping.  Please try again later.", HELP_STARTING_OR_STOPPING);
    default:
        return fail_system(code);
    }
}

static int stop_one(SC_HANDLE service, const WCHAR *display_name) {
    SERVICE_STATUS status;
    if (!ControlService(service, SERVICE_CONTROL_STOP, &status)) {
        return fail_stop(display_name, GetLastError());
    }
    printf("The %ls service is stopping.\r\n", display_name);
    if (service_await_stopped(service, NO_LIMIT) != SERVICE_STOPPED) {
        printf("The %ls service could not be stopped.\r\n\r\n", display_name);
        return 2;
    }
    printf("The %ls service was stopped successfully.\r\n\r\n", display_name);
    return 0;
}

static int stop_dependents(const ENUM_SERVICE_STATUSW *dependents, DWORD count) {
    int result = 0;
    for (DWORD i = 0; !result && i < count; i++) {
        SC_HANDLE service = OpenServiceW(manager, dependents[i].lpServiceName, SERVICE_STOP | SERVICE_QUERY_STATUS);
        result = service ? stop_one(service, dependents[i].lpDisplayName) : fail_open();
    }
    return result;
}

/* Windows asks; nobody answers where a program called us. */
static int refuse(const WCHAR *display_name, const ENUM_SERVICE_STATUSW *dependents, DWORD count) {
    printf("The following services are dependent on the %ls service.\r\n", display_name);
    printf("Stopping the %ls service will also stop these services.\r\n\r\n", display_name);
    for (DWORD i = 0; i < count; i++) {
        printf("   %ls\r\n", dependents[i].lpDisplayName);
    }
    printf("\r\nDo you want to continue this operation? (Y/N) [Y]: \r\nNo valid response was provided.\r\n");
    return 2;
}

static int stop(const WCHAR *name, BOOL with_dependents) {
    WCHAR display_name[257];
    DWORD count;
    int result = 0;
    DWORD access = SERVICE_STOP | SERVICE_QUERY_STATUS | SERVICE_ENUMERATE_DEPENDENTS;
    SC_HANDLE service = open_service(name, access, display_name, ARRAYSIZE(display_name));
    if (!service) {
        return fail_open();
    }
    ENUM_SERVICE_STATUSW *dependents = service_dependents(service, &count);
    if (count > 0) {
        result = with_dependents ? stop_dependents(dependents, count) : refuse(display_name, dependents, count);
    }
    free(dependents);
    return result ? result : stop_one(service, display_name);
}

int wmain(int argc, WCHAR **argv) {
    BOOL yes = argc == 4 && !lstrcmpiW(argv[3], L"/y");
    manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
    if (!manager) {
        return fail_system(GetLastError());
    }
    if ((argc == 3 || yes) && !lstrcmpiW(argv[1], L"start")) {
        return start(argv[2]);
    }
    if ((argc == 3 || yes) && !lstrcmpiW(argv[1], L"stop")) {
        return stop(argv[2], yes);
    }
    fputs("The syntax of this command is:\r\n\r\nNET START service | NET STOP service [/Y]\r\n", stderr);
    return 1;
}
