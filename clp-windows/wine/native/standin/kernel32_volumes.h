/*
 * The volumes that the stand-in for kernel32 makes up, in %CLP_STANDIN%\volumes:
 *
 *     {GUID}           the volume can be seen from this node; holds the Linux path of the folder that is its disk
 *     {GUID}.online    it is online on this node
 *     {GUID}.mounted   where it is mounted: one drive (E:\) or folder (C:\mnt\x\) a line; stays over restarts, as in Windows
 *     {GUID}.lock      somebody has it locked; vanishes with the handle, so with the process too
 *
 * Its path is lost where the folder does not exist. The same folder may be the disk of volumes of several nodes. While it is online,
 * mounted and not locked, the files are really there, under Wine's drive letter or in the folder, for every program of the prefix.
 */
#ifndef CLP_KERNEL32_VOLUMES_H
#define CLP_KERNEL32_VOLUMES_H

#include "standin.h"

/* A function of Wine's own kernel32. */
#define WINE_OWN L"wkernel32.dll"
#define OWN(type, function) ((type)(void *)GetProcAddress(GetModuleHandleW(WINE_OWN), function))

#define GUID_LENGTH 38 /* with its braces */
#define VOLUME_NAME_LENGTH 49
#define MOUNT_POINTS 2048

struct volume {
    WCHAR guid[GUID_LENGTH + 1];
    char disk[512]; /* the path on Linux */
    BOOL is_online;
    BOOL is_lost;
};

/* What follows the GUID in a name \\?\Volume{GUID}...; NULL where it is none. guid receives it. */
const WCHAR *parse_volume_name(const WCHAR *name, WCHAR *guid);

/* The volume of a GUID; FALSE where this node has none of ours. */
BOOL find_volume(const WCHAR *guid, struct volume *volume);

/* The volume that is mounted at E:\ or in a folder, both with their backslash. */
BOOL find_mounted(const WCHAR *mount_point, struct volume *volume);

/* The mount points of a volume, each ended by a zero, the last by two. */
void mount_points(const struct volume *volume, WCHAR *points);

/* From here to is_locked: only between standin_enter and standin_leave. */

/* Records a mount point or takes it off the record, and shows or hides the files there. A Windows error code. */
DWORD add_mount_point(const struct volume *volume, const WCHAR *mount_point);
DWORD remove_mount_point(const struct volume *volume, const WCHAR *mount_point);

/* Makes the files vanish wherever the volume is mounted. */
void hide_files(const struct volume *volume);

/* Makes files appear that a lock hid whose owner died: what Windows does when a volume is opened. */
void remount(const struct volume *volume);

void set_online(const struct volume *volume, BOOL online);

/* Takes the lock: a handle to close, or INVALID_HANDLE_VALUE where another has it. is_locked: whether anybody has it. */
HANDLE take_lock(const struct volume *volume);
BOOL is_locked(const struct volume *volume);

/* Whether a process of this node (of its network namespace) has a file open on the disk; who receives what was found. */
BOOL is_in_use(const struct volume *volume, char *who, int size);

/* Opens the file of a volume's record: what a handle to the volume really is. */
HANDLE open_record(const struct volume *volume);

#endif
