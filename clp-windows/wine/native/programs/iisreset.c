/*
 * iisreset: stops and starts the Internet services as the program of IIS 7 and later: W3SVC, and WAS where it is there, but not ftpsvc.
 *
 * usage: iisreset [/restart | /start | /stop | /status] [/noforce] [/timeout:SECONDS]
 *
 * Without an act it restarts. The limit is 60 s for a stop and 20 s for each half of a restart. A service that is not STOPPED by then is
 * ended by its process, but not with /noforce. Exit codes: 0 done (a stop of what is stopped and a start of what runs included), 1 not
 * done or wrong usage. The list of the real program's exit codes is not documented; that failures are not 0 is.
 */
#include "services.h"

#include <stdio.h>

enum act { RESTART, START, STOP, STATUS };

static const WCHAR *const names[] = {L"WAS", L"W3SVC"}; /* in the order of start; stop is the other way round */
static SC_HANDLE services[2];
static ULONGLONG limit_ms;
static BOOL force = TRUE;

static int fail(const char *attempted, DWORD code) {
    fprintf(stderr, "%s attempt failed.\r\n(Error %lu, %lx)\r\n", attempted, HRESULT_FROM_WIN32(code), HRESULT_FROM_WIN32(code));
    return 1;
}

/* A dead process is not waited for: its state is STOPPED at once. */
static void end_process(SC_HANDLE service) {
    HANDLE process = OpenProcess(PROCESS_TERMINATE | SYNCHRONIZE, FALSE, service_status(service).dwProcessId);
    if (process) {
        TerminateProcess(process, 1);
        WaitForSingleObject(process, 1000);
        CloseHandle(process);
    }
}

static DWORD stop_one(SC_HANDLE service) {
    SERVICE_STATUS status;
    DWORD code = NO_ERROR;
    service_await(service, SERVICE_START_PENDING, limit_ms);
    if (service_state(service) == SERVICE_RUNNING && !ControlService(service, SERVICE_CONTROL_STOP, &status)) {
        code = GetLastError();
    }
    if (service_await_stopped(service, limit_ms) != SERVICE_STOPPED && force) {
        end_process(service);
    }
    if (service_state(service) == SERVICE_STOPPED) {
        return NO_ERROR;
    }
    return code ? code : ERROR_SERVICE_CANNOT_ACCEPT_CTRL;
}

static DWORD start_one(SC_HANDLE service) {
    service_await(service, SERVICE_STOP_PENDING, limit_ms);
    if (!StartServiceW(service, 0, NULL) && GetLastError() != ERROR_SERVICE_ALREADY_RUNNING) {
        return GetLastError();
    }
    DWORD state = service_await(service, SERVICE_START_PENDING, limit_ms);
    return state == SERVICE_RUNNING ? NO_ERROR : state == SERVICE_STOPPED ? service_status(service).dwWin32ExitCode : ERROR_TIMEOUT;
}

static int stop_all(void) {
    puts("\r\nAttempting stop...\r");
    for (int i = ARRAYSIZE(services) - 1; i >= 0; i--) {
        DWORD code = services[i] ? stop_one(services[i]) : NO_ERROR;
        if (code) {
            return fail("Stop", code);
        }
    }
    puts("Internet services successfully stopped\r");
    return 0;
}

static int start_all(const char *done) {
    puts("Attempting start...\r");
    for (size_t i = 0; i < ARRAYSIZE(services); i++) {
        DWORD code = services[i] ? start_one(services[i]) : NO_ERROR;
        if (code) {
            return fail("Start", code);
        }
    }
    printf("Internet services successfully %s\r\n", done);
    return 0;
}

static int print_status(void) {
    static const char *const states[] = {"?",       "Stopped",          "Start Pending", "Stop Pending",
                                         "Running", "Continue Pending", "Pause Pending", "Paused"};
    for (size_t i = 0; i < ARRAYSIZE(services); i++) {
        if (services[i]) {
            printf("Status for %ls : %s\r\n", names[i], states[service_state(services[i])]);
        }
    }
    return 0;
}

static BOOL open_services(void) {
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
    for (size_t i = 0; i < ARRAYSIZE(services); i++) {
        services[i] = OpenServiceW(manager, names[i], SERVICE_START | SERVICE_STOP | SERVICE_QUERY_STATUS);
    }
    return services[1] != NULL;
}

static BOOL parse(int argc, WCHAR **argv, enum act *act) {
    for (int i = 1; i < argc; i++) {
        if (!lstrcmpiW(argv[i], L"/restart")) {
            *act = RESTART;
        } else if (!lstrcmpiW(argv[i], L"/start")) {
            *act = START;
        } else if (!lstrcmpiW(argv[i], L"/stop")) {
            *act = STOP;
        } else if (!lstrcmpiW(argv[i], L"/status")) {
            *act = STATUS;
        } else if (!lstrcmpiW(argv[i], L"/noforce")) {
            force = FALSE;
        } else if (!_wcsnicmp(argv[i], L"/timeout:", 9)) {
            limit_ms = _wtoi(argv[i] + 9) * 1000;
        } else {
            return FALSE;
        }
    }
    return TRUE;
}

int wmain(int argc, WCHAR **argv) {
    enum act act = RESTART;
    if (!parse(argc, argv, &act)) {
        fputs("usage: iisreset [/restart | /start | /stop | /status] [/noforce] [/timeout:SECONDS]\r\n", stderr);
        return 1;
    }
    if (!limit_ms) {
        limit_ms = act == RESTART ? 20000 : 60000;
    }
    if (!open_services()) {
        return fail("Open", GetLastError());
    }
    switch (act) {
    case STATUS:
        return print_status();
    case START:
        return start_all("started");
    case STOP:
        return stop_all();
    default:
        return stop_all() || start_all("restarted");
    }
}
