/* Which handle is which service, with what rights, and the process handle that tells a crash. */
#include "advapi32.h"

#include <stdlib.h>

struct entry {
    SC_HANDLE handle;
    struct opened opened;
    DWORD pid;
    HANDLE process;
    struct entry *next;
};

struct stopped {
    WCHAR name[SERVICE_NAME_MAX + 1];
    DWORD pid;
    struct stopped *next;
};

static struct entry *entries;
static struct stopped *stops;
static SRWLOCK lock = SRWLOCK_INIT;

static DWORD mapped(DWORD access) {
    if (access & (GENERIC_ALL | MAXIMUM_ALLOWED)) {
        return SERVICE_ALL_ACCESS;
    }
    if (access & GENERIC_READ) {
        access |= SERVICE_QUERY_CONFIG | SERVICE_QUERY_STATUS | SERVICE_INTERROGATE | SERVICE_ENUMERATE_DEPENDENTS;
    }
    if (access & GENERIC_WRITE) {
        access |= SERVICE_CHANGE_CONFIG;
    }
    if (access & GENERIC_EXECUTE) {
        access |= SERVICE_START | SERVICE_STOP | SERVICE_PAUSE_CONTINUE | SERVICE_USER_DEFINED_CONTROL;
    }
    return access;
}

static struct entry **find(SC_HANDLE handle) {
    struct entry **at = &entries;
    while (*at && (*at)->handle != handle) {
        at = &(*at)->next;
    }
    return at;
}

static void forget(SC_HANDLE handle) {
    struct entry **at = find(handle), *gone = *at;
    if (gone) {
        *at = gone->next;
        if (gone->process) {
            CloseHandle(gone->process);
        }
        free(gone);
    }
}

void handle_opened(SC_HANDLE handle, const WCHAR *name, DWORD access) {
    struct entry *entry = calloc(1, sizeof *entry);
    entry->handle = handle;
    lstrcpynW(entry->opened.name, name, SERVICE_NAME_MAX + 1);
    entry->opened.access = mapped(access);
    AcquireSRWLockExclusive(&lock);
    forget(handle);
    entry->next = entries;
    entries = entry;
    ReleaseSRWLockExclusive(&lock);
}

void handle_closed(SC_HANDLE handle) {
    AcquireSRWLockExclusive(&lock);
    forget(handle);
    ReleaseSRWLockExclusive(&lock);
}

void handle_find(SC_HANDLE handle, struct opened *found) {
    AcquireSRWLockExclusive(&lock);
    struct entry *entry = *find(handle);
    if (entry) {
        *found = entry->opened;
    } else {
        *found = (struct opened){.access = ~0u};
    }
    ReleaseSRWLockExclusive(&lock);
}

static BOOL gone(HANDLE process) {
    return process ? WaitForSingleObject(process, 0) == WAIT_OBJECT_0 : GetLastError() == ERROR_INVALID_PARAMETER;
}

static BOOL kept_process_gone(struct entry *entry, DWORD pid) {
    if (entry->pid != pid) {
        if (entry->process) {
            CloseHandle(entry->process);
        }
        entry->process = OpenProcess(SYNCHRONIZE, FALSE, pid);
        /* A process that is not there is asked for anew each time: its number may be given to a new one. */
        entry->pid = entry->process ? pid : 0;
    }
    return gone(entry->process);
}

BOOL handle_process_gone(SC_HANDLE handle, DWORD pid) {
    AcquireSRWLockExclusive(&lock);
    struct entry *entry = *find(handle), once = {0};
    BOOL answer = kept_process_gone(entry ? entry : &once, pid);
    ReleaseSRWLockExclusive(&lock);
    if (once.process) {
        CloseHandle(once.process);
    }
    return answer;
}

static struct stopped *stop_of(const WCHAR *name) {
    struct stopped *stop = stops;
    while (stop && lstrcmpiW(stop->name, name)) {
        stop = stop->next;
    }
    return stop;
}

BOOL handle_had_stop(const WCHAR *name, DWORD pid) {
    AcquireSRWLockExclusive(&lock);
    struct stopped *stop = stop_of(name);
    BOOL had = stop && stop->pid == pid;
    ReleaseSRWLockExclusive(&lock);
    return had;
}

void handle_note_stop(const WCHAR *name, DWORD pid) {
    AcquireSRWLockExclusive(&lock);
    struct stopped *stop = stop_of(name);
    if (!stop) {
        stop = calloc(1, sizeof *stop);
        lstrcpynW(stop->name, name, SERVICE_NAME_MAX + 1);
        stop->next = stops;
        stops = stop;
    }
    stop->pid = pid;
    ReleaseSRWLockExclusive(&lock);
}
