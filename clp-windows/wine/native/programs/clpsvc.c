/*
 * clpsvc: a Windows service that behaves, or misbehaves, as its command line says.
 *
 * usage: clpsvc [-dir D] -name N [behaviour...] [-with N2 [behaviour...]]...
 *
 *   -dir D            folder of the files below; else %CLP_STANDIN%, else C:\clp. A service gets the system's environment, not that of
 *                     the program that starts it, so tests that use another folder name it here.
 *   -name N           name of the service; what follows is its behaviour.
 *   -with N2          a further service in the same process (give every service of the process the same command line, and the
 *                     type SERVICE_WIN32_SHARE_PROCESS); what follows is its behaviour. Wine starts a process for each all the same.
 *   -share            the only service of its process, but of the shared type.
 *
 *   -startdelay MS    START_PENDING for MS before RUNNING
 *   -stopdelay MS     STOP_PENDING for MS before STOPPED
 *   -step MS          time between two checkpoints of a delay (200)
 *   -hint MS          wait hint while pending (2000)
 *   -nocheckpoint     the checkpoint stands still during a delay
 *   -pause            accepts pause and continue
 *
 *   -hangstart        stays START_PENDING, checkpoint standing still, until released
 *   -hangstop         acknowledges stop, then stays STOP_PENDING, checkpoint standing still, until released
 *   -deafstop         the handler does not return from stop until released
 *   -ignorestop       accepts stop, and goes on RUNNING until released; then it stops
 *   -nostop           does not accept stop (1052)
 *   -noconnect        never connects to the service control manager (1053); ends when released
 *   -exitearly C      the process ends with exit code C before it connects
 *   -failstart W S    STOPPED with win32 code W and specific code S instead of RUNNING (S counts if W is 1066)
 *   -failstop W S     STOPPED with these codes when it is stopped
 *   -crashstart       the process dies instead of RUNNING, after the start delay
 *   -crashstop        the process dies instead of STOPPED, after the stop delay
 *   -crashafter MS    the process dies MS after RUNNING
 *   -endafter MS W S  stops by itself MS after RUNNING, with these codes
 *
 * Controls (ControlService): 200 the process dies (exit code 77) - 201 stops by itself with 1066 / 42 - 202 the handler takes 5 s -
 * 203 access violation.
 *
 * Release: the file D\N.release. It is only looked at: the test makes it and deletes it.
 *
 * Events: the file D\N.events, one line for each, "NANOS PID EVENT" in UTF-8, appended just before what it tells of happens:
 * "process" (begin of the process), "main [arg]..." (ServiceMain), the name of a state (just before SetServiceStatus tells it),
 * "control N" (begin of the handler), "crash". NANOS is the performance counter in nanoseconds. System.nanoTime() of HotSpot on Windows
 * is the same counter without an offset, so a Java program subtracts NANOS from its own nanoTime().
 */
#include "events.h"

#define MAX_SERVICES 8

struct service {
    const WCHAR *name;
    int start_delay, stop_delay, step, hint;
    int crash_after, end_after; /* -1: never */
    BOOL no_checkpoint, can_pause, hang_start, hang_stop, deaf_stop, ignore_stop, no_stop;
    BOOL fail_start, fail_stop, crash_start, crash_stop;
    DWORD win32_exit, specific_exit;
    SERVICE_STATUS_HANDLE handle;
    SERVICE_STATUS status;
    HANDLE stop_requested, events;
};

static struct service services[MAX_SERVICES];
static int service_count;
static WCHAR dir[MAX_PATH] = L"C:\\clp";
static BOOL no_connect, share;
static int exit_early = -1;

static void fail_usage(const WCHAR *what) {
    fwprintf(stderr, L"clpsvc: %ls\nusage: clpsvc [-dir D] -name N [behaviour...] [-with N2 [behaviour...]]... (see clpsvc.c)\n", what);
    ExitProcess(2);
}

