/*
 * clpcmd: a command that does what a test needs to see.
 *
 * usage: clpcmd [-utf8] ACT
 *
 *   exit N            ends with exit code N
 *   say OUT ERR [N]   prints OUT as a line to standard output and ERR as a line to standard error; ends with N (0)
 *   args A...         prints each argument in brackets on a line of its own
 *   env NAME          prints the value of the variable, in brackets; "unset" without brackets where there is none
 *   value NAME        prints the value of the variable as it is
 *   cwd               prints the working directory in brackets
 *   input             reads standard input to its end and prints the number of bytes
 *   mark MS FILE [L]  prints L as a line where it is given, waits MS, then makes FILE
 *   child MS FILE     starts "mark MS FILE" as a child that has its output from here, and ends at once
 *   parent MS FILE    the same, but waits for the child
 *   flood BYTES [2]   prints so many bytes (a gigabyte is 1073741824) in lines of 64 to standard output, or to standard error; ends
 *                     with 4 where nobody reads any more
 *   forever [FILE]    makes FILE where it is given, then never ends
 *
 * Output is in the charset of the console, or of OEM programs where there is no console; with -utf8 in UTF-8. A wrong usage ends with 2.
 */
#include <windows.h>
#include <stdio.h>

static UINT charset;

/* Writes all bytes; FALSE where the reader is gone. */
static BOOL write_all(HANDLE to, const char *bytes, DWORD count) {
    while (count > 0) {
        DWORD written;
        if (!WriteFile(to, bytes, count, &written, NULL)) {
            return FALSE;
        }
        bytes += written;
        count -= written;
    }
    return TRUE;
}

static void print(DWORD stream, const WCHAR *format, const WCHAR *text) {
    size_t length = lstrlenW(format) + lstrlenW(text) + 1;
    WCHAR *wide = malloc(length * sizeof(WCHAR));
    char *narrow = malloc(length * 4);
    swprintf(wide, length, format, text);
    int count = WideCharToMultiByte(charset, 0, wide, -1, narrow, (int)length * 4, NULL, NULL);
    write_all(GetStdHandle(stream), narrow, count > 0 ? count - 1 : 0);
    free(wide);
    free(narrow);
}

static int usage(void) {
    fputs("clpcmd: wrong usage, see clpcmd.c\n", stderr);
    return 2;
}

static int say(int argc, WCHAR **argv) {
    print(STD_OUTPUT_HANDLE, L"%ls\r\n", argv[0]);
    print(STD_ERROR_HANDLE, L"%ls\r\n", argv[1]);
    return argc > 2 ? _wtoi(argv[2]) : 0;
}

static int args(int argc, WCHAR **argv) {
    for (int i = 0; i < argc; i++) {
        print(STD_OUTPUT_HANDLE, L"[%ls]\r\n", argv[i]);
    }
    return 0;
}

static int env(const WCHAR *name) {
    WCHAR value[32767];
    SetLastError(NO_ERROR);
    if (!GetEnvironmentVariableW(name, value, ARRAYSIZE(value)) && GetLastError() == ERROR_ENVVAR_NOT_FOUND) {
        print(STD_OUTPUT_HANDLE, L"%ls\r\n", L"unset");
    } else {
        print(STD_OUTPUT_HANDLE, L"[%ls]\r\n", value);
    }
    return 0;
}

static int value(const WCHAR *name) {
    WCHAR text[32767];
    if (!GetEnvironmentVariableW(name, text, ARRAYSIZE(text))) {
        return 3;
    }
    print(STD_OUTPUT_HANDLE, L"%ls\r\n", text);
    return 0;
}

static int cwd(void) {
    WCHAR path[MAX_PATH];
    GetCurrentDirectoryW(MAX_PATH, path);
    print(STD_OUTPUT_HANDLE, L"[%ls]\r\n", path);
    return 0;
}

static int input(void) {
    char bytes[4096];
    WCHAR text[32];
    DWORD count, total = 0;
    while (ReadFile(GetStdHandle(STD_INPUT_HANDLE), bytes, sizeof bytes, &count, NULL) && count > 0) {
        total += count;
    }
    swprintf(text, ARRAYSIZE(text), L"%lu", total);
    print(STD_OUTPUT_HANDLE, L"%ls\r\n", text);
    return 0;
}

