/*
 * What Wine's iphlpapi lacks, as Windows documents it: unicast addresses that really come and go in the network namespace of this process,
 * duplicate detection by ARP on the real network, and ARP requests. CLP_STANDIN_DAD_MS is how long an address stays tentative
 * (100; 0: no detection), CLP_STANDIN_ARP_MS how long SendARP waits for an answer (1000).
 */
#include "iphlpapi_network.h"

#include <stdio.h>
#include <string.h>

#define WINE_OWN L"wiphlp.dll"

typedef DWORD(WINAPI *get_entry)(MIB_UNICASTIPADDRESS_ROW *row);
typedef DWORD(WINAPI *get_table)(ADDRESS_FAMILY family, MIB_UNICASTIPADDRESS_TABLE **table);

static FARPROC own(const char *function) {
    return GetProcAddress(GetModuleHandleW(WINE_OWN), function);
}

static DWORD wine_entry(MIB_UNICASTIPADDRESS_ROW *row) {
    return ((get_entry)(void *)own("GetUnicastIpAddressEntry"))(row);
}

/* Logging */

static void begin(struct standin_call *call, const char *function, const MIB_UNICASTIPADDRESS_ROW *row) {
    char text[ADDRESS_TEXT] = "";
    WCHAR key[ADDRESS_TEXT];
    if (row) {
        address_text(&row->Address, text);
    }
    MultiByteToWideChar(CP_UTF8, 0, text, -1, key, ADDRESS_TEXT);
    standin_begin(call, function, key);
    standin_ascii(call, "address", row ? text : NULL);
}

static void log_row(struct standin_call *call, const MIB_UNICASTIPADDRESS_ROW *row) {
    char luid[24];
    if (!row) {
        return;
    }
    snprintf(luid, sizeof luid, "%016llx", (unsigned long long)row->InterfaceLuid.Value);
    standin_number(call, "family", row->Address.si_family);
    standin_ascii(call, "luid", luid);
    standin_number(call, "index", row->InterfaceIndex);
    standin_number(call, "prefixOrigin", row->PrefixOrigin);
    standin_number(call, "suffixOrigin", row->SuffixOrigin);
    standin_number(call, "validLifetime", row->ValidLifetime);
    standin_number(call, "preferredLifetime", row->PreferredLifetime);
    standin_number(call, "onLinkPrefixLength", row->OnLinkPrefixLength);
    standin_number(call, "skipAsSource", row->SkipAsSource);
    standin_number(call, "dadState", row->DadState);
    standin_number(call, "scopeId", row->ScopeId.Value);
    standin_number(call, "creationTimeStamp", row->CreationTimeStamp.QuadPart);
    standin_bytes(call, "bytes", row, sizeof *row);
}

/* Rules */

/* What Windows takes for a unicast address: not 0, not loopback, not multicast or broadcast. */
static BOOL is_unicast(const SOCKADDR_INET *address) {
    if (address->si_family == AF_INET) {
        BYTE first = address->Ipv4.sin_addr.S_un.S_un_b.s_b1;
        return first != 0 && first != 127 && first < 224;
    }
    static const BYTE nothing[15];
    const BYTE *bytes = address->Ipv6.sin6_addr.s6_addr;
    return address->si_family == AF_INET6 && bytes[0] != 0xFF && (memcmp(bytes, nothing, 15) || bytes[15] > 1);
}

/* 255 is what InitializeUnicastIpAddressEntry leaves: the address alone. */
static BOOL is_prefix_length(const MIB_UNICASTIPADDRESS_ROW *row) {
    return row->OnLinkPrefixLength == 255 || row->OnLinkPrefixLength <= (row->Address.si_family == AF_INET ? 32 : 128);
}

static BOOL is_creatable(const MIB_UNICASTIPADDRESS_ROW *row) {
    return row && is_unicast(&row->Address) && is_prefix_length(row) && row->PreferredLifetime <= row->ValidLifetime;
}

