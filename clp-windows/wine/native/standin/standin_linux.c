/* The Linux side of Wine: see standin_linux.h. */
#include "standin_linux.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COMMAND_SIZE 8192

/* Appends text in quotation marks, escaped as Windows programs expect; Wine takes them off again for a program of Linux. */
static void quote(char *command, const char *text) {
    char *end = command + strlen(command);
    char *last = command + COMMAND_SIZE - 4;
    int backslashes = 0;
    *end++ = ' ';
    *end++ = '"';
    for (; *text && end + backslashes < last; text++) {
        if (*text == '"') {
            for (backslashes++; backslashes; backslashes--) {
                *end++ = '\\';
            }
        }
        backslashes = *text == '\\' ? backslashes + 1 : 0;
        *end++ = *text;
    }
    while (backslashes--) {
        *end++ = '\\';
    }
    *end++ = '"';
    *end = 0;
}

static void command_line(char *command, const char *script, const char *const *arguments) {
    char whole[COMMAND_SIZE / 2];
    /* Wine gives no handle of a Linux process: its end is told by the last line it prints. Without IFS nothing is split at spaces. */
    snprintf(whole, sizeof whole, "PATH=/usr/sbin:/usr/bin:/sbin:/bin\nIFS=\nmain() {\n%s\n}\nmain \"$@\"\necho \"exit=$?\"", script);
    strcpy(command, "Z:\\bin\\sh -c");
    quote(command, whole);
    quote(command, "sh");
    for (int i = 0; arguments[i]; i++) {
        quote(command, arguments[i]);
    }
}

static BOOL start(const char *script, const char *const *arguments, HANDLE output) {
    char command[COMMAND_SIZE];
    STARTUPINFOA startup = {.cb = sizeof startup, .dwFlags = STARTF_USESTDHANDLES, .hStdOutput = output};
    PROCESS_INFORMATION process = {0};
    command_line(command, script, arguments);
    if (!CreateProcessA(NULL, command, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &process)) {
        return FALSE;
    }
    if (process.hProcess) {
        CloseHandle(process.hProcess);
        CloseHandle(process.hThread);
    }
    return TRUE;
}

/* A file that vanishes with its handle. */
static HANDLE output_file(void) {
    static LONG number;
    SECURITY_ATTRIBUTES inherited = {.nLength = sizeof inherited, .bInheritHandle = TRUE};
    WCHAR name[64], path[STANDIN_PATH];
    _snwprintf(name, 64, L"output-%lu-%lu", GetCurrentProcessId(), InterlockedIncrement(&number));
    standin_path(path, name);
    return CreateFileW(path, GENERIC_READ | GENERIC_WRITE | DELETE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, &inherited,
                       CREATE_ALWAYS, FILE_FLAG_DELETE_ON_CLOSE, NULL);
}

/* Reads what was printed so far; the exit code where the script has ended, else -1. */
static int exit_code(HANDLE file, char *output) {
    DWORD length = 0;
    SetFilePointer(file, 0, NULL, FILE_BEGIN);
    if (!ReadFile(file, output, LINUX_OUTPUT - 1, &length, NULL)) {
        length = 0;
    }
    output[length] = 0;
    char *last = strstr(output, "exit=");
    if (!last || output[length - 1] != '\n') {
        return -1;
    }
    *last = 0;
    return atoi(last + 5);
}

int linux_run(const char *script, const char *const *arguments, char *output, DWORD limit_ms) {
    DWORD began = GetTickCount();
    HANDLE file = output_file();
    int code = -1;
    output[0] = 0;
    if (file == INVALID_HANDLE_VALUE) {
        return -1;
    }
    if (start(script, arguments, file)) {
        while ((code = exit_code(file, output)) < 0 && GetTickCount() - began < limit_ms) {
            Sleep(1);
        }
    }
    CloseHandle(file);
    return code;
}

BOOL linux_start(const char *script, const char *const *arguments) {
    return start(script, arguments, NULL);
}

BOOL linux_path(const WCHAR *path, char *unix_path, int size) {
    char *(CDECL * unix_name)(LPCWSTR) = (void *)GetProcAddress(GetModuleHandleW(L"kernel32.dll"), "wine_get_unix_file_name");
    char *found = unix_name ? unix_name(path) : NULL;
    if (!found) {
        return FALSE;
    }
    int length = snprintf(unix_path, size, "%s", found);
    HeapFree(GetProcessHeap(), 0, found);
    return length > 0 && length < size;
}
