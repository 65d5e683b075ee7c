/*
 * Connects to the service control manager from two threads at the same time, again and again, and opens services over both connections.
 *     probe_connections ROUNDS
 * Prints in how many rounds a call failed, and the last code. Wine 8 alone fails in one of twenty, with 6: see advapi32.c.
 */
#include <windows.h>
#include <winsvc.h>

#include <stdio.h>
#include <stdlib.h>

#define THREADS 2
#define CALLS 20

static LONG rounds = 1000;
static volatile LONG round_open;
static volatile LONG failed;
static volatile LONG code;
static HANDLE done[THREADS];

static void note(const void *handle) {
    if (!handle) {
        InterlockedExchange(&code, GetLastError());
        InterlockedExchange(&failed, 1);
    }
}

static void connect_and_open(void) {
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
    note(manager);
    for (int i = 0; manager && i < CALLS; i++) {
        SC_HANDLE service = OpenServiceW(manager, L"RpcSs", SERVICE_QUERY_STATUS);
        note(service);
        if (service) {
            CloseServiceHandle(service);
        }
    }
    if (manager) {
        CloseServiceHandle(manager);
    }
}

/* Each round begins in all threads within a microsecond, so they spin. */
static DWORD WINAPI work(void *number) {
    for (LONG round = 1; round <= rounds; round++) {
        while (round_open < round) {
            YieldProcessor();
        }
        connect_and_open();
        SetEvent(done[(INT_PTR)number]);
    }
    return 0;
}

int wmain(int argc, WCHAR **argv) {
    int bad = 0;
    if (argc > 1) {
        rounds = _wtoi(argv[1]);
    }
    for (INT_PTR i = 0; i < THREADS; i++) {
        done[i] = CreateEventW(NULL, FALSE, FALSE, NULL);
        CloseHandle(CreateThread(NULL, 0, work, (void *)i, 0, NULL));
    }
    for (LONG i = 0; i < rounds; i++) {
        failed = 0;
        InterlockedIncrement(&round_open);
        WaitForMultipleObjects(THREADS, done, TRUE, INFINITE);
        bad += failed;
    }
    printf("%d of %ld, code %ld\n", bad, rounds, code);
    return 0;
}
