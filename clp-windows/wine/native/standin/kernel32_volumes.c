/* The volumes that are made up: see kernel32_volumes.h. */
#include "kernel32_volumes.h"
#include "standin_linux.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>
#include <winioctl.h>

/* What Wine answers where a letter that is to be given to nothing has nothing. */
#define NO_SUCH_DRIVE 433 /* ERROR_NO_SUCH_DEVICE, which the headers of mingw-w64 10 lack */

/* Wine's own control code, which gives a drive letter to a folder of Linux, and its argument (wine/mountmgr.h). */
#define IOCTL_MOUNTMGR_DEFINE_UNIX_DRIVE CTL_CODE('m', 32, METHOD_BUFFERED, FILE_READ_ACCESS | FILE_WRITE_ACCESS)

struct unix_drive {
    ULONG size;
    ULONG type;
    ULONG fs_type;
    DWORD serial;
    ULONGLONG unix_dev;
    WCHAR letter;
    USHORT mount_point_offset;
    USHORT device_offset;
    USHORT label_offset;
    char text[1024];
};

/* $1 folder, $2 disk: the folder becomes a link to the disk, or a folder again */
static const char SHOW_FOLDER[] = "[ -L \"$1\" ] || { rmdir \"$1\" && ln -s \"$2\" \"$1\"; }";
static const char HIDE_FOLDER[] = "[ ! -L \"$1\" ] || { rm \"$1\" && mkdir \"$1\"; }";

/*
 * $1 disk. Prints what a process of this network namespace has open on it. Wine's server has every file open that a process of the
 * prefix has open or mapped.
 */
static const char USERS[] =
    "disk=$(cd -P \"$1\" && pwd -P) || return 1\n"
    "node=$(readlink /proc/self/ns/net)\n"
    "node=${node#*\\[}\n"
    "IFS='\n'\n"
    "set -- $(find /proc/[0-9]*/ns/net -lname \"*${node%]}*\" -printf '%h/../fd\\n%h/../cwd\\n' 2>/dev/null)\n"
    "find \"$@\" -maxdepth 1 '(' -lname \"$disk/*\" -o -lname \"$disk\" ')' -printf '%p %l\\n' -quit 2>/dev/null\n"
    "return 0";

const WCHAR *parse_volume_name(const WCHAR *name, WCHAR *guid) {
    static const WCHAR PREFIX[] = L"\\\\?\\Volume";
    const int length = 10;
    if (!name || CompareStringOrdinal(name, min(length, lstrlenW(name)), PREFIX, length, TRUE) != CSTR_EQUAL) {
        return NULL;
    }
    name += length;
    if (lstrlenW(name) < GUID_LENGTH || name[0] != '{' || name[GUID_LENGTH - 1] != '}') {
        return NULL;
    }
    memcpy(guid, name, GUID_LENGTH * sizeof *guid);
    guid[GUID_LENGTH] = 0;
    return name + GUID_LENGTH;
}

/* Records */

static void record_path(WCHAR *path, const WCHAR *guid, const WCHAR *suffix) {
    WCHAR name[MAX_PATH];
    _snwprintf(name, MAX_PATH, L"volumes\\%ls%ls", guid, suffix);
    standin_path(path, name);
}

static BOOL has_record(const WCHAR *guid, const WCHAR *suffix) {
    WCHAR path[STANDIN_PATH];
    record_path(path, guid, suffix);
    return GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
}

static BOOL is_linux_folder(const char *unix_path) {
    WCHAR path[STANDIN_PATH] = L"\\\\?\\unix";
    MultiByteToWideChar(CP_UTF8, 0, unix_path, -1, path + 8, STANDIN_PATH - 8);
    DWORD attributes = GetFileAttributesW(path);
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY);
}

BOOL find_volume(const WCHAR *guid, struct volume *volume) {
    WCHAR path[STANDIN_PATH];
    WIN32_FIND_DATAW found;
    record_path(path, guid, L"");
    HANDLE search = FindFirstFileW(path, &found);
    if (search == INVALID_HANDLE_VALUE) {
        return FALSE;
    }
    FindClose(search);
    if (standin_read(path, volume->disk, sizeof volume->disk) < 0) {
        return FALSE;
    }
    volume->disk[strcspn(volume->disk, "\r\n")] = 0;
    lstrcpynW(volume->guid, found.cFileName, GUID_LENGTH + 1);
    volume->is_online = has_record(guid, L".online");
    volume->is_lost = !is_linux_folder(volume->disk);
    return TRUE;
}