static BOOL is_address(const MIB_UNICASTIPADDRESS_ROW *row) {
    return row && (row->Address.si_family == AF_INET || row->Address.si_family == AF_INET6);
}

/* The row of an address on an interface, whether Linux has it or it waits for duplicate detection; 1168 where it is neither. */
static DWORD find_row(const SOCKADDR_INET *address, NET_IFINDEX interface_index, MIB_UNICASTIPADDRESS_ROW *row) {
    struct mark marks[MAX_MARKS];
    char text[ADDRESS_TEXT];
    address_text(address, text);
    int count = find_marks(text, interface_index, marks);
    for (int i = 0; i < count; i++) {
        if (pending_row(&marks[i], row)) {
            return NO_ERROR;
        }
    }
    memset(row, 0, sizeof *row);
    row->Address = *address;
    row->InterfaceIndex = interface_index;
    DWORD code = wine_entry(row);
    if (!code) {
        correct_row(row, marks, count);
    }
    return code;
}

/* Exports */

VOID WINAPI InitializeUnicastIpAddressEntry(PMIB_UNICASTIPADDRESS_ROW row) {
    struct standin_call call;
    begin(&call, "InitializeUnicastIpAddressEntry", NULL);
    memset(row, 0, sizeof *row);
    row->PrefixOrigin = IpPrefixOriginUnchanged;
    row->SuffixOrigin = IpSuffixOriginUnchanged;
    row->ValidLifetime = row->PreferredLifetime = 0xFFFFFFFF;
    row->OnLinkPrefixLength = 255;
    standin_end(&call, NO_ERROR);
}

static DWORD create(const MIB_UNICASTIPADDRESS_ROW *row) {
    char address[ADDRESS_TEXT], alias[MAX_PATH];
    NET_IFINDEX interface_index;
    MIB_UNICASTIPADDRESS_ROW found;
    if (!is_creatable(row)) {
        return ERROR_INVALID_PARAMETER;
    }
    if (!row_interface(row, &interface_index, alias, sizeof alias)) {
        return ERROR_NOT_FOUND;
    }
    address_text(&row->Address, address);
    standin_enter();
    DWORD code = find_row(&row->Address, interface_index, &found) == NO_ERROR
                     ? ERROR_OBJECT_ALREADY_EXISTS
                     : add_address(row, address, interface_index, alias);
    standin_leave();
    return code;
}

DWORD WINAPI CreateUnicastIpAddressEntry(const MIB_UNICASTIPADDRESS_ROW *row) {
    struct standin_call call;
    begin(&call, "CreateUnicastIpAddressEntry", row);
    log_row(&call, row);
    DWORD code = standin_fault(&call);
    code = code ? code : create(row);
    standin_end(&call, code);
    return code;
}

static DWORD delete(const MIB_UNICASTIPADDRESS_ROW *row) {
    char address[ADDRESS_TEXT], alias[MAX_PATH];
    NET_IFINDEX interface_index;
    MIB_UNICASTIPADDRESS_ROW found;
    if (!is_address(row)) {
        return ERROR_INVALID_PARAMETER;
    }
    if (!row_interface(row, &interface_index, alias, sizeof alias)) {
        return ERROR_NOT_FOUND;
    }
    address_text(&row->Address, address);
    if (find_row(&row->Address, interface_index, &found)) {
        return ERROR_NOT_FOUND;
    }
    return delete_address(address, interface_index, alias, found.OnLinkPrefixLength);
}

DWORD WINAPI DeleteUnicastIpAddressEntry(const MIB_UNICASTIPADDRESS_ROW *row) {
    struct standin_call call;
    begin(&call, "DeleteUnicastIpAddressEntry", row);
    log_row(&call, row);
    DWORD code = standin_fault(&call);
    code = code ? code : delete(row);
    standin_end(&call, code);
    return code;
}

