/*
 * iis: a Windows service that stands in for those of IIS. As W3SVC it serves files over HTTP and tells which node and process answers;
 * under any other name (ftpsvc, WAS) it is only a service.
 *
 * usage: iis -name NAME [-root FOLDER] [-port PORT] [-startdelay MS] [-stopdelay MS]
 *
 *   -name NAME        name of the service; only W3SVC listens
 *   -root FOLDER      folder of the files (E:\wwwroot); looked at for each request, and no file in it is held open between requests
 *   -port PORT        TCP port (80) on every IPv4 address of the node, those that come later included, as http.sys does
 *   -startdelay MS    START_PENDING for MS before it listens (50)
 *   -stopdelay MS     STOP_PENDING for MS after the last request was answered (0)
 *
 * Answers: 200 with the file, then the line "served by NODE process PID"; 404 where the file is not there; 503 where the folder is not
 * there; 400 for a path that leads out of the folder; 405 for what is not GET or HEAD. "/" is "/index.html". Every answer has the
 * headers X-Node and X-Process, and ends the connection.
 *
 * Stop: nothing new is accepted, requests that are under way are answered, then STOPPED.
 */
#include <winsock2.h>
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>

#define WORKERS 8
#define REQUEST_MAX 8192
#define PATH_SIZE 1024
#define CLIENT_TIMEOUT_MS 2000 /* a client that says nothing holds a worker no longer */

static const WCHAR *name, *root = L"E:\\wwwroot";
static int port = 80, start_delay = 50, stop_delay;
static char node[MAX_COMPUTERNAME_LENGTH + 1];
static SERVICE_STATUS_HANDLE status_handle;
static HANDLE stop_requested, workers[WORKERS];
static SOCKET listener = INVALID_SOCKET;

/* ---- files ---- */

struct answer {
    const char *status;
    char *body;
    DWORD length;
};

/* The file named by the path of a request; FALSE where it would be outside of the folder. */
static BOOL file_of(const char *url, WCHAR *path) {
    char local[PATH_SIZE / 2];
    snprintf(local, sizeof local, "%s", strcmp(url, "/") ? url : "/index.html");
    local[strcspn(local, "?#")] = 0;
    if (local[0] != '/' || strstr(local, "..") || strpbrk(local, ":\\%")) {
        return FALSE;
    }
    for (char *c = local; *c; c++) {
        *c = *c == '/' ? '\\' : *c;
    }
    return swprintf(path, PATH_SIZE, L"%ls%hs", root, local) > 0;
}

static BOOL read_all(HANDLE file, struct answer *answer) {
    static const char line[] = "\nserved by %s process %lu\n";
    DWORD size = GetFileSize(file, NULL), got = 0;
    answer->body = malloc((size_t)size + sizeof line + sizeof node + 16);
    if (!answer->body || !ReadFile(file, answer->body, size, &got, NULL)) {
        return FALSE;
    }
    answer->length = got + sprintf(answer->body + got, line, node, GetCurrentProcessId());
    return TRUE;
}

/* The body is on the heap, or NULL. */
static struct answer answer_get(const char *url) {
    WCHAR path[PATH_SIZE];
    struct answer answer = {"404 Not Found", NULL, 0};
    if (GetFileAttributesW(root) == INVALID_FILE_ATTRIBUTES) {
        return (struct answer){"503 Service Unavailable", NULL, 0};
    }
    if (!file_of(url, path)) {
        return (struct answer){"400 Bad Request", NULL, 0};
    }
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
    if (file != INVALID_HANDLE_VALUE) {
        answer.status = read_all(file, &answer) ? "200 OK" : "503 Service Unavailable";
        CloseHandle(file);
    }
    return answer;
}

/* ---- HTTP ---- */

/* Reads up to the empty line that ends the head of a request. */
static BOOL read_head(SOCKET client, char *head) {
    int length = 0;
    head[0] = 0;
    while (!strstr(head, "\r\n\r\n")) {
        int got = recv(client, head + length, REQUEST_MAX - 1 - length, 0);
        if (got <= 0) {
            return FALSE;
        }
        length += got;
        head[length] = 0;
    }
    return TRUE;
}

static void send_all(SOCKET client, const char *bytes, int count) {
    while (count > 0) {
        int sent = send(client, bytes, count, 0);
        if (sent <= 0) {
            return;
        }
        bytes += sent;
        count -= sent;
    }
}

static void send_answer(SOCKET client, const struct answer *answer, BOOL with_body) {
    char head[512];
    int length = sprintf(head,
                         "HTTP/1.1 %s\r\nServer: clp-iis\r\nX-Node: %s\r\nX-Process: %lu\r\nContent-Type: text/plain\r\n"
                         "Content-Length: %lu\r\nConnection: close\r\n\r\n",
                         answer->status, node, GetCurrentProcessId(), answer->length);
    send_all(client, head, length);
    if (with_body) {
        send_all(client, answer->body, answer->length);
    }
}

