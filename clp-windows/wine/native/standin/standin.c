/* What all stand-ins share: see standin.h. */
#include "standin.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FAULTS_SIZE 16384
/* Room that is kept for the end of a line, so that a cut line is still JSON. */
#define LINE_END 160

void standin_path(WCHAR *path, const WCHAR *file) {
    DWORD length = GetEnvironmentVariableW(L"CLP_STANDIN", path, MAX_PATH);
    if (length == 0 || length >= MAX_PATH) {
        lstrcpyW(path, L"C:\\clp");
    }
    CreateDirectoryW(path, NULL);
    lstrcatW(path, L"\\");
    lstrcatW(path, file);
}

DWORD standin_setting(const WCHAR *variable, DWORD otherwise) {
    WCHAR text[32];
    DWORD length = GetEnvironmentVariableW(variable, text, 32);
    return length == 0 || length >= 32 ? otherwise : wcstoul(text, NULL, 10);
}

/* The state */

static HANDLE state_mutex(void) {
    static HANDLE mutex;
    if (!mutex) {
        HANDLE made = CreateMutexW(NULL, FALSE, L"Global\\clp-standin");
        if (InterlockedCompareExchangePointer(&mutex, made, NULL) != NULL) {
            CloseHandle(made);
        }
    }
    return mutex;
}

void standin_enter(void) {
    WaitForSingleObject(state_mutex(), INFINITE);
}

void standin_leave(void) {
    ReleaseMutex(state_mutex());
}

int standin_read(const WCHAR *path, char *text, int size) {
    DWORD length = 0;
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING,
                              0, NULL);
    if (file == INVALID_HANDLE_VALUE) {
        return -1;
    }
    BOOL read = ReadFile(file, text, size - 1, &length, NULL);
    CloseHandle(file);
    text[length] = 0;
    return read ? (int)length : -1;
}

BOOL standin_write(const WCHAR *path, const char *text) {
    DWORD written;
    HANDLE file = CreateFileW(path, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, CREATE_ALWAYS,
                              0, NULL);
    if (file == INVALID_HANDLE_VALUE) {
        return FALSE;
    }
    BOOL done = WriteFile(file, text, (DWORD)strlen(text), &written, NULL);
    CloseHandle(file);
    return done;
}

/* The log */

static void put(struct standin_call *call, const char *format, ...) {
    int room = STANDIN_LINE - LINE_END - call->length;
    va_list values;
    va_start(values, format);
    int length = vsnprintf(call->line + call->length, room, format, values);
    va_end(values);
    if (length > 0 && length < room) {
        call->length += length;
    }
}

/* Surrogates are escaped one by one, which JSON allows. */
static void put_character(struct standin_call *call, WCHAR c) {
    char utf8[8];
    if (c == '"' || c == '\\') {
        put(call, "\\%c", c);
    } else if (c < ' ' || (c >= 0xD800 && c <= 0xDFFF)) {
        put(call, "\\u%04x", c);
    } else if (c < 0x7F) {
        put(call, "%c", c);
    } else {
        int length = WideCharToMultiByte(CP_UTF8, 0, &c, 1, utf8, 7, NULL, NULL);
        put(call, "%.*s", length, utf8);
    }
}

static void put_text(struct standin_call *call, const WCHAR *text) {
    put(call, "\"");
    for (; *text && call->length < STANDIN_LINE - 2 * LINE_END; text++) {
        put_character(call, *text);
    }
    put(call, "\"");
}

static void put_field(struct standin_call *call, const char *field) {
    put(call, ",\"%s\":", field);
}

void standin_begin(struct standin_call *call, const char *function, const WCHAR *key) {
    QueryPerformanceCounter(&call->began);
    call->function = function;
    call->length = 0;
    call->key[0] = 0;
    if (key) {
        WideCharToMultiByte(CP_UTF8, 0, key, -1, call->key, sizeof call->key, NULL, NULL);
        call->key[sizeof call->key - 1] = 0;
    }
    put(call, "{\"fn\":\"%s\",\"pid\":%lu", function, GetCurrentProcessId());
}

void standin_text(struct standin_call *call, const char *field, const WCHAR *text) {
    put_field(call, field);
    if (text) {
        put_text(call, text);
    } else {
        put(call, "null");
    }
}

void standin_ascii(struct standin_call *call, const char *field, const char *text) {
    put_field(call, field);
    if (text) {
        put(call, "\"%s\"", text);
    } else {
        put(call, "null");
    }
}

void standin_number(struct standin_call *call, const char *field, LONGLONG number) {
    put_field(call, field);
    put(call, "%lld", number);
}

void standin_bytes(struct standin_call *call, const char *field, const void *bytes, size_t length) {
    const BYTE *next = bytes;
    put_field(call, field);
    put(call, "\"");
    for (size_t i = 0; i < length && call->length < STANDIN_LINE - 2 * LINE_END; i++) {
        put(call, "%02x", next[i]);
    }
    put(call, "\"");
}

