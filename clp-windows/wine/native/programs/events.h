/* The lines "NANOS PID EVENT" of clpsvc. */
#ifndef CLP_EVENTS_H
#define CLP_EVENTS_H

#include <windows.h>
#include <stdarg.h>
#include <stdio.h>

#define LINE 2048

static inline LONGLONG counter_nanos(void) {
    LARGE_INTEGER count, frequency;
    QueryPerformanceFrequency(&frequency);
    QueryPerformanceCounter(&count);
    LONGLONG seconds = count.QuadPart / frequency.QuadPart, rest = count.QuadPart % frequency.QuadPart;
    return seconds * 1000000000 + rest * 1000000000 / frequency.QuadPart;
}

/* One write on an open handle: it costs microseconds, so the time in the line is that of the act which follows. */
static void record(HANDLE events, const char *format, ...) {
    char line[LINE];
    va_list arguments;
    int n = sprintf(line, "%lld %lu ", counter_nanos(), GetCurrentProcessId());
    va_start(arguments, format);
    int m = vsnprintf(line + n, LINE - n - 2, format, arguments);
    va_end(arguments);
    n += m < 0 || m > LINE - n - 3 ? LINE - n - 3 : m;
    line[n++] = '\n';
    DWORD written;
    WriteFile(events, line, n, &written, NULL);
}

#endif