static void open_events(struct service *s) {
    WCHAR path[MAX_PATH * 2];
    CreateDirectoryW(dir, NULL);
    swprintf(path, MAX_PATH * 2, L"%ls\\%ls.events", dir, s->name);
    s->events = CreateFileW(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_ALWAYS, 0, NULL);
}

static BOOL released(const struct service *s) {
    WCHAR path[MAX_PATH * 2];
    swprintf(path, MAX_PATH * 2, L"%ls\\%ls.release", dir, s->name);
    return GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
}

static void hang_until_released(const struct service *s) {
    while (!released(s)) {
        Sleep(5);
    }
}

static void crash(struct service *s) {
    record(s->events, "crash");
    TerminateProcess(GetCurrentProcess(), 77);
}

static const char *state_name(DWORD state) {
    static const char *const names[] = {"?",       "STOPPED",          "START_PENDING", "STOP_PENDING",
                                        "RUNNING", "CONTINUE_PENDING", "PAUSE_PENDING", "PAUSED"};
    return names[state <= SERVICE_PAUSED ? state : 0];
}

static DWORD accepted_controls(const struct service *s, DWORD state) {
    if (state != SERVICE_RUNNING && state != SERVICE_PAUSED) {
        return 0;
    }
    return (s->no_stop ? 0 : SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_SHUTDOWN) | (s->can_pause ? SERVICE_ACCEPT_PAUSE_CONTINUE : 0);
}

static void report(struct service *s, DWORD state, DWORD checkpoint) {
    BOOL pending = state == SERVICE_START_PENDING || state == SERVICE_STOP_PENDING;
    s->status.dwServiceType = share || service_count > 1 ? SERVICE_WIN32_SHARE_PROCESS : SERVICE_WIN32_OWN_PROCESS;
    s->status.dwCurrentState = state;
    s->status.dwControlsAccepted = accepted_controls(s, state);
    s->status.dwCheckPoint = checkpoint;
    s->status.dwWaitHint = pending ? (DWORD)s->hint : 0;
    record(s->events, "%s", state_name(state));
    if (!SetServiceStatus(s->handle, &s->status)) {
        record(s->events, "SetServiceStatus failed with %lu", GetLastError());
    }
}

static void report_stopped(struct service *s, BOOL with_codes) {
    s->status.dwWin32ExitCode = with_codes ? s->win32_exit : NO_ERROR;
    s->status.dwServiceSpecificExitCode = with_codes ? s->specific_exit : 0;
    report(s, SERVICE_STOPPED, 0);
}

/* The first report of the pending state has checkpoint 1. */
static void pend(struct service *s, DWORD state, int delay) {
    DWORD checkpoint = 1;
    while (delay > 0) {
        int part = delay < s->step ? delay : s->step;
        Sleep(part);
        delay -= part;
        if (delay > 0) {
            report(s, state, s->no_checkpoint ? 1 : ++checkpoint);
        }
    }
}

static void request_stop_with(struct service *s, DWORD win32_exit, DWORD specific_exit) {
    s->fail_stop = TRUE;
    s->win32_exit = win32_exit;
    s->specific_exit = specific_exit;
    SetEvent(s->stop_requested);
}

static void begin_stop(struct service *s) {
    report(s, SERVICE_STOP_PENDING, 1);
    SetEvent(s->stop_requested);
}

/* A second stop does not arrive on Wine: it answers 1061 for ever after a stop that was ignored. So the release alone must do. */
static DWORD WINAPI stop_when_released(void *service) {
    hang_until_released(service);
    begin_stop(service);
    return 0;
}

static void handle_stop(struct service *s) {
    if (s->deaf_stop) {
        hang_until_released(s);
    }
    if (s->ignore_stop && !released(s)) {
        CloseHandle(CreateThread(NULL, 0, stop_when_released, s, 0, NULL));
        return;
    }
    begin_stop(s);
}

