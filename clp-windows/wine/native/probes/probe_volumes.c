/*
 * Calls the volume functions of the kernel32 that JNA is to find, each through the headers of mingw-w64, and prints their codes.
 *     probe_volumes KERNEL32 online VOLUME | mount POINT VOLUME\ | name POINT | paths VOLUME\ | information ROOT | offline VOLUME
 *                   | hasty VOLUME | unmount POINT | look VOLUME | hold VOLUME MILLISECONDS | file FILE MILLISECONDS
 * VOLUME is \\?\Volume{GUID}, POINT and ROOT end with a backslash.
 */
#include <windows.h>
#include <winioctl.h>

#include <stdio.h>
#include <stdlib.h>

#define IS_OFFLINE 0x560010

typedef HANDLE(WINAPI *create_file)(LPCWSTR, DWORD, DWORD, LPSECURITY_ATTRIBUTES, DWORD, DWORD, HANDLE);
typedef BOOL(WINAPI *read_file)(HANDLE, LPVOID, DWORD, LPDWORD, LPOVERLAPPED);
typedef BOOL(WINAPI *device_io_control)(HANDLE, DWORD, LPVOID, DWORD, LPVOID, DWORD, LPDWORD, LPOVERLAPPED);
typedef BOOL(WINAPI *handle_function)(HANDLE);
typedef BOOL(WINAPI *name_function)(LPCWSTR);
typedef BOOL(WINAPI *two_names_function)(LPCWSTR, LPCWSTR);
typedef BOOL(WINAPI *get_volume_name)(LPCWSTR, LPWSTR, DWORD);
typedef BOOL(WINAPI *get_path_names)(LPCWSTR, LPWSTR, DWORD, PDWORD);
typedef BOOL(WINAPI *get_information)(LPCWSTR, LPWSTR, DWORD, LPDWORD, LPDWORD, LPDWORD, LPWSTR, DWORD);

static HMODULE kernel32;

#define CALL(type, function) ((type)(void *)GetProcAddress(kernel32, function))

static DWORD code(BOOL done) {
    return done ? 0 : GetLastError();
}

