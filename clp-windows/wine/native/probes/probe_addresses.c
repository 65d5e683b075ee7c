/*
 * Calls the address functions, each through the headers of mingw-w64, and prints their codes.
 *     probe_addresses add ADDRESS/LENGTH INTERFACE [optimistic] | delete ADDRESS INTERFACE | state ADDRESS INTERFACE | table
 *                     | settle ADDRESS INTERFACE | arp DESTINATION SOURCE | twice ADDRESS/LENGTH INTERFACE
 */
#include <winsock2.h>
#include <ws2tcpip.h>
#include <ws2ipdef.h>
#include <windows.h>

#include <iphlpapi.h>
#include <netioapi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef DWORD(WINAPI *act)(const MIB_UNICASTIPADDRESS_ROW *row);
typedef VOID(WINAPI *initialize)(MIB_UNICASTIPADDRESS_ROW *row);

/* The import library of mingw-w64 lacks what Wine lacks. */
static FARPROC function(const char *name) {
    FARPROC found = GetProcAddress(LoadLibraryA("iphlpapi.dll"), name);
    if (!found) {
        printf("%s is missing\n", name);
        exit(2);
    }
    return found;
}

static DWORD call(const char *name, const MIB_UNICASTIPADDRESS_ROW *row) {
    LARGE_INTEGER frequency, began, ended;
    act called = (act)(void *)function(name);
    QueryPerformanceFrequency(&frequency);
    QueryPerformanceCounter(&began);
    DWORD code = called(row);
    QueryPerformanceCounter(&ended);
    fprintf(stderr, "# %s %lld us\n", name, (ended.QuadPart - began.QuadPart) * 1000000 / frequency.QuadPart);
    return code;
}

/* Fills in a row; the prefix length stays 255 where the address has none. */
static void row_of(const char *address, const char *alias, MIB_UNICASTIPADDRESS_ROW *row) {
    char literal[64];
    WCHAR wide[256];
    ((initialize)(void *)function("InitializeUnicastIpAddressEntry"))(row);
    snprintf(literal, sizeof literal, "%s", address);
    char *slash = strchr(literal, '/');
    if (slash) {
        *slash = 0;
        row->OnLinkPrefixLength = (UINT8)atoi(slash + 1);
    }
    if (inet_pton(AF_INET, literal, &row->Address.Ipv4.sin_addr) == 1) {
        row->Address.si_family = AF_INET;
    } else if (inet_pton(AF_INET6, literal, &row->Address.Ipv6.sin6_addr) == 1) {
        row->Address.si_family = AF_INET6;
    }
    MultiByteToWideChar(CP_UTF8, 0, alias, -1, wide, 256);
    ConvertInterfaceAliasToLuid(wide, &row->InterfaceLuid);
}

static int settle(MIB_UNICASTIPADDRESS_ROW *row) {
    DWORD began = GetTickCount(), code;
    do {
        Sleep(5);
        code = GetUnicastIpAddressEntry(row);
    } while (!code && row->DadState == IpDadStateTentative && GetTickCount() - began < 20000);
    fprintf(stderr, "# settled after %lu ms\n", GetTickCount() - began);
    printf("%lu %d\n", code, code ? -1 : (int)row->DadState);
    return 0;
}

static int table(void) {
    MIB_UNICASTIPADDRESS_TABLE *all;
    char text[64];
    DWORD code = GetUnicastIpAddressTable(AF_UNSPEC, &all);
    for (ULONG i = 0; !code && i < all->NumEntries; i++) {
        MIB_UNICASTIPADDRESS_ROW *row = &all->Table[i];
        BOOL ipv4 = row->Address.si_family == AF_INET;
        void *bytes = ipv4 ? (void *)&row->Address.Ipv4.sin_addr : (void *)&row->Address.Ipv6.sin6_addr;
        inet_ntop(row->Address.si_family, bytes, text, sizeof text);
        printf("%s/%u state %d skip %d\n", text, row->OnLinkPrefixLength, row->DadState, row->SkipAsSource);
    }
    FreeMibTable(all);
    return (int)code;
}

static int arp(const char *destination, const char *source) {
    BYTE answer[6] = {0};
    ULONG length = sizeof answer;
    DWORD code = SendARP(inet_addr(destination), inet_addr(source), answer, &length);
    printf("%lu %02x:%02x:%02x:%02x:%02x:%02x\n", code, answer[0], answer[1], answer[2], answer[3], answer[4], answer[5]);
    return 0;
}

static int act_on(const char *verb, MIB_UNICASTIPADDRESS_ROW *row) {
    if (!strcmp(verb, "add")) {
        row->SkipAsSource = TRUE;
        printf("%lu\n", call("CreateUnicastIpAddressEntry", row));
    } else if (!strcmp(verb, "delete")) {
        printf("%lu\n", call("DeleteUnicastIpAddressEntry", row));
    } else if (!strcmp(verb, "state")) {
        DWORD code = GetUnicastIpAddressEntry(row);
        printf("%lu %d\n", code, code ? -1 : (int)row->DadState);
    } else if (!strcmp(verb, "settle")) {
        return settle(row);
    } else {
        /* Deleted while it is tentative, and added again. */
        printf("%lu ", call("CreateUnicastIpAddressEntry", row));
        printf("%lu ", call("CreateUnicastIpAddressEntry", row));
        printf("%lu ", call("DeleteUnicastIpAddressEntry", row));
        printf("%lu ", call("DeleteUnicastIpAddressEntry", row));
        printf("%lu\n", call("CreateUnicastIpAddressEntry", row));
    }
    return 0;
}

static int run(int count, char **arguments) {
    MIB_UNICASTIPADDRESS_ROW row;
    if (count == 2 && !strcmp(arguments[1], "table")) {
        return table();
    }
    if (count < 4) {
        return 2;
    }
    if (!strcmp(arguments[1], "arp")) {
        return arp(arguments[2], arguments[3]);
    }
    row_of(arguments[2], arguments[3], &row);
    if (count > 4) {
        row.DadState = IpDadStatePreferred;
    }
    return act_on(arguments[1], &row);
}

int wmain(int count, WCHAR **wide) {
    static char texts[8][256];
    char *arguments[8];
    for (int i = 0; i < count && i < 8; i++) {
        WideCharToMultiByte(CP_UTF8, 0, wide[i], -1, texts[i], sizeof texts[i], NULL, NULL);
        arguments[i] = texts[i];
    }
    return run(count, arguments);
}
