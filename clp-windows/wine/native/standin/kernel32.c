/*
 * What Wine's kernel32 lacks of volumes, as Windows documents it: mount points, and the control codes that lock, dismount and take a volume
 * offline. For JNA alone, which finds this DLL by its own search path. Volumes: see kernel32_volumes.h; what is not one of them goes to
 * Wine's own kernel32.
 */
#include "kernel32_volumes.h"

#include <string.h>
#include <winioctl.h>

#define MAX_DEVICES 256
#define SECTOR 512

#ifndef IOCTL_VOLUME_SUPPORTS_ONLINE_OFFLINE
#define IOCTL_VOLUME_SUPPORTS_ONLINE_OFFLINE CTL_CODE(IOCTL_VOLUME_BASE, 1, METHOD_BUFFERED, FILE_ANY_ACCESS)
#endif
#ifndef IOCTL_VOLUME_IS_OFFLINE
#define IOCTL_VOLUME_IS_OFFLINE CTL_CODE(IOCTL_VOLUME_BASE, 4, METHOD_BUFFERED, FILE_ANY_ACCESS)
#endif

typedef HANDLE(WINAPI *create_file)(LPCWSTR, DWORD, DWORD, LPSECURITY_ATTRIBUTES, DWORD, DWORD, HANDLE);
typedef BOOL(WINAPI *read_file)(HANDLE, LPVOID, DWORD, LPDWORD, LPOVERLAPPED);
typedef BOOL(WINAPI *device_io_control)(HANDLE, DWORD, LPVOID, DWORD, LPVOID, DWORD, LPDWORD, LPOVERLAPPED);
typedef BOOL(WINAPI *handle_function)(HANDLE);

/* Handles */

/* A handle to a volume, opened as a device. */
struct device {
    HANDLE handle;
    HANDLE lock; /* NULL where it has none */
    WCHAR guid[GUID_LENGTH + 1];
    DWORD access;
    BOOL is_dismounted;
};

static struct device devices[MAX_DEVICES];
static SRWLOCK devices_lock = SRWLOCK_INIT;

/* The entry of a handle; of NULL a free one. NULL where there is none. */
static struct device *find_device(HANDLE handle) {
    for (int i = 0; i < MAX_DEVICES; i++) {
        if (devices[i].handle == handle) {
            return &devices[i];
        }
    }
    return NULL;
}

/* Copies the entry of a handle; FALSE where it is no handle to a volume. */
static BOOL get_device(HANDLE handle, struct device *device) {
    AcquireSRWLockShared(&devices_lock);
    struct device *found = handle ? find_device(handle) : NULL;
    if (found) {
        *device = *found;
    }
    ReleaseSRWLockShared(&devices_lock);
    return found != NULL;
}

static BOOL put_device(HANDLE handle, const struct device *device) {
    AcquireSRWLockExclusive(&devices_lock);
    struct device *entry = find_device(handle);
    if (entry) {
        *entry = *device;
    }
    ReleaseSRWLockExclusive(&devices_lock);
    return entry != NULL;
}

/* Names */

/* A volume of ours as a device: \\?\Volume{GUID} or \\.\E: */
static BOOL find_device_volume(const WCHAR *name, struct volume *volume) {
    WCHAR guid[GUID_LENGTH + 1];
    const WCHAR *rest = parse_volume_name(name, guid);
    if (rest) {
        return !*rest && find_volume(guid, volume);
    }
    if (lstrlenW(name) == 6 && name[0] == '\\' && name[1] == '\\' && name[2] == '.' && name[3] == '\\' && name[5] == ':') {
        WCHAR drive[] = {name[4], ':', '\\', 0};
        return find_mounted(drive, volume);
    }
    return FALSE;
}

/* CreateFileW */

static DWORD open_device(const struct volume *volume, DWORD access, DWORD disposition, HANDLE *handle) {
    struct device device = {.access = access};
    if (disposition != OPEN_EXISTING) {
        return ERROR_INVALID_PARAMETER;
    }
    /* A disk that is lost takes an offline volume with it; one that is online stays until it is dismounted. */
    if (volume->is_lost && !volume->is_online) {
        return ERROR_FILE_NOT_FOUND;
    }
    if (access) {
        standin_enter();
        remount(volume);
        standin_leave();
    }
    device.handle = open_record(volume);
    lstrcpyW(device.guid, volume->guid);
    if (device.handle == INVALID_HANDLE_VALUE) {
        return GetLastError();
    }
    if (!put_device(NULL, &device)) {
        OWN(handle_function, "CloseHandle")(device.handle);
        return ERROR_NO_SYSTEM_RESOURCES;
    }
    *handle = device.handle;
    return NO_ERROR;
}