static HANDLE open(const WCHAR *volume, DWORD access) {
    HANDLE handle = CALL(create_file, "CreateFileW")(volume, access, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    printf("open %lu", handle == INVALID_HANDLE_VALUE ? GetLastError() : 0);
    return handle;
}

static DWORD control(HANDLE handle, const char *name, DWORD what) {
    LARGE_INTEGER frequency, began, ended;
    DWORD returned;
    QueryPerformanceFrequency(&frequency);
    QueryPerformanceCounter(&began);
    BOOL done = CALL(device_io_control, "DeviceIoControl")(handle, what, NULL, 0, NULL, 0, &returned, NULL);
    DWORD result = code(done);
    QueryPerformanceCounter(&ended);
    printf(" %s %lu", name, result);
    fprintf(stderr, "# %s %lld us\n", name, (ended.QuadPart - began.QuadPart) * 1000000 / frequency.QuadPart);
    return result;
}

static void finish(HANDLE handle) {
    printf(" close %lu\n", code(CALL(handle_function, "CloseHandle")(handle)));
}

static void online(const WCHAR *volume) {
    HANDLE handle = open(volume, GENERIC_READ | GENERIC_WRITE);
    control(handle, "online", IOCTL_VOLUME_ONLINE);
    control(handle, "isOffline", IS_OFFLINE);
    finish(handle);
}

static void offline(const WCHAR *volume) {
    HANDLE handle = open(volume, GENERIC_READ | GENERIC_WRITE);
    printf(" flush %lu", code(CALL(handle_function, "FlushFileBuffers")(handle)));
    DWORD locked = control(handle, "lock", FSCTL_LOCK_VOLUME);
    if (locked != ERROR_ACCESS_DENIED) {
        control(handle, "dismount", FSCTL_DISMOUNT_VOLUME);
        control(handle, "offline", IOCTL_VOLUME_OFFLINE);
    }
    control(handle, "isOffline", IS_OFFLINE);
    finish(handle);
}

/* Offline without a dismount, unlocked without a lock, and a second lock. */
static void hasty(const WCHAR *volume) {
    HANDLE handle = open(volume, GENERIC_READ | GENERIC_WRITE);
    control(handle, "offline", IOCTL_VOLUME_OFFLINE);
    control(handle, "unlock", FSCTL_UNLOCK_VOLUME);
    control(handle, "lock", FSCTL_LOCK_VOLUME);
    printf(" ");
    HANDLE other = open(volume, GENERIC_READ);
    control(other, "lock", FSCTL_LOCK_VOLUME);
    control(other, "dismount", FSCTL_DISMOUNT_VOLUME);
    control(other, "offline", IOCTL_VOLUME_OFFLINE);
    finish(other);
    control(handle, "unlock", FSCTL_UNLOCK_VOLUME);
    finish(handle);
}

static void look(const WCHAR *volume) {
    static BYTE sectors[4096];
    DWORD length;
    HANDLE handle = open(volume, GENERIC_READ);
    control(handle, "isOffline", IS_OFFLINE);
    printf(" read %lu", code(CALL(read_file, "ReadFile")(handle, sectors, sizeof sectors, &length, NULL)));
    printf(" flush %lu", code(CALL(handle_function, "FlushFileBuffers")(handle)));
    finish(handle);
}

static void hold(const WCHAR *volume, const WCHAR *milliseconds) {
    HANDLE handle = open(volume, GENERIC_READ | GENERIC_WRITE);
    control(handle, "lock", FSCTL_LOCK_VOLUME);
    printf("\n");
    fflush(stdout);
    Sleep(_wtoi(milliseconds));
    finish(handle);
}

static void hold_file(const WCHAR *file, const WCHAR *milliseconds) {
    HANDLE handle = open(file, GENERIC_READ);
    printf("\n");
    fflush(stdout);
    Sleep(_wtoi(milliseconds));
    finish(handle);
}

static void name(const WCHAR *point) {
    WCHAR text[64] = L"";
    printf("%lu", code(CALL(get_volume_name, "GetVolumeNameForVolumeMountPointW")(point, text, 64)));
    printf(" %ls\n", text);
}

static void paths(const WCHAR *volume) {
    WCHAR text[512] = L"";
    DWORD needed = 0;
    printf("%lu", code(CALL(get_path_names, "GetVolumePathNamesForVolumeNameW")(volume, text, 512, &needed)));
    for (const WCHAR *path = text; *path; path += lstrlenW(path) + 1) {
        printf(" %ls", path);
    }
    printf("\n");
}

static void information(const WCHAR *root) {
    WCHAR file_system[64] = L"";
    DWORD result = code(CALL(get_information, "GetVolumeInformationW")(root, NULL, 0, NULL, NULL, NULL, file_system, 64));
    printf("%lu %ls\n", result, file_system);
}

static BOOL is(const WCHAR *verb, const WCHAR *wanted) {
    return !lstrcmpW(verb, wanted);
}

int wmain(int count, WCHAR **arguments) {
    /* As JNA loads it: what it needs is looked for in its own folder. */
    kernel32 = count < 4 ? NULL : LoadLibraryExW(arguments[1], NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!kernel32 || kernel32 == GetModuleHandleW(L"kernel32.dll")) {
        printf("no such library: %lu\n", GetLastError());
        return 2;
    }
    WCHAR *verb = arguments[2], *first = arguments[3], *second = count > 4 ? arguments[4] : L"";
    if (is(verb, L"online")) online(first);
    if (is(verb, L"offline")) offline(first);
    if (is(verb, L"hasty")) hasty(first);
    if (is(verb, L"look")) look(first);
    if (is(verb, L"hold")) hold(first, second);
    if (is(verb, L"file")) hold_file(first, second);
    if (is(verb, L"name")) name(first);
    if (is(verb, L"paths")) paths(first);
    if (is(verb, L"information")) information(first);
    if (is(verb, L"mount")) printf("%lu\n", code(CALL(two_names_function, "SetVolumeMountPointW")(first, second)));
    if (is(verb, L"unmount")) printf("%lu\n", code(CALL(name_function, "DeleteVolumeMountPointW")(first)));
    return 0;
}