void mount_points(const struct volume *volume, WCHAR *points) {
    WCHAR path[STANDIN_PATH];
    char text[MOUNT_POINTS];
    WCHAR *end = points;
    record_path(path, volume->guid, L".mounted");
    if (standin_read(path, text, sizeof text) < 0) {
        text[0] = 0;
    }
    for (char *line = strtok(text, "\r\n"); line; line = strtok(NULL, "\r\n")) {
        end += MultiByteToWideChar(CP_UTF8, 0, line, -1, end, (int)(points + MOUNT_POINTS - 1 - end));
    }
    *end = 0;
}

static BOOL has_mount_point(const struct volume *volume, const WCHAR *mount_point) {
    WCHAR points[MOUNT_POINTS];
    mount_points(volume, points);
    for (const WCHAR *point = points; *point; point += lstrlenW(point) + 1) {
        if (CompareStringOrdinal(point, -1, mount_point, -1, TRUE) == CSTR_EQUAL) {
            return TRUE;
        }
    }
    return FALSE;
}

BOOL find_mounted(const WCHAR *mount_point, struct volume *volume) {
    WCHAR path[STANDIN_PATH];
    WIN32_FIND_DATAW found;
    BOOL is_found = FALSE;
    record_path(path, L"*", L".mounted");
    HANDLE search = FindFirstFileW(path, &found);
    if (search == INVALID_HANDLE_VALUE) {
        return FALSE;
    }
    do {
        WCHAR guid[GUID_LENGTH + 1];
        lstrcpynW(guid, found.cFileName, GUID_LENGTH + 1);
        is_found = find_volume(guid, volume) && has_mount_point(volume, mount_point);
    } while (!is_found && FindNextFileW(search, &found));
    FindClose(search);
    return is_found;
}

/* Writes the mount points but one, and another at the end; either may be NULL. */
static DWORD write_mount_points(const struct volume *volume, const WCHAR *without, const WCHAR *with) {
    WCHAR path[STANDIN_PATH], points[MOUNT_POINTS];
    char text[MOUNT_POINTS * 3];
    int length = 0;
    text[0] = 0;
    mount_points(volume, points);
    for (const WCHAR *point = points; *point; point += lstrlenW(point) + 1) {
        if (!without || CompareStringOrdinal(point, -1, without, -1, TRUE) != CSTR_EQUAL) {
            length += snprintf(text + length, sizeof text - length, "%ls\n", point);
        }
    }
    if (with) {
        snprintf(text + length, sizeof text - length, "%ls\n", with);
    }
    record_path(path, volume->guid, L".mounted");
    if (!text[0]) {
        return DeleteFileW(path) ? NO_ERROR : GetLastError();
    }
    return standin_write(path, text) ? NO_ERROR : ERROR_WRITE_FAULT;
}

/* Files */

static BOOL is_drive(const WCHAR *mount_point) {
    return mount_point[1] == ':' && mount_point[2] == '\\' && !mount_point[3];
}

/* Gives a letter to a folder of Linux, or (NULL) to none. */
static DWORD define_drive(WCHAR letter, const char *unix_path) {
    struct unix_drive drive = {.type = unix_path ? DRIVE_FIXED : DRIVE_NO_ROOT_DIR, .letter = letter};
    DWORD returned, code = NO_ERROR;
    drive.size = offsetof(struct unix_drive, text);
    if (unix_path) {
        drive.mount_point_offset = (USHORT)drive.size;
        drive.size += snprintf(drive.text, sizeof drive.text, "%s", unix_path) + 1;
    }
    HANDLE manager = CreateFileW(L"\\\\.\\MountPointManager", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
                                 OPEN_EXISTING, 0, NULL);
    if (!DeviceIoControl(manager, IOCTL_MOUNTMGR_DEFINE_UNIX_DRIVE, &drive, drive.size, NULL, 0, &returned, NULL)) {
        code = GetLastError();
    }
    CloseHandle(manager);
    return !unix_path && code == NO_SUCH_DRIVE ? NO_ERROR : code;
}

static DWORD change_folder(const WCHAR *folder, const char *disk, const char *script) {
    char unix_path[STANDIN_PATH], output[LINUX_OUTPUT];
    const char *arguments[] = {unix_path, disk, NULL};
    WCHAR path[STANDIN_PATH];
    lstrcpynW(path, folder, STANDIN_PATH);
    path[lstrlenW(path) - 1] = 0;
    if (!linux_path(path, unix_path, sizeof unix_path)) {
        return ERROR_PATH_NOT_FOUND;
    }
    return linux_run(script, arguments, output) ? ERROR_DIR_NOT_EMPTY : NO_ERROR;
}

static DWORD show_at(const struct volume *volume, const WCHAR *mount_point) {
    return is_drive(mount_point) ? define_drive(mount_point[0], volume->disk)
                                 : change_folder(mount_point, volume->disk, SHOW_FOLDER);
}

static DWORD hide_at(const struct volume *volume, const WCHAR *mount_point) {
    return is_drive(mount_point) ? define_drive(mount_point[0], NULL) : change_folder(mount_point, volume->disk, HIDE_FOLDER);
}