void standin_texts(struct standin_call *call, const char *field, const WCHAR *texts) {
    put_field(call, field);
    if (!texts) {
        put(call, "null");
        return;
    }
    put(call, "[");
    for (const WCHAR *text = texts; *text; text += lstrlenW(text) + 1) {
        if (text != texts) {
            put(call, ",");
        }
        put_text(call, text);
    }
    put(call, "]");
}

static void append(const char *line, int length) {
    WCHAR path[STANDIN_PATH];
    DWORD written;
    standin_path(path, L"calls.jsonl");
    /* Wine looks up the end of the file before it writes there: without the lock two processes could write at the same place. */
    standin_enter();
    HANDLE file = CreateFileW(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_ALWAYS,
                              0, NULL);
    if (file != INVALID_HANDLE_VALUE) {
        WriteFile(file, line, length, &written, NULL);
        CloseHandle(file);
    }
    standin_leave();
}

void standin_end(struct standin_call *call, DWORD code) {
    DWORD last_error = GetLastError();
    LARGE_INTEGER now, frequency;
    if (standin_setting(L"CLP_STANDIN_LOG", 1)) {
        QueryPerformanceCounter(&now);
        QueryPerformanceFrequency(&frequency);
        LONGLONG micros = (now.QuadPart - call->began.QuadPart) * 1000000 / frequency.QuadPart;
        call->length += snprintf(call->line + call->length, LINE_END, ",\"code\":%lu,\"micros\":%lld}\n", code, micros);
        append(call->line, call->length);
    }
    SetLastError(last_error);
}

BOOL standin_bool(DWORD code) {
    if (code) {
        SetLastError(code);
    }
    return code == 0;
}

/* Faults */

struct fault {
    char function[128];
    char key[1024];
    unsigned long code;
    long count;
};

static char *cut_last_word(char *line) {
    char *space = strrchr(line, ' ');
    if (!space) {
        return NULL;
    }
    *space = 0;
    return space + 1;
}

/* "Function key code count"; the key is all that lies between, spaces included. */
static BOOL parse_fault(const char *text, struct fault *fault) {
    char line[1280];
    snprintf(line, sizeof line, "%s", text);
    char *count = cut_last_word(line);
    char *code = count ? cut_last_word(line) : NULL;
    char *key = code ? strchr(line, ' ') : NULL;
    if (!key) {
        return FALSE;
    }
    *key++ = 0;
    snprintf(fault->function, sizeof fault->function, "%.127s", line);
    snprintf(fault->key, sizeof fault->key, "%.1023s", key);
    fault->code = strtoul(code, NULL, 10);
    fault->count = strtol(count, NULL, 10);
    return TRUE;
}

/* Compared as Windows compares names: Unicode, without regard to case. */
static BOOL same_key(const char *one, const char *other) {
    WCHAR wide_one[1024], wide_other[1024];
    return MultiByteToWideChar(CP_UTF8, 0, one, -1, wide_one, 1024) && MultiByteToWideChar(CP_UTF8, 0, other, -1, wide_other, 1024)
           && CompareStringOrdinal(wide_one, -1, wide_other, -1, TRUE) == CSTR_EQUAL;
}

static BOOL matches(const struct fault *fault, const struct standin_call *call) {
    return fault->count != 0 && !strcmp(fault->function, call->function)
           && (!strcmp(fault->key, "*") || same_key(fault->key, call->key));
}

/* Copies the lines of old to rest, the first that matches with one count less; answers its code. */
static DWORD take_fault(const struct standin_call *call, char *old, char *rest, int size) {
    DWORD code = 0;
    int length = 0;
    struct fault fault;
    rest[0] = 0;
    for (char *line = strtok(old, "\r\n"); line; line = strtok(NULL, "\r\n")) {
        if (!code && parse_fault(line, &fault) && matches(&fault, call)) {
            code = fault.code;
            fault.count -= fault.count > 0;
            length += snprintf(rest + length, size - length, "%s %s %lu %ld\n", fault.function, fault.key, fault.code, fault.count);
        } else {
            length += snprintf(rest + length, size - length, "%s\n", line);
        }
    }
    return code;
}

DWORD standin_fault(const struct standin_call *call) {
    WCHAR path[STANDIN_PATH];
    static char text[FAULTS_SIZE], rest[FAULTS_SIZE + 64];
    DWORD code = 0;
    DWORD last_error = GetLastError();
    standin_path(path, L"faults");
    if (GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES) {
        standin_enter();
        if (standin_read(path, text, sizeof text) > 0) {
            code = take_fault(call, text, rest, sizeof rest);
            if (code) {
                standin_write(path, rest);
            }
        }
        standin_leave();
    }
    SetLastError(last_error);
    return code;
}
