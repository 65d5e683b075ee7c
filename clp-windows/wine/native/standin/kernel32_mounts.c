/* Where volumes are mounted, and what their file system says of itself: see kernel32.c. */
#include "kernel32_volumes.h"

#include <string.h>

typedef BOOL(WINAPI *get_volume_name)(LPCWSTR, LPWSTR, DWORD);
typedef BOOL(WINAPI *get_path_names)(LPCWSTR, LPWSTR, DWORD, PDWORD);
typedef BOOL(WINAPI *get_information)(LPCWSTR, LPWSTR, DWORD, LPDWORD, LPDWORD, LPDWORD, LPWSTR, DWORD);

static BOOL ends_with_backslash(const WCHAR *name) {
    return name && *name && name[lstrlenW(name) - 1] == '\\';
}

static BOOL is_volume_root(const WCHAR *name, WCHAR *guid) {
    const WCHAR *rest = parse_volume_name(name, guid);
    return rest && rest[0] == '\\' && !rest[1];
}

static void volume_name(const struct volume *volume, WCHAR *name) {
    lstrcpyW(name, L"\\\\?\\Volume");
    lstrcatW(name, volume->guid);
    lstrcatW(name, L"\\");
}

/* A volume of ours by its root: \\?\Volume{GUID}\, E:\ or a folder. */
static BOOL find_root(const WCHAR *root, struct volume *volume) {
    WCHAR guid[GUID_LENGTH + 1];
    return is_volume_root(root, guid) ? find_volume(guid, volume) : root && find_mounted(root, volume);
}

static void begin_mount(struct standin_call *call, const char *function, const WCHAR *mount_point) {
    standin_begin(call, function, mount_point);
    standin_text(call, "mountPoint", mount_point);
}

static DWORD mount(const WCHAR *mount_point, const WCHAR *name) {
    struct volume volume;
    WCHAR guid[GUID_LENGTH + 1];
    if (!ends_with_backslash(mount_point)) {
        return ERROR_INVALID_NAME;
    }
    if (!is_volume_root(name, guid)) {
        return ERROR_INVALID_PARAMETER;
    }
    if (!find_volume(guid, &volume) || (volume.is_lost && !volume.is_online)) {
        return ERROR_FILE_NOT_FOUND;
    }
    standin_enter();
    DWORD code = add_mount_point(&volume, mount_point);
    standin_leave();
    return code;
}

BOOL WINAPI SetVolumeMountPointW(LPCWSTR mount_point, LPCWSTR name) {
    struct standin_call call;
    begin_mount(&call, "SetVolumeMountPointW", mount_point);
    standin_text(&call, "volume", name);
    DWORD code = standin_fault(&call);
    code = code ? code : mount(mount_point, name);
    standin_end(&call, code);
    return standin_bool(code);
}

static DWORD unmount(const WCHAR *mount_point) {
    struct volume volume;
    if (!ends_with_backslash(mount_point)) {
        return ERROR_INVALID_NAME;
    }
    if (!find_mounted(mount_point, &volume)) {
        DWORD attributes = GetFileAttributesW(mount_point);
        return attributes == INVALID_FILE_ATTRIBUTES ? ERROR_FILE_NOT_FOUND : ERROR_NOT_A_REPARSE_POINT;
    }
    standin_enter();
    DWORD code = remove_mount_point(&volume, mount_point);
    standin_leave();
    return code;
}

BOOL WINAPI DeleteVolumeMountPointW(LPCWSTR mount_point) {
    struct standin_call call;
    begin_mount(&call, "DeleteVolumeMountPointW", mount_point);
    DWORD code = standin_fault(&call);
    code = code ? code : unmount(mount_point);
    standin_end(&call, code);
    return standin_bool(code);
}

static DWORD name_of(const WCHAR *mount_point, WCHAR *name, DWORD length) {
    struct volume volume;
    if (!mount_point || !name) {
        return ERROR_INVALID_PARAMETER;
    }
    if (!ends_with_backslash(mount_point)) {
        return ERROR_INVALID_NAME;
    }
    if (!find_root(mount_point, &volume)) {
        return OWN(get_volume_name, "GetVolumeNameForVolumeMountPointW")(mount_point, name, length) ? NO_ERROR : GetLastError();
    }
    if (length <= VOLUME_NAME_LENGTH) {
        return ERROR_FILENAME_EXCED_RANGE;
    }
    volume_name(&volume, name);
    return NO_ERROR;
}