static int mark(const WCHAR *millis, const WCHAR *file) {
    Sleep(_wtoi(millis));
    HANDLE h = CreateFileW(file, GENERIC_WRITE, FILE_SHARE_READ, NULL, CREATE_ALWAYS, 0, NULL);
    if (h == INVALID_HANDLE_VALUE) {
        return 3;
    }
    CloseHandle(h);
    return 0;
}

/* The child inherits the output: who reads it to its end waits for the child too. */
static int child(const WCHAR *millis, const WCHAR *file, DWORD wait) {
    WCHAR self[MAX_PATH], line[MAX_PATH * 3];
    STARTUPINFOW startup = {.cb = sizeof startup, .dwFlags = STARTF_USESTDHANDLES};
    PROCESS_INFORMATION process;
    startup.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    startup.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    startup.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    GetModuleFileNameW(NULL, self, MAX_PATH);
    swprintf(line, ARRAYSIZE(line), L"\"%ls\" mark %ls \"%ls\"", self, millis, file);
    if (!CreateProcessW(self, line, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &process)) {
        return 3;
    }
    WaitForSingleObject(process.hProcess, wait);
    return 0;
}

static int flood(const WCHAR *bytes, BOOL to_error) {
    static char block[64 * 1024];
    HANDLE to = GetStdHandle(to_error ? STD_ERROR_HANDLE : STD_OUTPUT_HANDLE);
    ULONGLONG left = _wtoi64(bytes);
    for (size_t i = 0; i < sizeof block; i++) {
        block[i] = i % 64 == 63 ? '\n' : 'x';
    }
    while (left > 0) {
        DWORD count = left < sizeof block ? (DWORD)left : sizeof block;
        if (!write_all(to, block, count)) {
            return 4;
        }
        left -= count;
    }
    return 0;
}

/* argv[0] is the act, the rest belongs to it. */
static int act(int argc, WCHAR **argv) {
    const WCHAR *name = argv[0];
    int count = argc - 1;
    WCHAR **given = argv + 1;
    if (!lstrcmpW(name, L"exit") && count == 1) {
        return _wtoi(given[0]);
    }
    if (!lstrcmpW(name, L"say") && (count == 2 || count == 3)) {
        return say(count, given);
    }
    if (!lstrcmpW(name, L"args")) {
        return args(count, given);
    }
    if (!lstrcmpW(name, L"env") && count == 1) {
        return env(given[0]);
    }
    if (!lstrcmpW(name, L"value") && count == 1) {
        return value(given[0]);
    }
    if (!lstrcmpW(name, L"cwd") && count == 0) {
        return cwd();
    }
    if (!lstrcmpW(name, L"input") && count == 0) {
        return input();
    }
    if (!lstrcmpW(name, L"mark") && (count == 2 || count == 3)) {
        if (count == 3) {
            print(STD_OUTPUT_HANDLE, L"%ls\r\n", given[2]);
        }
        return mark(given[0], given[1]);
    }
    if (!lstrcmpW(name, L"child") && count == 2) {
        return child(given[0], given[1], 0);
    }
    if (!lstrcmpW(name, L"parent") && count == 2) {
        return child(given[0], given[1], INFINITE);
    }
    if (!lstrcmpW(name, L"flood") && (count == 1 || count == 2)) {
        return flood(given[0], count == 2);
    }
    if (!lstrcmpW(name, L"forever") && count <= 1) {
        if (count == 0 || mark(L"0", given[0]) == 0) {
            Sleep(INFINITE);
        }
    }
    return usage();
}

int wmain(int argc, WCHAR **argv) {
    BOOL utf8 = argc > 1 && !lstrcmpW(argv[1], L"-utf8");
    int used = utf8 ? 2 : 1;
    charset = utf8 ? CP_UTF8 : GetConsoleOutputCP();
    if (!charset) {
        charset = GetOEMCP();
    }
    return argc > used ? act(argc - used, argv + used) : usage();
}