static DWORD WINAPI handle_control(DWORD control, DWORD type, void *data, void *context) {
    struct service *s = context;
    (void)type;
    (void)data;
    record(s->events, "control %lu", control);
    switch (control) {
    case SERVICE_CONTROL_STOP:
    case SERVICE_CONTROL_SHUTDOWN:
        handle_stop(s);
        return NO_ERROR;
    case SERVICE_CONTROL_PAUSE:
        report(s, SERVICE_PAUSED, 0);
        return NO_ERROR;
    case SERVICE_CONTROL_CONTINUE:
        report(s, SERVICE_RUNNING, 0);
        return NO_ERROR;
    case SERVICE_CONTROL_INTERROGATE:
        return NO_ERROR;
    case 200:
        crash(s);
        return NO_ERROR;
    case 201:
        request_stop_with(s, ERROR_SERVICE_SPECIFIC_ERROR, 42);
        return NO_ERROR;
    case 202:
        Sleep(5000);
        return NO_ERROR;
    case 203:
        *(volatile int *)NULL = 1;
        return NO_ERROR;
    default:
        return ERROR_CALL_NOT_IMPLEMENTED;
    }
}

static void record_main(struct service *s, DWORD argc, WCHAR **argv) {
    char text[LINE / 2] = "main", utf8[LINE / 4];
    for (DWORD i = 0; i < argc; i++) {
        WideCharToMultiByte(CP_UTF8, 0, argv[i], -1, utf8, sizeof utf8, NULL, NULL);
        size_t used = strlen(text);
        snprintf(text + used, sizeof text - used, " [%s]", utf8);
    }
    record(s->events, "%s", text);
}

/* The time until a service that runs ends by its own doing, or INFINITE. */
static DWORD time_to_live(const struct service *s) {
    return s->crash_after >= 0 ? (DWORD)s->crash_after : s->end_after >= 0 ? (DWORD)s->end_after : INFINITE;
}

/* Returns FALSE where the service did not come up. */
static BOOL come_up(struct service *s) {
    report(s, SERVICE_START_PENDING, 1);
    pend(s, SERVICE_START_PENDING, s->start_delay);
    if (s->hang_start) {
        hang_until_released(s);
    }
    if (s->crash_start) {
        crash(s);
    }
    if (s->fail_start) {
        report_stopped(s, TRUE);
        return FALSE;
    }
    report(s, SERVICE_RUNNING, 0);
    return TRUE;
}

static void go_down(struct service *s) {
    pend(s, SERVICE_STOP_PENDING, s->stop_delay);
    if (s->hang_stop) {
        hang_until_released(s);
    }
    if (s->crash_stop) {
        crash(s);
    }
    report_stopped(s, s->fail_stop);
}

static struct service *service_named(const WCHAR *name) {
    for (int i = 0; i < service_count; i++) {
        if (name && !lstrcmpiW(services[i].name, name)) {
            return &services[i];
        }
    }
    return &services[0];
}

static void WINAPI service_main(DWORD argc, WCHAR **argv) {
    struct service *s = service_named(argc ? argv[0] : NULL);
    record_main(s, argc, argv);
    memset(&s->status, 0, sizeof s->status);
    ResetEvent(s->stop_requested);
    s->handle = RegisterServiceCtrlHandlerExW(s->name, handle_control, s);
    if (!s->handle) {
        record(s->events, "RegisterServiceCtrlHandlerExW failed with %lu", GetLastError());
        return;
    }
    if (!come_up(s)) {
        return;
    }
    if (WaitForSingleObject(s->stop_requested, time_to_live(s)) == WAIT_TIMEOUT) {
        if (s->crash_after >= 0) {
            crash(s);
        }
        report_stopped(s, TRUE);
        return;
    }
    go_down(s);
}

/* ---- command line ---- */

static WCHAR **next_argument, **last_argument;

static WCHAR *take(void) {
    if (next_argument == last_argument) {
        fail_usage(L"a value is missing at the end");
    }
    return *next_argument++;
}

static int take_number(void) {
    WCHAR *text = take(), *end;
    long value = wcstol(text, &end, 10);
    if (end == text || *end) {
        fail_usage(L"not a number");
    }
    return value;
}