HANDLE WINAPI CreateFileW(LPCWSTR name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition, DWORD flags,
                          HANDLE template) {
    struct standin_call call;
    struct volume volume;
    WCHAR guid[GUID_LENGTH + 1];
    HANDLE handle = INVALID_HANDLE_VALUE;
    BOOL is_ours = name && find_device_volume(name, &volume);
    if (!is_ours && !(name && parse_volume_name(name, guid))) {
        return OWN(create_file, "CreateFileW")(name, access, share, security, disposition, flags, template);
    }
    standin_begin(&call, "CreateFileW", name);
    standin_text(&call, "name", name);
    standin_number(&call, "access", access);
    standin_number(&call, "share", share);
    standin_number(&call, "disposition", disposition);
    standin_number(&call, "flags", flags);
    DWORD code = standin_fault(&call);
    if (!code && is_ours) {
        code = open_device(&volume, access, disposition, &handle);
    } else if (!code) {
        handle = OWN(create_file, "CreateFileW")(name, access, share, security, disposition, flags, template);
        code = handle == INVALID_HANDLE_VALUE ? GetLastError() : NO_ERROR;
    }
    standin_number(&call, "handle", (LONGLONG)(LONG_PTR)handle);
    standin_end(&call, code);
    SetLastError(code);
    return handle;
}

/* DeviceIoControl */

static const struct {
    DWORD code;
    const char *name;
    const WCHAR *key;
} CODES[] = {
#define NAMED(code) {code, #code, L## #code}
    NAMED(FSCTL_LOCK_VOLUME),       NAMED(FSCTL_UNLOCK_VOLUME),  NAMED(FSCTL_DISMOUNT_VOLUME), NAMED(FSCTL_IS_VOLUME_MOUNTED),
    NAMED(IOCTL_VOLUME_ONLINE),     NAMED(IOCTL_VOLUME_OFFLINE), NAMED(IOCTL_VOLUME_IS_OFFLINE),
    NAMED(IOCTL_VOLUME_SUPPORTS_ONLINE_OFFLINE),
#undef NAMED
    {0, "other", L"other"},
};

static DWORD lock_volume(const struct volume *volume, struct device *device, struct standin_call *call) {
    char who[300];
    if (!volume->is_online || volume->is_lost) {
        return ERROR_NOT_READY;
    }
    if (device->lock) {
        return ERROR_ACCESS_DENIED;
    }
    HANDLE lock = take_lock(volume);
    if (lock == INVALID_HANDLE_VALUE) {
        return ERROR_ACCESS_DENIED;
    }
    if (is_in_use(volume, who, sizeof who)) {
        WCHAR wide[300];
        MultiByteToWideChar(CP_UTF8, 0, who, -1, wide, 300);
        standin_text(call, "inUse", wide);
        OWN(handle_function, "CloseHandle")(lock);
        return ERROR_ACCESS_DENIED;
    }
    hide_files(volume);
    device->lock = lock;
    return NO_ERROR;
}

/* After that the next who opens it mounts its file system anew: its files are there again, if it is online. */
static void release_lock(const struct volume *volume, struct device *device) {
    if (device->lock) {
        OWN(handle_function, "CloseHandle")(device->lock);
        device->lock = NULL;
        remount(volume);
    }
}

static DWORD dismount_volume(const struct volume *volume, struct device *device) {
    if (!volume->is_online) {
        return ERROR_NOT_READY;
    }
    if (!device->lock && is_locked(volume)) {
        return ERROR_ACCESS_DENIED;
    }
    device->is_dismounted = TRUE;
    return NO_ERROR;
}

/* Windows documents that the volume must have been dismounted by this handle, not what it answers otherwise. */
static DWORD take_offline(const struct volume *volume, const struct device *device) {
    if (!volume->is_online) {
        return NO_ERROR;
    }
    if (!device->is_dismounted) {
        return ERROR_BUSY;
    }
    hide_files(volume);
    set_online(volume, FALSE);
    return NO_ERROR;
}

static DWORD bring_online(const struct volume *volume, struct device *device) {
    if (volume->is_lost) {
        return ERROR_NOT_READY;
    }
    set_online(volume, TRUE);
    device->is_dismounted = FALSE;
    struct volume online = *volume;
    online.is_online = TRUE;
    remount(&online);
    return NO_ERROR;
}

static DWORD control(const struct volume *volume, struct device *device, DWORD code, struct standin_call *call) {
    switch (code) {
        case FSCTL_LOCK_VOLUME:
            return lock_volume(volume, device, call);
        case FSCTL_UNLOCK_VOLUME:
            if (!device->lock) {
                return ERROR_NOT_LOCKED;
            }
            release_lock(volume, device);
            return NO_ERROR;
        case FSCTL_DISMOUNT_VOLUME:
            return dismount_volume(volume, device);
        case FSCTL_IS_VOLUME_MOUNTED:
            return volume->is_online && !volume->is_lost && !device->is_dismounted ? NO_ERROR : ERROR_NOT_READY;
        case IOCTL_VOLUME_ONLINE:
            return bring_online(volume, device);
        case IOCTL_VOLUME_OFFLINE:
            return take_offline(volume, device);
        case IOCTL_VOLUME_IS_OFFLINE:
            return volume->is_online ? ERROR_GEN_FAILURE : NO_ERROR;
        case IOCTL_VOLUME_SUPPORTS_ONLINE_OFFLINE:
            return NO_ERROR;
        default:
            return volume->is_online ? ERROR_INVALID_FUNCTION : ERROR_NOT_READY;
    }
}

