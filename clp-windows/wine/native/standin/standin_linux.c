/*
 * The Linux side of Wine: see standin_linux.h.
 *
 * A program of Linux is started by the system calls of Linux, which work in any process of Wine. Wine's CreateProcess does it too, but
 * gives no handle to wait for, and copies the page tables of this process twice: 10 ms and more in a Java virtual machine.
 */
#include "standin_linux.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* System calls of Linux on x86-64, and what they take. */
enum { LINUX_READ = 0, LINUX_CLOSE = 3, LINUX_DUP2 = 33, LINUX_VFORK = 58, LINUX_EXECVE = 59, LINUX_EXIT = 60, LINUX_WAIT4 = 61,
       LINUX_SETSID = 112, LINUX_OPEN = 2, LINUX_PIPE2 = 293 };
enum { LINUX_O_RDWR = 2, LINUX_O_CLOEXEC = 02000000, LINUX_EINTR = 4 };

/* Inline, for a call that returns twice, as vfork does, must not return from a function of C. */
static inline __attribute__((always_inline)) long long linux_call(long long number, const void *first, const void *second,
                                                                  const void *third) {
    long long result;
    register const void *fourth __asm__("r10") = NULL;
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "a"(number), "D"(first), "S"(second), "d"(third), "r"(fourth)
                     : "rcx", "r11", "memory");
    return result;
}

#define NUMBER(value) ((const void *)(LONG_PTR)(value))

/* Starts a program whose output goes to a descriptor; its process, or a negative number. */
static long long start(const char *program, const char *const *arguments, int output) {
    static const char *const ENVIRONMENT[] = {"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", NULL};
    static const char NOTHING[] = "/dev/null";
    long long nothing = linux_call(LINUX_OPEN, NOTHING, NUMBER(LINUX_O_RDWR | LINUX_O_CLOEXEC), NULL);
    long long process = linux_call(LINUX_VFORK, NULL, NULL, NULL);
    if (process == 0) {
        /* The child, in the memory of its parent, which sleeps until it is another program: system calls alone are allowed here. */
        linux_call(LINUX_SETSID, NULL, NULL, NULL);
        linux_call(LINUX_DUP2, NUMBER(nothing), NUMBER(0), NULL);
        linux_call(LINUX_DUP2, NUMBER(output), NUMBER(1), NULL);
        linux_call(LINUX_DUP2, NUMBER(nothing), NUMBER(2), NULL);
        linux_call(LINUX_EXECVE, program, arguments, ENVIRONMENT);
        linux_call(LINUX_EXIT, NUMBER(127), NULL, NULL);
    }
    linux_call(LINUX_CLOSE, NUMBER(nothing), NULL, NULL);
    return process;
}

/* Reads until all who could write have ended. */
static void read_all(int descriptor, char *output) {
    char rest[256];
    int length = 0;
    long long count;
    do {
        int room = LINUX_OUTPUT - 1 - length;
        count = linux_call(LINUX_READ, NUMBER(descriptor), room ? output + length : rest, NUMBER(room ? room : (int)sizeof rest));
        if (count > 0 && room) {
            length += (int)count;
        }
    } while (count > 0 || count == -LINUX_EINTR);
    output[length] = 0;
}

static int wait_for(long long process) {
    int status = 0;
    long long ended;
    do {
        ended = linux_call(LINUX_WAIT4, NUMBER(process), &status, NULL);
    } while (ended == -LINUX_EINTR);
    return ended == process && (status & 0x7F) == 0 ? status >> 8 & 0xFF : -1;
}

int linux_run(const char *script, const char *const *arguments, char *output) {
    char whole[4096];
    const char *command[LINUX_ARGUMENTS + 5] = {"sh", "-c", whole, "sh"};
    int ends[2];
    output[0] = 0;
    snprintf(whole, sizeof whole, "IFS=\nmain() {\n%s\n}\nmain \"$@\"", script);
    for (int i = 0; i < LINUX_ARGUMENTS && arguments[i]; i++) {
        command[4 + i] = arguments[i];
    }
    if (linux_call(LINUX_PIPE2, ends, NUMBER(LINUX_O_CLOEXEC), NULL) < 0) {
        return -1;
    }
    long long process = start("/bin/sh", command, ends[1]);
    linux_call(LINUX_CLOSE, NUMBER(ends[1]), NULL, NULL);
    if (process > 0) {
        read_all(ends[0], output);
    }
    linux_call(LINUX_CLOSE, NUMBER(ends[0]), NULL, NULL);
    return process > 0 ? wait_for(process) : -1;
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
