/*
 * clpmove: the peer of a switchover by the library: the same Win32 calls in the same order, in C, in a process that is warm.
 *
 * usage: clpmove VOLUME DRIVE ADDRESS PREFIX KERNEL32
 *
 *   VOLUME      GUID path of the volume, with its closing backslash
 *   DRIVE       letter of the drive
 *   ADDRESS     the IPv4 address, in the subnet of an interface of the node; PREFIX its length
 *   KERNEL32    the kernel32.dll that has the functions of volumes; "kernel32.dll" on Windows
 *
 * Reads a line at a time: "start GROUP ..." brings volume, address, W3SVC and ftpsvc online, "stop GROUP ..." takes them offline. Answers
 * "end GROUP DONE NANOS " when it is done; a failure ends the program with a message and exit code 1. Services are waited for in steps of
 * a millisecond, the address in steps of 25 ms as the library does.
 */
#include <winsock2.h>
#include <ws2tcpip.h>
#include <windows.h>
#include <winioctl.h>
#include <iphlpapi.h>
#include <netioapi.h>
#include <stdio.h>
#include <stdlib.h>

#define SERVICE_STEP_MS 1
#define ADDRESS_STEP_MS 25

static const WCHAR *volume, *kernel32;
static WCHAR device[64], root[4] = L"?:\\";
static IN_ADDR address;
static int prefix;
static SC_HANDLE manager;

static HANDLE(WINAPI *create_file)(LPCWSTR, DWORD, DWORD, LPSECURITY_ATTRIBUTES, DWORD, DWORD, HANDLE);
static BOOL(WINAPI *control)(HANDLE, DWORD, LPVOID, DWORD, LPVOID, DWORD, LPDWORD, LPOVERLAPPED);
static BOOL(WINAPI *close_file)(HANDLE), (WINAPI *flush)(HANDLE);
static BOOL(WINAPI *read_file)(HANDLE, LPVOID, DWORD, LPDWORD, LPOVERLAPPED);
static BOOL(WINAPI *volume_at)(LPCWSTR, LPWSTR, DWORD), (WINAPI *mount)(LPCWSTR, LPCWSTR), (WINAPI *unmount)(LPCWSTR);
static BOOL(WINAPI *information)(LPCWSTR, LPWSTR, DWORD, LPDWORD, LPDWORD, LPDWORD, LPWSTR, DWORD);

static void fail(const char *what, DWORD code) {
    fprintf(stderr, "clpmove: %s: %lu\n", what, code);
    exit(1);
}

static void check(BOOL ok, const char *what) {
    if (!ok) {
        fail(what, GetLastError());
    }
}

/* ---- services ---- */

static DWORD state_of(SC_HANDLE service) {
    SERVICE_STATUS_PROCESS status;
    DWORD needed;
    check(QueryServiceStatusEx(service, SC_STATUS_PROCESS_INFO, (BYTE *)&status, sizeof status, &needed), "query a service");
    return status.dwCurrentState;
}

static SC_HANDLE open_service(const WCHAR *name, DWORD access) {
    SC_HANDLE service = OpenServiceW(manager, name, access);
    check(service != NULL, "open a service");
    return service;
}

static DWORD query(const WCHAR *name) {
    SC_HANDLE service = open_service(name, SERVICE_QUERY_STATUS);
    DWORD state = state_of(service);
    CloseServiceHandle(service);
    return state;
}

static void await(const WCHAR *name, DWORD state) {
    SC_HANDLE service = open_service(name, SERVICE_QUERY_STATUS);
    while (state_of(service) != state) {
        Sleep(SERVICE_STEP_MS);
    }
    CloseServiceHandle(service);
}

static void start_service(const WCHAR *name) {
    if (query(name) == SERVICE_RUNNING) {
        return;
    }
    SC_HANDLE service = open_service(name, SERVICE_START);
    check(StartServiceW(service, 0, NULL), "start a service");
    CloseServiceHandle(service);
    await(name, SERVICE_RUNNING);
}

static void stop_service(const WCHAR *name) {
    SERVICE_STATUS status;
    BYTE dependents[4096];
    DWORD needed, count;
    if (query(name) == SERVICE_STOPPED) {
        return;
    }
    SC_HANDLE service = open_service(name, SERVICE_ENUMERATE_DEPENDENTS | SERVICE_STOP);
    check(EnumDependentServicesW(service, SERVICE_ACTIVE, (LPENUM_SERVICE_STATUSW)dependents, sizeof dependents, &needed, &count),
          "list the dependents");
    check(ControlService(service, SERVICE_CONTROL_STOP, &status), "stop a service");
    CloseServiceHandle(service);
    await(name, SERVICE_STOPPED);
}