static void take_exit_codes(struct service *s) {
    s->win32_exit = take_number();
    s->specific_exit = take_number();
}

static void add_service(const WCHAR *name) {
    if (service_count == MAX_SERVICES) {
        fail_usage(L"too many services");
    }
    services[service_count++] = (struct service){.name = name, .step = 200, .hint = 2000, .crash_after = -1, .end_after = -1};
}

static BOOL set_flag(struct service *s, const WCHAR *option) {
    const struct {
        const WCHAR *option;
        BOOL *flag;
    } flags[] = {
        {L"-nocheckpoint", &s->no_checkpoint}, {L"-pause", &s->can_pause},          {L"-hangstart", &s->hang_start},
        {L"-hangstop", &s->hang_stop},         {L"-deafstop", &s->deaf_stop},       {L"-ignorestop", &s->ignore_stop},
        {L"-nostop", &s->no_stop},             {L"-crashstart", &s->crash_start},   {L"-crashstop", &s->crash_stop},
        {L"-failstart", &s->fail_start},       {L"-failstop", &s->fail_stop},       {L"-noconnect", &no_connect},
        {L"-share", &share},
    };
    for (size_t i = 0; i < ARRAYSIZE(flags); i++) {
        if (!lstrcmpW(option, flags[i].option)) {
            *flags[i].flag = TRUE;
            return TRUE;
        }
    }
    return FALSE;
}

static BOOL set_number(struct service *s, const WCHAR *option) {
    const struct {
        const WCHAR *option;
        int *number;
    } numbers[] = {
        {L"-startdelay", &s->start_delay}, {L"-stopdelay", &s->stop_delay},   {L"-step", &s->step},          {L"-hint", &s->hint},
        {L"-crashafter", &s->crash_after}, {L"-endafter", &s->end_after},     {L"-exitearly", &exit_early},
    };
    for (size_t i = 0; i < ARRAYSIZE(numbers); i++) {
        if (!lstrcmpW(option, numbers[i].option)) {
            *numbers[i].number = take_number();
            return TRUE;
        }
    }
    return FALSE;
}

static void parse(int argc, WCHAR **argv) {
    GetEnvironmentVariableW(L"CLP_STANDIN", dir, MAX_PATH);
    next_argument = argv + 1;
    last_argument = argv + argc;
    while (next_argument != last_argument) {
        const WCHAR *option = take();
        struct service *s = &services[service_count - 1];
        if (!lstrcmpW(option, L"-dir")) {
            lstrcpynW(dir, take(), MAX_PATH);
        } else if (!lstrcmpW(option, service_count ? L"-with" : L"-name")) {
            add_service(take());
        } else if (!service_count) {
            fail_usage(L"-name comes before the behaviour");
        } else if (!set_flag(s, option) && !set_number(s, option)) {
            fail_usage(option);
        }
        if (!lstrcmpW(option, L"-failstart") || !lstrcmpW(option, L"-failstop") || !lstrcmpW(option, L"-endafter")) {
            take_exit_codes(s);
        }
    }
    if (!service_count) {
        fail_usage(L"-name is missing");
    }
}

int wmain(int argc, WCHAR **argv) {
    SERVICE_TABLE_ENTRYW table[MAX_SERVICES + 1] = {{NULL, NULL}};
    parse(argc, argv);
    for (int i = 0; i < service_count; i++) {
        open_events(&services[i]);
        services[i].stop_requested = CreateEventW(NULL, TRUE, FALSE, NULL);
        record(services[i].events, "process");
        table[i] = (SERVICE_TABLE_ENTRYW){(WCHAR *)services[i].name, service_main};
    }
    if (exit_early >= 0) {
        return exit_early;
    }
    if (no_connect) {
        hang_until_released(&services[0]);
        return 3;
    }
    if (!StartServiceCtrlDispatcherW(table)) {
        record(services[0].events, "StartServiceCtrlDispatcherW failed with %lu", GetLastError());
        return 3;
    }
    return 0;
}
