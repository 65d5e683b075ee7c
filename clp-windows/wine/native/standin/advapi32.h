/* What the files of the advapi32 stand-in share. See advapi32.c. */
#ifndef CLP_ADVAPI32_H
#define CLP_ADVAPI32_H

#define _ADVAPI32_ /* we define the functions, we do not import them */
#include "standin.h"
#include <winsvc.h>

#define SERVICE_NAME_MAX 256
#define DEPENDENCIES_MAX 2048 /* characters of a list of names */

/* Wine's own functions, of the renamed DLL. */
struct wine_functions {
    __typeof__(OpenSCManagerW) *OpenSCManagerW;
    __typeof__(OpenServiceW) *OpenServiceW;
    __typeof__(CreateServiceW) *CreateServiceW;
    __typeof__(CloseServiceHandle) *CloseServiceHandle;
    __typeof__(DeleteService) *DeleteService;
    __typeof__(QueryServiceStatusEx) *QueryServiceStatusEx;
    __typeof__(QueryServiceConfigW) *QueryServiceConfigW;
    __typeof__(ChangeServiceConfigW) *ChangeServiceConfigW;
    __typeof__(StartServiceW) *StartServiceW;
    __typeof__(ControlService) *ControlService;
};

const struct wine_functions *wine(void);

/* 0, or the last error where it was not done. */
DWORD code_of(BOOL done);

struct opened;

/* Begins the call of a function on a service's handle. */
void begin_on(struct standin_call *call, const char *function, SC_HANDLE handle, struct opened *service);

/* The fault asked for, else 5 where the handle lacks the right. */
DWORD refusal(const struct standin_call *call, const struct opened *service, DWORD right);

/* A handle of our own on a service, by Wine's functions; NULL with the last error. To be closed with wine()->CloseServiceHandle. */
SC_HANDLE open_by_wine(const WCHAR *name, DWORD access);

/* ---- advapi32_handles.c: which handle is which service ---- */

/* The name is empty for a handle that we do not know, or that is one of the service control manager; then every right counts as there. */
struct opened {
    WCHAR name[SERVICE_NAME_MAX + 1];
    DWORD access;
};

void handle_opened(SC_HANDLE handle, const WCHAR *name, DWORD access);
void handle_closed(SC_HANDLE handle);
void handle_find(SC_HANDLE handle, struct opened *found);

/* Is the process of the service gone? Its handle is kept until the service's handle is closed, so a poll costs one wait. */
BOOL handle_process_gone(SC_HANDLE handle, DWORD pid);

/* Notes a stop that the service's process took; tells whether it took one before. */
void handle_note_stop(const WCHAR *name, DWORD pid);
BOOL handle_had_stop(const WCHAR *name, DWORD pid);

/* ---- advapi32_status.c: the state, crashes included ---- */

/* The status as the service control manager of Windows would tell it: STOPPED with 1067 where the process died. A Win32 code. */
DWORD status_correct(SC_HANDLE handle, SERVICE_STATUS_PROCESS *status); /* what Wine answered */
DWORD status_of_handle(SC_HANDLE handle, SERVICE_STATUS_PROCESS *status);
DWORD status_of_name(const WCHAR *name, SERVICE_STATUS_PROCESS *status);

/* ---- advapi32_dependencies.c ---- */

const WCHAR *next_name(const WCHAR *name);

/* The registry key of all services, and what is in it about one. */
HKEY dependencies_open(void);
DWORD dependencies_read(HKEY services, const WCHAR *name, WCHAR *names);

/* The names that the service needs, each ended by a zero, the last by two. Returns the length in characters, both zeros included. */
DWORD dependencies_of(const WCHAR *name, WCHAR *names);

/* Would the service need itself if it had these dependencies? */
BOOL dependencies_are_circular(const WCHAR *name, const WCHAR *dependencies);

/* Starts what the service needs, in order, and waits until each is RUNNING. A Win32 code. */
DWORD dependencies_start(const WCHAR *name);

/* 1058 for a disabled service, 1072 for one that is marked for deletion, the code of OpenService, or 0. */
DWORD service_startable(const WCHAR *name);

/* ---- advapi32_config.c ---- */

/* QueryServiceConfigW with the dependencies that Wine leaves out. A Win32 code. */
DWORD config_of_handle(SC_HANDLE handle, const WCHAR *name, QUERY_SERVICE_CONFIGW *config, DWORD size, DWORD *needed);

/* ---- advapi32_dependents.c ---- */

struct dependents {
    int count;
    WCHAR (*names)[SERVICE_NAME_MAX + 1]; /* to be freed by dependents_free */
};

/* The services that need this one, directly or not, in reverse start order: each before what it needs. */
void dependents_of(const WCHAR *name, struct dependents *found);
void dependents_free(struct dependents *found);

/* EnumDependentServicesW. A Win32 code. */
DWORD dependents_pack(const WCHAR *name, DWORD state, ENUM_SERVICE_STATUSW *entries, DWORD size, DWORD *needed, DWORD *returned);

#endif