/* The access that a code asks for is in its bits 14 and 15: 1 read, 2 write. */
static BOOL is_allowed(DWORD code, DWORD access) {
    BOOL read = access & (GENERIC_READ | GENERIC_ALL | FILE_READ_DATA);
    BOOL write = access & (GENERIC_WRITE | GENERIC_ALL | FILE_WRITE_DATA);
    return (!(code >> 14 & 1) || read) && (!(code >> 14 & 2) || write);
}

static DWORD checked_control(struct device *device, DWORD code, struct standin_call *call) {
    struct volume volume;
    if (!is_allowed(code, device->access)) {
        return ERROR_ACCESS_DENIED;
    }
    if (!find_volume(device->guid, &volume)) {
        return ERROR_DEVICE_NOT_CONNECTED;
    }
    standin_enter();
    DWORD result = control(&volume, device, code, call);
    standin_leave();
    put_device(device->handle, device);
    return result;
}

BOOL WINAPI DeviceIoControl(HANDLE handle, DWORD code, LPVOID input, DWORD input_size, LPVOID output, DWORD output_size,
                            LPDWORD returned, LPOVERLAPPED overlapped) {
    struct standin_call call;
    struct device device;
    int named = 0;
    if (!get_device(handle, &device)) {
        return OWN(device_io_control, "DeviceIoControl")(handle, code, input, input_size, output, output_size, returned, overlapped);
    }
    while (CODES[named].code && CODES[named].code != code) {
        named++;
    }
    standin_begin(&call, "DeviceIoControl", CODES[named].key);
    standin_text(&call, "volume", device.guid);
    standin_number(&call, "handle", (LONGLONG)(LONG_PTR)handle);
    standin_ascii(&call, "control", CODES[named].name);
    standin_number(&call, "controlCode", code);
    standin_number(&call, "inputSize", input_size);
    standin_number(&call, "outputSize", output_size);
    DWORD result = standin_fault(&call);
    if (!result) {
        result = !returned && !overlapped ? ERROR_INVALID_PARAMETER : checked_control(&device, code, &call);
    }
    if (returned) {
        *returned = 0;
    }
    standin_end(&call, result);
    return standin_bool(result);
}

/* Other functions of handles */

static void begin_device(struct standin_call *call, const char *function, const struct device *device) {
    standin_begin(call, function, device->guid);
    standin_text(call, "volume", device->guid);
    standin_number(call, "handle", (LONGLONG)(LONG_PTR)device->handle);
}

static DWORD device_io(const struct device *device, DWORD right) {
    struct volume volume;
    if (!(device->access & (right | GENERIC_ALL))) {
        return ERROR_ACCESS_DENIED;
    }
    if (!find_volume(device->guid, &volume)) {
        return ERROR_DEVICE_NOT_CONNECTED;
    }
    return volume.is_online && !volume.is_lost ? NO_ERROR : ERROR_NOT_READY;
}

/* Its sectors are all zero. */
BOOL WINAPI ReadFile(HANDLE handle, LPVOID buffer, DWORD size, LPDWORD read, LPOVERLAPPED overlapped) {
    struct standin_call call;
    struct device device;
    if (!get_device(handle, &device)) {
        return OWN(read_file, "ReadFile")(handle, buffer, size, read, overlapped);
    }
    begin_device(&call, "ReadFile", &device);
    standin_number(&call, "size", size);
    DWORD code = standin_fault(&call);
    code = code ? code : size % SECTOR ? ERROR_INVALID_PARAMETER : device_io(&device, GENERIC_READ);
    if (!code) {
        memset(buffer, 0, size);
    }
    if (read) {
        *read = code ? 0 : size;
    }
    standin_end(&call, code);
    return standin_bool(code);
}

BOOL WINAPI FlushFileBuffers(HANDLE handle) {
    struct standin_call call;
    struct device device;
    if (!get_device(handle, &device)) {
        return OWN(handle_function, "FlushFileBuffers")(handle);
    }
    begin_device(&call, "FlushFileBuffers", &device);
    DWORD code = standin_fault(&call);
    code = code ? code : device_io(&device, GENERIC_WRITE);
    standin_end(&call, code);
    return standin_bool(code);
}

BOOL WINAPI CloseHandle(HANDLE handle) {
    static const struct device NO_DEVICE;
    struct standin_call call;
    struct device device;
    struct volume volume;
    if (!get_device(handle, &device)) {
        return OWN(handle_function, "CloseHandle")(handle);
    }
    begin_device(&call, "CloseHandle", &device);
    put_device(handle, &NO_DEVICE);
    if (device.lock && find_volume(device.guid, &volume)) {
        standin_enter();
        release_lock(&volume, &device);
        standin_leave();
    }
    DWORD code = OWN(handle_function, "CloseHandle")(handle) ? NO_ERROR : GetLastError();
    standin_end(&call, code);
    return standin_bool(code);
}