static DWORD get_row(MIB_UNICASTIPADDRESS_ROW *row) {
    char alias[MAX_PATH];
    NET_IFINDEX interface_index;
    MIB_UNICASTIPADDRESS_ROW found;
    if (!is_address(row)) {
        return ERROR_INVALID_PARAMETER;
    }
    if (!row_interface(row, &interface_index, alias, sizeof alias)) {
        return ERROR_NOT_FOUND;
    }
    DWORD code = find_row(&row->Address, interface_index, &found);
    if (!code) {
        *row = found;
    }
    return code;
}

DWORD WINAPI GetUnicastIpAddressEntry(PMIB_UNICASTIPADDRESS_ROW row) {
    struct standin_call call;
    begin(&call, "GetUnicastIpAddressEntry", row);
    DWORD code = standin_fault(&call);
    code = code ? code : get_row(row);
    log_row(&call, row);
    standin_end(&call, code);
    return code;
}

static BOOL in_family(const MIB_UNICASTIPADDRESS_ROW *row, ADDRESS_FAMILY family) {
    return family == AF_UNSPEC || row->Address.si_family == family;
}

static BOOL has_row(const MIB_UNICASTIPADDRESS_TABLE *table, const MIB_UNICASTIPADDRESS_ROW *wanted) {
    char one[ADDRESS_TEXT], other[ADDRESS_TEXT];
    address_text(&wanted->Address, one);
    for (ULONG i = 0; i < table->NumEntries; i++) {
        address_text(&table->Table[i].Address, other);
        if (!strcmp(one, other) && table->Table[i].InterfaceIndex == wanted->InterfaceIndex) {
            return TRUE;
        }
    }
    return FALSE;
}

/*
 * What Wine sees, as Windows would tell it, and what only waits for duplicate detection. FreeMibTable frees it. The marks are read before the
 * addresses: an address that is added in between is seen twice and told once; the other way round it would not be seen at all.
 */
static DWORD get_rows(ADDRESS_FAMILY family, MIB_UNICASTIPADDRESS_TABLE **table) {
    struct mark marks[MAX_MARKS];
    MIB_UNICASTIPADDRESS_TABLE *seen;
    int count = find_marks(NULL, 0, marks);
    DWORD code = ((get_table)(void *)own("GetUnicastIpAddressTable"))(family, &seen);
    if (code) {
        return code;
    }
    size_t size = offsetof(MIB_UNICASTIPADDRESS_TABLE, Table) + (seen->NumEntries + count) * sizeof seen->Table[0];
    MIB_UNICASTIPADDRESS_TABLE *all = HeapReAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, seen, size);
    if (!all) {
        FreeMibTable(seen);
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (ULONG i = 0; i < all->NumEntries; i++) {
        correct_row(&all->Table[i], marks, count);
    }
    for (int i = 0; i < count; i++) {
        MIB_UNICASTIPADDRESS_ROW *row = &all->Table[all->NumEntries];
        all->NumEntries += pending_row(&marks[i], row) && in_family(row, family) && !has_row(all, row);
    }
    *table = all;
    return NO_ERROR;
}

DWORD WINAPI GetUnicastIpAddressTable(ADDRESS_FAMILY family, PMIB_UNICASTIPADDRESS_TABLE *table) {
    struct standin_call call;
    begin(&call, "GetUnicastIpAddressTable", NULL);
    standin_number(&call, "family", family);
    DWORD code = standin_fault(&call);
    code = code ? code : table ? get_rows(family, table) : ERROR_INVALID_PARAMETER;
    standin_number(&call, "rows", code ? 0 : (*table)->NumEntries);
    standin_end(&call, code);
    return code;
}

/* The JREs from 21 on need it: no anycast addresses are the truth here. */
DWORD WINAPI GetAnycastIpAddressTable(ADDRESS_FAMILY family, PMIB_ANYCASTIPADDRESS_TABLE *table) {
    struct standin_call call;
    begin(&call, "GetAnycastIpAddressTable", NULL);
    standin_number(&call, "family", family);
    DWORD code = standin_fault(&call);
    if (!code) {
        *table = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof **table);
        code = *table ? NO_ERROR : ERROR_NOT_ENOUGH_MEMORY;
    }
    standin_end(&call, code);
    return code;
}