/* ---- the address ---- */

/* The row of the address, or that of another address of its subnet; FALSE where there is none. */
static BOOL find_row(BOOL same, MIB_UNICASTIPADDRESS_ROW *found) {
    MIB_UNICASTIPADDRESS_TABLE *table;
    BOOL any = FALSE;
    ULONG mask = htonl(0xffffffffu << (32 - prefix));
    DWORD code = GetUnicastIpAddressTable(AF_INET, &table);
    if (code) {
        fail("list the addresses", code);
    }
    for (ULONG i = 0; i < table->NumEntries && !any; i++) {
        ULONG each = table->Table[i].Address.Ipv4.sin_addr.s_addr;
        if (same ? each == address.s_addr : (each & mask) == (address.s_addr & mask)) {
            *found = table->Table[i];
            any = TRUE;
        }
    }
    FreeMibTable(table);
    return any;
}

static void announce(const MIB_UNICASTIPADDRESS_ROW *row) {
    MIB_IPNET_ROW2 neighbour;
    BYTE physical[8];
    ULONG length = sizeof physical;
    memset(&neighbour, 0, sizeof neighbour);
    neighbour.InterfaceLuid = row->InterfaceLuid;
    neighbour.Address.Ipv4.sin_family = AF_INET;
    /* The first host of the subnet that is not this node. */
    ULONG network = ntohl(address.s_addr) & (0xffffffffu << (32 - prefix));
    MIB_UNICASTIPADDRESS_ROW own;
    find_row(FALSE, &own);
    ULONG host = network + 1 == ntohl(own.Address.Ipv4.sin_addr.s_addr) ? network + 2 : network + 1;
    neighbour.Address.Ipv4.sin_addr.s_addr = htonl(host);
    DeleteIpNetEntry2(&neighbour);
    DWORD code = SendARP(neighbour.Address.Ipv4.sin_addr.s_addr, address.s_addr, physical, &length);
    if (code) {
        fail("announce the address", code);
    }
}

static void add_address(void) {
    MIB_UNICASTIPADDRESS_ROW row, near_row;
    MIB_IF_ROW2 interface_row;
    if (find_row(TRUE, &row) || !find_row(FALSE, &near_row)) {
        fail("the address is here, or no interface for it", 0);
    }
    memset(&interface_row, 0, sizeof interface_row);
    interface_row.InterfaceLuid = near_row.InterfaceLuid;
    GetIfEntry2(&interface_row);
    InitializeUnicastIpAddressEntry(&row);
    row.Address.Ipv4.sin_family = AF_INET;
    row.Address.Ipv4.sin_addr = address;
    row.InterfaceLuid = near_row.InterfaceLuid;
    row.OnLinkPrefixLength = (UINT8)prefix;
    row.SkipAsSource = TRUE;
    DWORD code = CreateUnicastIpAddressEntry(&row);
    if (code) {
        fail("add the address", code);
    }
    while (find_row(TRUE, &row) && row.DadState == IpDadStateTentative) {
        Sleep(ADDRESS_STEP_MS);
    }
    announce(&row);
}

static void remove_address(void) {
    MIB_UNICASTIPADDRESS_ROW row;
    if (find_row(TRUE, &row)) {
        DWORD code = DeleteUnicastIpAddressEntry(&row);
        if (code) {
            fail("remove the address", code);
        }
    }
}

/* ---- the volume ---- */