void hide_files(const struct volume *volume) {
    WCHAR points[MOUNT_POINTS];
    mount_points(volume, points);
    for (const WCHAR *point = points; *point; point += lstrlenW(point) + 1) {
        hide_at(volume, point);
    }
}

void remount(const struct volume *volume) {
    WCHAR points[MOUNT_POINTS];
    if (!volume->is_online || volume->is_lost || is_locked(volume)) {
        return;
    }
    mount_points(volume, points);
    for (const WCHAR *point = points; *point; point += lstrlenW(point) + 1) {
        if (!is_drive(point) || GetDriveTypeW(point) == DRIVE_NO_ROOT_DIR) {
            show_at(volume, point);
        }
    }
}

static DWORD check_folder(const WCHAR *folder) {
    WCHAR pattern[STANDIN_PATH];
    WIN32_FIND_DATAW found;
    int entries = 0;
    _snwprintf(pattern, STANDIN_PATH, L"%ls*", folder);
    HANDLE search = FindFirstFileW(pattern, &found);
    if (search == INVALID_HANDLE_VALUE) {
        return GetLastError();
    }
    do {
        entries += lstrcmpW(found.cFileName, L".") && lstrcmpW(found.cFileName, L"..");
    } while (FindNextFileW(search, &found));
    FindClose(search);
    return entries ? ERROR_DIR_NOT_EMPTY : NO_ERROR;
}

/* Windows takes one letter for each volume, and a letter or an empty folder that no volume is mounted at. */
static DWORD check_mount_point(const struct volume *volume, const WCHAR *mount_point) {
    WCHAR points[MOUNT_POINTS];
    struct volume other;
    if (find_mounted(mount_point, &other)) {
        return ERROR_DIR_NOT_EMPTY;
    }
    if (!is_drive(mount_point)) {
        return check_folder(mount_point);
    }
    if (GetDriveTypeW(mount_point) != DRIVE_NO_ROOT_DIR) {
        return ERROR_DIR_NOT_EMPTY;
    }
    mount_points(volume, points);
    for (const WCHAR *point = points; *point; point += lstrlenW(point) + 1) {
        if (is_drive(point)) {
            return ERROR_INVALID_PARAMETER;
        }
    }
    return NO_ERROR;
}

DWORD add_mount_point(const struct volume *volume, const WCHAR *name) {
    WCHAR mount_point[STANDIN_PATH];
    lstrcpynW(mount_point, name, STANDIN_PATH);
    mount_point[0] = towupper(mount_point[0]);
    DWORD code = check_mount_point(volume, mount_point);
    /* The record comes first: where this process is killed in between, the next who opens the volume makes the files appear. */
    code = code ? code : write_mount_points(volume, NULL, mount_point);
    if (!code && volume->is_online && !is_locked(volume)) {
        code = show_at(volume, mount_point);
        if (code) {
            write_mount_points(volume, mount_point, NULL);
        }
    }
    return code;
}

DWORD remove_mount_point(const struct volume *volume, const WCHAR *mount_point) {
    DWORD code = hide_at(volume, mount_point);
    return code ? code : write_mount_points(volume, mount_point, NULL);
}

/* State */

void set_online(const struct volume *volume, BOOL online) {
    WCHAR path[STANDIN_PATH];
    record_path(path, volume->guid, L".online");
    if (online) {
        standin_write(path, "");
    } else {
        DeleteFileW(path);
    }
}

HANDLE take_lock(const struct volume *volume) {
    WCHAR path[STANDIN_PATH];
    record_path(path, volume->guid, L".lock");
    return CreateFileW(path, GENERIC_WRITE | DELETE, 0, NULL, OPEN_ALWAYS, FILE_FLAG_DELETE_ON_CLOSE, NULL);
}

/* A record without an owner is left over from a Wine that was killed. */
BOOL is_locked(const struct volume *volume) {
    WCHAR path[STANDIN_PATH];
    record_path(path, volume->guid, L".lock");
    HANDLE lock = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
    if (lock != INVALID_HANDLE_VALUE) {
        CloseHandle(lock);
        return FALSE;
    }
    return GetLastError() == ERROR_SHARING_VIOLATION;
}

BOOL is_in_use(const struct volume *volume, char *who, int size) {
    char output[LINUX_OUTPUT];
    const char *arguments[] = {volume->disk, NULL};
    int code = linux_run(USERS, arguments, output);
    output[strcspn(output, "\n")] = 0;
    snprintf(who, size, "%s", code ? "could not find out" : output);
    return who[0] != 0;
}

HANDLE open_record(const struct volume *volume) {
    WCHAR path[STANDIN_PATH];
    record_path(path, volume->guid, L"");
    return CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
}