/* The interface that has an address ready for use. */
static BOOL interface_of(IPAddr address, char *alias, int size) {
    MIB_UNICASTIPADDRESS_TABLE *table;
    MIB_UNICASTIPADDRESS_ROW *row;
    NET_IFINDEX interface_index;
    BOOL found = FALSE;
    if (get_rows(AF_INET, &table)) {
        return FALSE;
    }
    for (ULONG i = 0; !found && i < table->NumEntries; i++) {
        row = &table->Table[i];
        found = row->Address.Ipv4.sin_addr.s_addr == address && row->DadState == IpDadStatePreferred
                && row_interface(row, &interface_index, alias, size);
    }
    FreeMibTable(table);
    return found;
}

/* Without a source Windows takes the interface of the route; here that is not needed. */
static DWORD send_arp(IPAddr destination, IPAddr source, void *hardware_address, ULONG *length) {
    char alias[MAX_PATH], from[ADDRESS_TEXT], to[ADDRESS_TEXT];
    BYTE answer[6];
    if (!hardware_address || !length || !*length || !destination) {
        return ERROR_INVALID_PARAMETER;
    }
    if (!interface_of(source, alias, sizeof alias)) {
        return ERROR_NOT_FOUND;
    }
    if (*length < sizeof answer) {
        return ERROR_BUFFER_OVERFLOW;
    }
    inet_ntop(AF_INET, &source, from, sizeof from);
    inet_ntop(AF_INET, &destination, to, sizeof to);
    DWORD code = ask_neighbour(alias, from, to, answer);
    if (!code) {
        memcpy(hardware_address, answer, sizeof answer);
        *length = sizeof answer;
    }
    return code;
}

DWORD WINAPI SendARP(IPAddr destination, IPAddr source, PVOID hardware_address, PULONG length) {
    struct standin_call call;
    char text[ADDRESS_TEXT];
    MIB_UNICASTIPADDRESS_ROW from = {0};
    from.Address.si_family = AF_INET;
    from.Address.Ipv4.sin_addr.s_addr = source;
    begin(&call, "SendARP", &from);
    inet_ntop(AF_INET, &destination, text, sizeof text);
    standin_ascii(&call, "destination", text);
    standin_number(&call, "length", length ? *length : 0);
    DWORD code = standin_fault(&call);
    code = code ? code : send_arp(destination, source, hardware_address, length);
    standin_end(&call, code);
    return code;
}

static DWORD forget(const MIB_IPNET_ROW2 *row) {
    char alias[MAX_PATH], address[ADDRESS_TEXT];
    NET_IFINDEX interface_index;
    MIB_UNICASTIPADDRESS_ROW place = {.InterfaceLuid = row->InterfaceLuid, .InterfaceIndex = row->InterfaceIndex};
    address_text(&row->Address, address);
    if (!*address) {
        return ERROR_INVALID_PARAMETER;
    }
    return row_interface(&place, &interface_index, alias, sizeof alias) ? forget_neighbour(alias, address) : ERROR_NOT_FOUND;
}

DWORD WINAPI DeleteIpNetEntry2(const MIB_IPNET_ROW2 *row) {
    struct standin_call call;
    MIB_UNICASTIPADDRESS_ROW of = {0};
    char luid[24] = "";
    if (row) {
        of.Address = row->Address;
        snprintf(luid, sizeof luid, "%016llx", (unsigned long long)row->InterfaceLuid.Value);
    }
    begin(&call, "DeleteIpNetEntry2", &of);
    standin_ascii(&call, "luid", luid);
    standin_number(&call, "index", row ? row->InterfaceIndex : 0);
    DWORD code = standin_fault(&call);
    code = code ? code : row ? forget(row) : ERROR_INVALID_PARAMETER;
    standin_end(&call, code);
    return code;
}