static void serve(SOCKET client) {
    char head[REQUEST_MAX], method[8], url[PATH_SIZE / 2];
    DWORD timeout = CLIENT_TIMEOUT_MS;
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, (const char *)&timeout, sizeof timeout);
    setsockopt(client, SOL_SOCKET, SO_SNDTIMEO, (const char *)&timeout, sizeof timeout);
    if (read_head(client, head)) {
        struct answer answer = {"400 Bad Request", NULL, 0};
        if (sscanf(head, "%7s %511s", method, url) == 2) {
            BOOL get = !strcmp(method, "GET"), head_only = !strcmp(method, "HEAD");
            answer = get || head_only ? answer_get(url) : (struct answer){"405 Method Not Allowed", NULL, 0};
            send_answer(client, &answer, get);
        } else {
            send_answer(client, &answer, FALSE);
        }
        free(answer.body);
        /* Closed at once, unread bytes of the client would make a reset of it that could overtake the answer. */
        shutdown(client, SD_SEND);
        while (recv(client, head, sizeof head, 0) > 0) {
        }
    }
    closesocket(client);
}

/* Ends when the listener is closed. */
static DWORD WINAPI work(void *unused) {
    SOCKET client;
    (void)unused;
    while ((client = accept(listener, NULL, NULL)) != INVALID_SOCKET) {
        serve(client);
    }
    return 0;
}

/* 0, or the code of what failed. */
static DWORD start_listening(void) {
    struct sockaddr_in every = {.sin_family = AF_INET, .sin_port = htons((u_short)port)};
    WSADATA data;
    int code = WSAStartup(MAKEWORD(2, 2), &data);
    if (code) {
        return code;
    }
    listener = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    if (bind(listener, (struct sockaddr *)&every, sizeof every) || listen(listener, SOMAXCONN)) {
        return WSAGetLastError();
    }
    for (int i = 0; i < WORKERS; i++) {
        workers[i] = CreateThread(NULL, 0, work, NULL, 0, NULL);
    }
    return NO_ERROR;
}

static void stop_listening(void) {
    closesocket(listener);
    WaitForMultipleObjects(WORKERS, workers, TRUE, INFINITE);
}

/* ---- service ---- */

static void report(DWORD state, DWORD win32_exit) {
    SERVICE_STATUS status = {
        .dwServiceType = SERVICE_WIN32_OWN_PROCESS,
        .dwCurrentState = state,
        .dwControlsAccepted = state == SERVICE_RUNNING ? SERVICE_ACCEPT_STOP | SERVICE_ACCEPT_SHUTDOWN : 0,
        .dwWin32ExitCode = win32_exit,
        .dwCheckPoint = state == SERVICE_RUNNING || state == SERVICE_STOPPED ? 0 : 1,
        .dwWaitHint = state == SERVICE_RUNNING || state == SERVICE_STOPPED ? 0 : 2 * CLIENT_TIMEOUT_MS + start_delay + stop_delay,
    };
    SetServiceStatus(status_handle, &status);
}

static DWORD WINAPI handle_control(DWORD control, DWORD type, void *data, void *context) {
    (void)type;
    (void)data;
    (void)context;
    switch (control) {
    case SERVICE_CONTROL_STOP:
    case SERVICE_CONTROL_SHUTDOWN:
        report(SERVICE_STOP_PENDING, NO_ERROR);
        SetEvent(stop_requested);
        return NO_ERROR;
    case SERVICE_CONTROL_INTERROGATE:
        return NO_ERROR;
    default:
        return ERROR_CALL_NOT_IMPLEMENTED;
    }
}

static void WINAPI service_main(DWORD argc, WCHAR **argv) {
    BOOL listens = !lstrcmpiW(name, L"W3SVC");
    (void)argc;
    (void)argv;
    stop_requested = CreateEventW(NULL, TRUE, FALSE, NULL);
    status_handle = RegisterServiceCtrlHandlerExW(name, handle_control, NULL);
    report(SERVICE_START_PENDING, NO_ERROR);
    Sleep(start_delay);
    DWORD code = listens ? start_listening() : NO_ERROR;
    if (code) {
        report(SERVICE_STOPPED, code);
        return;
    }
    report(SERVICE_RUNNING, NO_ERROR);
    WaitForSingleObject(stop_requested, INFINITE);
    if (listens) {
        stop_listening();
    }
    Sleep(stop_delay);
    report(SERVICE_STOPPED, NO_ERROR);
}

static BOOL parse(int argc, WCHAR **argv) {
    for (int i = 1; i + 1 < argc; i += 2) {
        const WCHAR *option = argv[i], *value = argv[i + 1];
        if (!lstrcmpW(option, L"-name")) {
            name = value;
        } else if (!lstrcmpW(option, L"-root")) {
            root = value;
        } else if (!lstrcmpW(option, L"-port")) {
            port = _wtoi(value);
        } else if (!lstrcmpW(option, L"-startdelay")) {
            start_delay = _wtoi(value);
        } else if (!lstrcmpW(option, L"-stopdelay")) {
            stop_delay = _wtoi(value);
        } else {
            return FALSE;
        }
    }
    return argc % 2 == 1 && name;
}

int wmain(int argc, WCHAR **argv) {
    DWORD size = ARRAYSIZE(node);
    if (!parse(argc, argv)) {
        fputs("usage: iis -name NAME [-root FOLDER] [-port PORT] [-startdelay MS] [-stopdelay MS]\r\n", stderr);
        return 2;
    }
    GetComputerNameA(node, &size);
    SERVICE_TABLE_ENTRYW table[] = {{(WCHAR *)name, service_main}, {NULL, NULL}};
    return StartServiceCtrlDispatcherW(table) ? 0 : 3;
}