static HANDLE open_volume(DWORD access) {
    HANDLE handle = create_file(device, access, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    check(handle != INVALID_HANDLE_VALUE, "open the volume");
    return handle;
}

static BOOL tell(HANDLE handle, DWORD code) {
    DWORD length;
    return control(handle, code, NULL, 0, NULL, 0, &length, NULL);
}

static BOOL is_mounted(void) {
    WCHAR name[64];
    return volume_at(root, name, ARRAYSIZE(name)) && !lstrcmpiW(name, volume);
}

static void mount_volume(void) {
    BYTE sector[512];
    WCHAR system[64];
    DWORD got;
    HANDLE handle = open_volume(GENERIC_READ | GENERIC_WRITE);
    is_mounted();
    tell(handle, IOCTL_VOLUME_IS_OFFLINE);
    check(tell(handle, IOCTL_VOLUME_ONLINE), "bring the volume online");
    close_file(handle);
    check(mount(root, volume), "mount the volume");
    check(is_mounted(), "find the volume where it was mounted");
    check(information(root, NULL, 0, NULL, NULL, NULL, system, ARRAYSIZE(system)), "ask the file system");
    handle = open_volume(GENERIC_READ);
    check(read_file(handle, sector, sizeof sector, &got, NULL), "read the volume");
    close_file(handle);
}

static void release_volume(void) {
    is_mounted();
    HANDLE handle = open_volume(GENERIC_READ | GENERIC_WRITE);
    tell(handle, IOCTL_VOLUME_IS_OFFLINE);
    flush(handle);
    check(tell(handle, FSCTL_LOCK_VOLUME), "lock the volume");
    check(tell(handle, FSCTL_DISMOUNT_VOLUME), "dismount the volume");
    check(tell(handle, IOCTL_VOLUME_OFFLINE), "take the volume offline");
    check(unmount(root), "remove the mount point");
    close_file(handle);
}

static void look_at_volume(void) {
    HANDLE handle = open_volume(0);
    is_mounted();
    tell(handle, IOCTL_VOLUME_IS_OFFLINE);
    close_file(handle);
}

/* ---- the group ---- */

static void look(void) {
    MIB_UNICASTIPADDRESS_ROW row;
    look_at_volume();
    find_row(TRUE, &row);
    query(L"W3SVC");
    query(L"ftpsvc");
}

static void start_group(void) {
    look();
    mount_volume();
    add_address();
    start_service(L"W3SVC");
    start_service(L"ftpsvc");
}

static void stop_group(void) {
    stop_service(L"ftpsvc");
    stop_service(L"W3SVC");
    query(L"W3SVC");
    query(L"ftpsvc");
    remove_address();
    release_volume();
    look();
}

static void load(void) {
    /* What it forwards to lies in its own folder. */
    HMODULE module = LoadLibraryExW(kernel32, NULL, wcschr(kernel32, L'\\') ? LOAD_WITH_ALTERED_SEARCH_PATH : 0);
    check(module != NULL, "load kernel32");
#define FIND(variable, name)                                       \
    do {                                                           \
        FARPROC found = GetProcAddress(module, name);              \
        check(found != NULL, name);                                \
        memcpy(&variable, &found, sizeof found);                   \
    } while (0)
    FIND(create_file, "CreateFileW");
    FIND(control, "DeviceIoControl");
    FIND(close_file, "CloseHandle");
    FIND(flush, "FlushFileBuffers");
    FIND(read_file, "ReadFile");
    FIND(volume_at, "GetVolumeNameForVolumeMountPointW");
    FIND(mount, "SetVolumeMountPointW");
    FIND(unmount, "DeleteVolumeMountPointW");
    FIND(information, "GetVolumeInformationW");
#undef FIND
}

int wmain(int argc, WCHAR **argv) {
    char line[256], group[64], literal[32];
    LARGE_INTEGER begun, ended, frequency;
    if (argc != 6) {
        fputs("usage: clpmove VOLUME DRIVE ADDRESS PREFIX KERNEL32\n", stderr);
        return 2;
    }
    volume = argv[1];
    swprintf(device, ARRAYSIZE(device), L"%.*ls", lstrlenW(volume) - 1, volume);
    root[0] = argv[2][0];
    snprintf(literal, sizeof literal, "%ls", argv[3]);
    address.s_addr = inet_addr(literal);
    prefix = _wtoi(argv[4]);
    kernel32 = argv[5];
    load();
    manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
    check(manager != NULL, "open the service control manager");
    QueryPerformanceFrequency(&frequency);
    puts("ready");
    fflush(stdout);
    while (fgets(line, sizeof line, stdin)) {
        if (sscanf(line, "%*s %63s", group) != 1) {
            return 2;
        }
        QueryPerformanceCounter(&begun);
        if (strncmp(line, "start", 5) == 0) {
            start_group();
        } else {
            stop_group();
        }
        QueryPerformanceCounter(&ended);
        printf("end %s DONE %lld \n", group, (ended.QuadPart - begun.QuadPart) * 1000000000LL / frequency.QuadPart);
        fflush(stdout);
    }
    return 0;
}