BOOL WINAPI GetVolumeNameForVolumeMountPointW(LPCWSTR mount_point, LPWSTR name, DWORD length) {
    struct standin_call call;
    begin_mount(&call, "GetVolumeNameForVolumeMountPointW", mount_point);
    standin_number(&call, "length", length);
    DWORD code = standin_fault(&call);
    code = code ? code : name_of(mount_point, name, length);
    if (code && name && length) {
        *name = 0;
    }
    standin_text(&call, "volume", code ? NULL : name);
    standin_end(&call, code);
    return standin_bool(code);
}

static DWORD paths_of(const WCHAR *name, WCHAR *paths, DWORD length, DWORD *needed) {
    struct volume volume;
    WCHAR guid[GUID_LENGTH + 1], points[MOUNT_POINTS];
    if (!is_volume_root(name, guid)) {
        return ends_with_backslash(name) ? ERROR_INVALID_PARAMETER : ERROR_INVALID_NAME;
    }
    if (!find_volume(guid, &volume)) {
        return OWN(get_path_names, "GetVolumePathNamesForVolumeNameW")(name, paths, length, needed) ? NO_ERROR : GetLastError();
    }
    mount_points(&volume, points);
    DWORD size = 1;
    for (const WCHAR *point = points; *point; point += lstrlenW(point) + 1) {
        size += lstrlenW(point) + 1;
    }
    if (needed) {
        *needed = size;
    }
    if (length < size || !paths) {
        return ERROR_MORE_DATA;
    }
    memcpy(paths, points, size * sizeof *paths);
    return NO_ERROR;
}

BOOL WINAPI GetVolumePathNamesForVolumeNameW(LPCWSTR name, LPWSTR paths, DWORD length, PDWORD needed) {
    struct standin_call call;
    standin_begin(&call, "GetVolumePathNamesForVolumeNameW", name);
    standin_text(&call, "volume", name);
    standin_number(&call, "length", length);
    DWORD code = standin_fault(&call);
    code = code ? code : paths_of(name, paths, length, needed);
    standin_texts(&call, "mountPoints", code ? NULL : paths);
    standin_end(&call, code);
    return standin_bool(code);
}

static void put_text(const WCHAR *text, WCHAR *buffer, DWORD length) {
    if (buffer && length) {
        lstrcpynW(buffer, text, (int)length);
    }
}

static void put_number(DWORD number, DWORD *to) {
    if (to) {
        *to = number;
    }
}

BOOL WINAPI GetVolumeInformationW(LPCWSTR root, LPWSTR label, DWORD label_length, LPDWORD serial, LPDWORD longest, LPDWORD flags,
                                  LPWSTR file_system, DWORD file_system_length) {
    struct standin_call call;
    struct volume volume;
    if (!ends_with_backslash(root) || !find_root(root, &volume)) {
        return OWN(get_information, "GetVolumeInformationW")(root, label, label_length, serial, longest, flags, file_system,
                                                             file_system_length);
    }
    begin_mount(&call, "GetVolumeInformationW", root);
    standin_text(&call, "volume", volume.guid);
    DWORD code = standin_fault(&call);
    if (!code) {
        standin_enter();
        remount(&volume);
        code = !volume.is_online || volume.is_lost ? ERROR_NOT_READY : is_locked(&volume) ? ERROR_ACCESS_DENIED : NO_ERROR;
        standin_leave();
    }
    if (!code) {
        put_text(L"", label, label_length);
        put_text(L"NTFS", file_system, file_system_length);
        put_number(wcstoul(volume.guid + 1, NULL, 16), serial);
        put_number(255, longest);
        put_number(FILE_CASE_PRESERVED_NAMES | FILE_UNICODE_ON_DISK | FILE_PERSISTENT_ACLS, flags);
    }
    standin_end(&call, code);
    return standin_bool(code);
}
