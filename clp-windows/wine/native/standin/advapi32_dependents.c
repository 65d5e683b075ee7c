/* What needs a service, and how EnumDependentServicesW tells it. Wine's always answers with an empty list. */
#include "advapi32.h"

#include <stdlib.h>

/* All services that need any other: read once, as the search goes over them again and again. */
struct dependent {
    WCHAR name[SERVICE_NAME_MAX + 1];
    WCHAR needs[DEPENDENCIES_MAX];
    BOOL taken;
};

struct graph {
    int count, room;
    struct dependent *dependents;
};

static void read_graph(struct graph *graph) {
    WCHAR name[SERVICE_NAME_MAX + 1];
    HKEY services = dependencies_open();
    for (DWORD i = 0;; i++) {
        DWORD length = ARRAYSIZE(name);
        if (RegEnumKeyExW(services, i, name, &length, NULL, NULL, NULL, NULL)) {
            break;
        }
        if (graph->count == graph->room) {
            graph->room += 32;
            graph->dependents = realloc(graph->dependents, graph->room * sizeof *graph->dependents);
        }
        struct dependent *next = &graph->dependents[graph->count];
        if (dependencies_read(services, name, next->needs) > 2) {
            lstrcpyW(next->name, name);
            next->taken = FALSE;
            graph->count++;
        }
    }
    RegCloseKey(services);
}

static BOOL needs(const struct dependent *dependent, const WCHAR *name) {
    for (const WCHAR *each = dependent->needs; *each; each = next_name(each)) {
        if (!lstrcmpiW(each, name)) {
            return TRUE;
        }
    }
    return FALSE;
}

/* What needs a dependent is taken before the dependent itself. */
static void take_dependents(struct graph *graph, const WCHAR *name, struct dependents *found) {
    for (int i = 0; i < graph->count; i++) {
        struct dependent *each = &graph->dependents[i];
        if (!each->taken && needs(each, name)) {
            each->taken = TRUE;
            take_dependents(graph, each->name, found);
            lstrcpyW(found->names[found->count++], each->name);
        }
    }
}

void dependents_of(const WCHAR *name, struct dependents *found) {
    struct graph graph = {0};
    read_graph(&graph);
    found->count = 0;
    found->names = malloc((graph.count + 1) * sizeof *found->names);
    take_dependents(&graph, name, found);
    free(graph.dependents);
}

void dependents_free(struct dependents *found) {
    free(found->names);
}

/* ---- EnumDependentServicesW ---- */

struct row {
    const WCHAR *name;
    WCHAR display_name[SERVICE_NAME_MAX + 1];
    SERVICE_STATUS_PROCESS status;
};

static DWORD text_bytes(const WCHAR *text) {
    return (lstrlenW(text) + 1) * sizeof(WCHAR);
}

static BOOL wanted(const SERVICE_STATUS_PROCESS *status, DWORD state) {
    return state & (status->dwCurrentState == SERVICE_STOPPED ? SERVICE_INACTIVE : SERVICE_ACTIVE);
}

static void read_display_name(SC_HANDLE manager, struct row *row) {
    DWORD length = ARRAYSIZE(row->display_name);
    if (!GetServiceDisplayNameW(manager, row->name, row->display_name, &length)) {
        lstrcpyW(row->display_name, row->name);
    }
}

/* A service that is gone since the registry was read is left out. */
static int read_rows(const struct dependents *found, DWORD state, struct row *rows) {
    int count = 0;
    SC_HANDLE manager = wine()->OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
    for (int i = 0; i < found->count; i++) {
        struct row *row = &rows[count];
        row->name = found->names[i];
        if (!status_of_name(row->name, &row->status) && wanted(&row->status, state)) {
            read_display_name(manager, row);
            count++;
        }
    }
    wine()->CloseServiceHandle(manager);
    return count;
}

static WCHAR *put_text(WCHAR **next, const WCHAR *text) {
    WCHAR *copy = *next;
    lstrcpyW(copy, text);
    *next += lstrlenW(text) + 1;
    return copy;
}

static void put_rows(const struct row *rows, int count, ENUM_SERVICE_STATUSW *entries) {
    WCHAR *next = (WCHAR *)(entries + count);
    for (int i = 0; i < count; i++) {
        entries[i].lpServiceName = put_text(&next, rows[i].name);
        entries[i].lpDisplayName = put_text(&next, rows[i].display_name);
        memcpy(&entries[i].ServiceStatus, &rows[i].status, sizeof entries[i].ServiceStatus);
    }
}

/* A buffer that is too small gets nothing, and the size of the whole answer is told. */
DWORD dependents_pack(const WCHAR *name, DWORD state, ENUM_SERVICE_STATUSW *entries, DWORD size, DWORD *needed, DWORD *returned) {
    struct dependents found;
    DWORD total = 0, code = NO_ERROR;
    dependents_of(name, &found);
    struct row *rows = calloc(found.count + 1, sizeof *rows);
    int count = read_rows(&found, state, rows);
    for (int i = 0; i < count; i++) {
        total += sizeof *entries + text_bytes(rows[i].name) + text_bytes(rows[i].display_name);
    }
    *needed = *returned = 0;
    if (total > size) {
        *needed = total;
        code = ERROR_MORE_DATA;
    } else {
        put_rows(rows, count, entries);
        *returned = count;
    }
    free(rows);
    dependents_free(&found);
    return code;
}
