/*
 * ARMLOAD, ARMKILL, ARMBCAST, ARMLOG and ARMGETCD: one program under five names. It knows nothing of what it does: it sends its own name
 * and its arguments to whoever runs the script, waits for the answer, prints its text and ends with its exit code.
 *
 * The variable CLP_ARM_CHANNEL names the pipe. What goes over it, numbers of 4 bytes with the lowest first and text in UTF-16LE:
 *
 *   there   length in bytes, then the name and each argument, each ended by NUL
 *   back    exit code, length in bytes, then the text
 *
 * Without a channel it says so on standard error and ends with 3.
 *
 * Built by "lab arm" (clp-windows/wine) without a C library, so that the same compiler makes the same bytes.
 */
#include <windows.h>
#include <shellapi.h>

#define CHANNEL L"CLP_ARM_CHANNEL"
#define NO_CHANNEL 3
#define LONGEST 131072

static WCHAR own_name[64];

static void write_all(HANDLE to, const void *from, DWORD count) {
    const char *bytes = from;
    DWORD written;
    while (count > 0 && WriteFile(to, bytes, count, &written, NULL)) {
        bytes += written;
        count -= written;
    }
}

static BOOL read_all(HANDLE from, void *to, DWORD count) {
    char *bytes = to;
    DWORD got;
    while (count > 0) {
        if (!ReadFile(from, bytes, count, &got, NULL) || got == 0) {
            return FALSE;
        }
        bytes += got;
        count -= got;
    }
    return TRUE;
}

/* Writes text as console programs do: to a console as it is, elsewhere in the code page of the console. */
static void print(DWORD stream, const WCHAR *text, int length) {
    HANDLE to = GetStdHandle(stream);
    UINT code_page = GetConsoleOutputCP();
    DWORD mode;
    if (length == 0) {
        return;
    }
    if (GetConsoleMode(to, &mode)) {
        WriteConsoleW(to, text, length, &mode, NULL);
        return;
    }
    if (code_page == 0) {
        code_page = GetOEMCP();
    }
    int count = WideCharToMultiByte(code_page, 0, text, length, NULL, 0, NULL, NULL);
    char *bytes = HeapAlloc(GetProcessHeap(), 0, count + 1);
    if (bytes != NULL) {
        write_all(to, bytes, WideCharToMultiByte(code_page, 0, text, length, bytes, count, NULL, NULL));
        HeapFree(GetProcessHeap(), 0, bytes);
    }
}

static int fails(const WCHAR *why) {
    print(STD_ERROR_HANDLE, own_name, lstrlenW(own_name));
    print(STD_ERROR_HANDLE, why, lstrlenW(why));
    return NO_CHANNEL;
}

/* The name of this file, without its folder and without what follows the first dot. */
static void find_own_name(void) {
    static WCHAR path[32768];
    DWORD length = GetModuleFileNameW(NULL, path, ARRAYSIZE(path));
    DWORD begin = length, at = 0;
    while (begin > 0 && path[begin - 1] != L'\\' && path[begin - 1] != L'/') {
        begin--;
    }
    while (begin + at < length && path[begin + at] != L'.' && at < ARRAYSIZE(own_name) - 1) {
        own_name[at] = path[begin + at];
        at++;
    }
    own_name[at] = 0;
}

static BOOL append(WCHAR *request, DWORD *length, const WCHAR *text) {
    do {
        if (*length == LONGEST / sizeof(WCHAR)) {
            return FALSE;
        }
        request[(*length)++] = *text;
    } while (*text++ != 0);
    return TRUE;
}

/* All instances of the pipe may be taken for a moment. */
static HANDLE open_channel(void) {
    static WCHAR name[512];
    DWORD length = GetEnvironmentVariableW(CHANNEL, name, ARRAYSIZE(name));
    if (length == 0 || length >= ARRAYSIZE(name)) {
        return INVALID_HANDLE_VALUE;
    }
    for (;;) {
        HANDLE pipe = CreateFileW(name, GENERIC_READ | GENERIC_WRITE, 0, NULL, OPEN_EXISTING,
                SECURITY_SQOS_PRESENT | SECURITY_ANONYMOUS, NULL);
        if (pipe != INVALID_HANDLE_VALUE || GetLastError() != ERROR_PIPE_BUSY) {
            return pipe;
        }
        WaitNamedPipeW(name, 1000);
    }
}

static int ask(HANDLE pipe, const WCHAR *request, DWORD length) {
    DWORD bytes = length * sizeof(WCHAR), answer[2];
    write_all(pipe, &bytes, sizeof bytes);
    write_all(pipe, request, bytes);
    if (!read_all(pipe, answer, sizeof answer)) {
        return fails(L": no answer came\r\n");
    }
    WCHAR *text = answer[1] > LONGEST ? NULL : HeapAlloc(GetProcessHeap(), 0, answer[1] + sizeof(WCHAR));
    if (text == NULL || !read_all(pipe, text, answer[1])) {
        return fails(L": no whole answer came\r\n");
    }
    print(STD_OUTPUT_HANDLE, text, answer[1] / sizeof(WCHAR));
    return answer[0];
}

static int run(void) {
    int count;
    DWORD length = 0;
    WCHAR **arguments = CommandLineToArgvW(GetCommandLineW(), &count);
    WCHAR *request = HeapAlloc(GetProcessHeap(), 0, LONGEST);
    find_own_name();
    if (arguments == NULL || request == NULL) {
        return fails(L": no memory\r\n");
    }
    append(request, &length, own_name);
    for (int i = 1; i < count; i++) {
        if (!append(request, &length, arguments[i])) {
            return fails(L": the arguments are too long\r\n");
        }
    }
    HANDLE pipe = open_channel();
    return pipe == INVALID_HANDLE_VALUE
            ? fails(L": nobody answers: the script is not run by this library, or has ended\r\n")
            : ask(pipe, request, length);
}

/* Where the program begins. */
void start(void) {
    ExitProcess(run());
}
