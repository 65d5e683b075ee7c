/* QueryServiceConfigW: Wine answers with an empty list of dependencies. */
#include "advapi32.h"

#include <string.h>

#define CONFIG_BYTES 8192 /* the most that QueryServiceConfig takes */

/* Where the strings go, behind the structure. */
struct room {
    BYTE *next;
    DWORD used, size;
};

/* Counts a string, and copies it as long as there is room. */
static WCHAR *put(struct room *room, const WCHAR *text, DWORD characters) {
    DWORD bytes = characters * sizeof(WCHAR);
    WCHAR *copy = (WCHAR *)(room->next + room->used);
    room->used += bytes;
    if (room->used <= room->size) {
        memcpy(copy, text, bytes);
    }
    return copy;
}

static WCHAR *put_text(struct room *room, const WCHAR *text) {
    return text ? put(room, text, lstrlenW(text) + 1) : NULL;
}

DWORD config_of_handle(SC_HANDLE handle, const WCHAR *name, QUERY_SERVICE_CONFIGW *config, DWORD size, DWORD *needed) {
    BYTE buffer[CONFIG_BYTES];
    WCHAR dependencies[DEPENDENCIES_MAX];
    QUERY_SERVICE_CONFIGW whole;
    DWORD wine_needed;
    if (!wine()->QueryServiceConfigW(handle, (QUERY_SERVICE_CONFIGW *)buffer, sizeof buffer, &wine_needed)) {
        return GetLastError();
    }
    struct room room = {(BYTE *)config, sizeof whole, size};
    whole = *(QUERY_SERVICE_CONFIGW *)buffer;
    whole.lpBinaryPathName = put_text(&room, whole.lpBinaryPathName);
    whole.lpLoadOrderGroup = put_text(&room, whole.lpLoadOrderGroup);
    DWORD length = dependencies_of(name, dependencies);
    whole.lpDependencies = put(&room, dependencies, length);
    whole.lpServiceStartName = put_text(&room, whole.lpServiceStartName);
    whole.lpDisplayName = put_text(&room, whole.lpDisplayName);
    *needed = room.used;
    if (room.used > size) {
        return ERROR_INSUFFICIENT_BUFFER;
    }
    *config = whole;
    return NO_ERROR;
}
