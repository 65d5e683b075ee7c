/* The addresses of this node: see iphlpapi_network.h. */
#include "iphlpapi_network.h"
#include "standin_linux.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * As on Windows a secondary address outlives the first of its subnet, and only the interface that has an address answers for it: the bridge
 * of a test network may be in the same namespace.
 */
#define AS_WINDOWS \
    "echo 1 > /proc/sys/net/ipv4/conf/$1/promote_secondaries\n" \
    "echo 1 > /proc/sys/net/ipv4/conf/all/arp_ignore\n"

/* $1 interface, $2 address, $3 prefix length, $4 how long to wait for an answer, $5 the mark without its state */
static const char DETECT_THEN_ADD[] =
    "claim() {\n"
    "    mv $5.tentative $5.adding || exit\n"
    AS_WINDOWS
    "    ip addr add $2/$3 dev $1 && mv $5.adding $5.preferred || rm $5.adding\n"
    "}\n"
    "detect() {\n"
    "    tries=0\n"
    "    while [ -e $5.tentative ] && [ $tries -lt 50 ]; do\n"
    "        heard=$(timeout -s INT $4 arping -D -I $1 $2)\n"
    "        case $?,$heard in\n"
    "            1,*) mv $5.tentative $5.duplicate; exit ;;\n"
    "            *Sent?[1-9]*|*'not ARPable'*) claim \"$@\"; exit ;;\n"
    "        esac\n"
    "        tries=$((tries + 1))\n"
    "        sleep 0.1\n"
    "    done\n"
    "}\n"
    ": > $5.tentative || return\n"
    "(exec > /dev/null 2>&1; detect \"$@\") &";

/* The same, but the address is there from the start, as Windows does where a row is created as preferred. */
static const char ADD_THEN_DETECT[] =
    AS_WINDOWS
    ": > $5.adding || return\n"
    "ip addr add $2/$3 dev $1 || { rm $5.adding; return 1; }\n"
    "mv $5.adding $5.preferred\n"
    "detect() {\n"
    "    timeout -s INT $4 arping -D -I $1 $2\n"
    "    [ $? -eq 1 ] && mv $5.preferred $5.duplicate && ip addr del $2/$3 dev $1\n"
    "}\n"
    "(exec > /dev/null 2>&1; detect \"$@\") &";

/* Linux itself detects duplicates of IPv6 addresses. */
static const char ADD[] =
    AS_WINDOWS
    ": > $5.adding || return\n"
    "ip addr add $2/$3 dev $1 || { rm $5.adding; return 1; }\n"
    "mv $5.adding $5.preferred";

static const char DELETE_ADDRESS[] = "ip addr del $1/$2 dev $3";

/* $1 interface, $2 sender, $3 whom to ask, $4 how long to wait. As on Windows nothing is sent where the neighbour is known. */
static const char ASK[] =
    "known=$(ip neigh show to $3 dev $1 nud reachable nud stale nud delay nud probe nud permanent)\n"
    "case $known in\n"
    "    *lladdr*) echo ${known#*lladdr }; return ;;\n"
    "esac\n"
    "answer=$(timeout $4 arping -f -I $1 -s $2 $3)\n"
    "case $answer in\n"
    "    *reply*) answer=${answer#*\\[}; answer=${answer%%\\]*}; echo $answer ;;\n"
    "    *) return 1 ;;\n"
    "esac\n"
    "ip neigh replace $3 lladdr $answer dev $1 nud stale";

static const char FORGET[] = "[ -n \"$(ip neigh show to $2 dev $1)\" ] && ip neigh flush to $2 dev $1";

void address_text(const SOCKADDR_INET *address, char *text) {
    text[0] = 0;
    if (address->si_family == AF_INET) {
        inet_ntop(AF_INET, (void *)&address->Ipv4.sin_addr, text, ADDRESS_TEXT);
    } else if (address->si_family == AF_INET6) {
        inet_ntop(AF_INET6, (void *)&address->Ipv6.sin6_addr, text, ADDRESS_TEXT);
    }
}

void text_address(const char *text, SOCKADDR_INET *address) {
    memset(address, 0, sizeof *address);
    if (inet_pton(AF_INET, text, &address->Ipv4.sin_addr) == 1) {
        address->si_family = AF_INET;
    } else if (inet_pton(AF_INET6, text, &address->Ipv6.sin6_addr) == 1) {
        address->si_family = AF_INET6;
    }
}

BOOL row_interface(const MIB_UNICASTIPADDRESS_ROW *row, NET_IFINDEX *interface_index, char *alias, int size) {
    NET_LUID luid = row->InterfaceLuid;
    WCHAR wide[IF_MAX_STRING_SIZE + 1];
    if (!luid.Value && ConvertInterfaceIndexToLuid(row->InterfaceIndex, &luid)) {
        return FALSE;
    }
    if (ConvertInterfaceLuidToIndex(&luid, interface_index) || ConvertInterfaceLuidToAlias(&luid, wide, IF_MAX_STRING_SIZE + 1)) {
        return FALSE;
    }
    return WideCharToMultiByte(CP_UTF8, 0, wide, -1, alias, size, NULL, NULL) > 0;
}

/* Marks */

static void marks_path(WCHAR *path, const WCHAR *file) {
    WCHAR name[MAX_PATH];
    standin_path(path, L"addresses");
    CreateDirectoryW(path, NULL);
    _snwprintf(name, MAX_PATH, L"addresses\\%ls", file);
    standin_path(path, name);
}

static void swap(char *text, char from, char to) {
    for (; *text; text++) {
        if (*text == from) {
            *text = to;
        }
    }
}

static BOOL parse_mark(const WCHAR *file, struct mark *mark) {
    char name[MAX_PATH];
    WideCharToMultiByte(CP_UTF8, 0, file, -1, name, sizeof name, NULL, NULL);
    char *state = strrchr(name, '.');
    if (!state || sscanf(name, "%63[^-]-%lu-%u-%u-", mark->address, &mark->interface_index, &mark->prefix_length,
                         &mark->skip_as_source) != 4) {
        return FALSE;
    }
    lstrcpyW(mark->file, file);
    swap(mark->address, '_', ':');
    snprintf(mark->state, sizeof mark->state, "%.15s", state + 1);
    return TRUE;
}

int find_marks(const char *address, NET_IFINDEX interface_index, struct mark *marks) {
    WCHAR path[STANDIN_PATH];
    WIN32_FIND_DATAW found;
    int count = 0;
    marks_path(path, L"*-*.*");
    HANDLE search = FindFirstFileW(path, &found);
    if (search == INVALID_HANDLE_VALUE) {
        return 0;
    }
    do {
        struct mark *mark = &marks[count];
        if (parse_mark(found.cFileName, mark)
            && (!address || (!strcmp(mark->address, address) && mark->interface_index == interface_index))) {
            count++;
        }
    } while (count < MAX_MARKS && FindNextFileW(search, &found));
    FindClose(search);
    return count;
}

static BOOL is(const struct mark *mark, const char *state) {
    return !strcmp(mark->state, state);
}

static BOOL is_pending(const struct mark *mark) {
    return is(mark, "tentative") || is(mark, "adding") || is(mark, "duplicate");
}

/*
 * Names a mark: its path on Linux without the state. The script makes it, for the script goes on where this process is killed, as Windows
 * does: no address stays tentative for ever.
 */
static BOOL name_mark(const MIB_UNICASTIPADDRESS_ROW *row, const char *address, NET_IFINDEX interface_index, unsigned prefix_length,
                      char *mark) {
    static LONG requests;
    char escaped[ADDRESS_TEXT];
    WCHAR folder[STANDIN_PATH];
    marks_path(folder, L"");
    if (!linux_path(folder, mark, STANDIN_PATH)) {
        return FALSE;
    }
    snprintf(escaped, sizeof escaped, "%s", address);
    swap(escaped, ':', '_');
    size_t length = strlen(mark);
    length -= mark[length - 1] == '/';
    int added = snprintf(mark + length, STANDIN_PATH - length, "/%s-%lu-%u-%u-%lx-%lx", escaped, interface_index, prefix_length,
                         row->SkipAsSource != 0, GetCurrentProcessId(),
                         (GetTickCount() << 8) + (InterlockedIncrement(&requests) & 0xFF));
    return added < (int)(STANDIN_PATH - length);
}

/* FALSE where somebody else has taken it away or renamed it. */
static BOOL delete_mark(const struct mark *mark) {
    WCHAR path[STANDIN_PATH];
    marks_path(path, mark->file);
    return DeleteFileW(path);
}

/* States */

/* The flags of Linux for an IPv6 address: 0x08 duplicate, 0x40 tentative. */
static unsigned linux_flags(const MIB_UNICASTIPADDRESS_ROW *row) {
    static const WCHAR TABLE[] = L"\\\\?\\unix\\proc\\net\\if_inet6";
    char text[8192], wanted[40];
    unsigned index, prefix_length, scope, flags;
    const BYTE *bytes = row->Address.Ipv6.sin6_addr.s6_addr;
    for (int i = 0; i < 16; i++) {
        sprintf(wanted + 2 * i, "%02x", bytes[i]);
    }
    if (standin_read(TABLE, text, sizeof text) <= 0) {
        return 0;
    }
    for (char *line = strstr(text, wanted); line; line = strstr(line + 1, wanted)) {
        if (sscanf(line + 32, "%x %x %x %x", &index, &prefix_length, &scope, &flags) == 4 && index == row->InterfaceIndex) {
            return flags;
        }
    }
    return 0;
}

void correct_row(MIB_UNICASTIPADDRESS_ROW *row, const struct mark *marks, int count) {
    char address[ADDRESS_TEXT];
    address_text(&row->Address, address);
    for (int i = 0; i < count; i++) {
        if (!strcmp(marks[i].address, address) && marks[i].interface_index == row->InterfaceIndex) {
            row->SkipAsSource = marks[i].skip_as_source;
        }
    }
    if (row->Address.si_family == AF_INET6) {
        unsigned flags = linux_flags(row);
        row->DadState = flags & 0x08 ? IpDadStateDuplicate : flags & 0x40 ? IpDadStateTentative : row->DadState;
    }
}

BOOL pending_row(const struct mark *mark, MIB_UNICASTIPADDRESS_ROW *row) {
    if (!is_pending(mark)) {
        return FALSE;
    }
    memset(row, 0, sizeof *row);
    text_address(mark->address, &row->Address);
    row->InterfaceIndex = mark->interface_index;
    ConvertInterfaceIndexToLuid(mark->interface_index, &row->InterfaceLuid);
    row->PrefixOrigin = IpPrefixOriginManual;
    row->SuffixOrigin = IpSuffixOriginManual;
    row->ValidLifetime = row->PreferredLifetime = 0xFFFFFFFF;
    row->OnLinkPrefixLength = mark->prefix_length;
    row->SkipAsSource = mark->skip_as_source;
    row->DadState = is(mark, "duplicate") ? IpDadStateDuplicate : IpDadStateTentative;
    return TRUE;
}

/* Acts */

static void seconds(char *text, const WCHAR *setting, DWORD otherwise) {
    DWORD ms = standin_setting(setting, otherwise);
    sprintf(text, "%lu.%03lu", ms / 1000, ms % 1000);
}

DWORD add_address(const MIB_UNICASTIPADDRESS_ROW *row, const char *address, NET_IFINDEX interface_index, const char *alias) {
    char prefix[8], wait[16], mark[STANDIN_PATH], output[LINUX_OUTPUT];
    const char *arguments[] = {alias, address, prefix, wait, mark, NULL};
    BOOL ipv4 = row->Address.si_family == AF_INET;
    BOOL detects_first = ipv4 && row->DadState != IpDadStatePreferred && standin_setting(L"CLP_STANDIN_DAD_MS", 100);
    unsigned longest = ipv4 ? 32 : 128;
    unsigned prefix_length = row->OnLinkPrefixLength > longest ? longest : row->OnLinkPrefixLength;
    sprintf(prefix, "%u", prefix_length);
    seconds(wait, L"CLP_STANDIN_DAD_MS", 100);
    if (!name_mark(row, address, interface_index, prefix_length, mark)) {
        return ERROR_WRITE_FAULT;
    }
    if (detects_first) {
        return linux_run(DETECT_THEN_ADD, arguments, output) ? ERROR_GEN_FAILURE : NO_ERROR;
    }
    BOOL detects = ipv4 && standin_setting(L"CLP_STANDIN_DAD_MS", 100);
    return linux_run(detects ? ADD_THEN_DETECT : ADD, arguments, output) ? ERROR_ACCESS_DENIED : NO_ERROR;
}

/* Waits until no address is just being added. FALSE where one was deleted while it was pending. */
static BOOL delete_pending(const char *address, NET_IFINDEX interface_index) {
    struct mark marks[MAX_MARKS];
    BOOL deleted = FALSE, again = TRUE;
    for (int tries = 0; again && tries < 1000; tries++) {
        again = FALSE;
        int count = find_marks(address, interface_index, marks);
        for (int i = 0; i < count; i++) {
            if (is(&marks[i], "adding")) {
                again = TRUE;
            } else if (is_pending(&marks[i])) {
                deleted |= delete_mark(&marks[i]);
                again = TRUE;
            }
        }
        if (again) {
            Sleep(deleted ? 0 : 1);
        }
    }
    return deleted;
}

static void delete_marks(const char *address, NET_IFINDEX interface_index) {
    struct mark marks[MAX_MARKS];
    int count = find_marks(address, interface_index, marks);
    for (int i = 0; i < count; i++) {
        delete_mark(&marks[i]);
    }
}

DWORD delete_address(const char *address, NET_IFINDEX interface_index, const char *alias, unsigned prefix_length) {
    char prefix[8], output[LINUX_OUTPUT];
    const char *arguments[] = {address, prefix, alias, NULL};
    sprintf(prefix, "%u", prefix_length);
    if (delete_pending(address, interface_index)) {
        return NO_ERROR;
    }
    DWORD code = linux_run(DELETE_ADDRESS, arguments, output) ? ERROR_ACCESS_DENIED : NO_ERROR;
    if (!code) {
        delete_marks(address, interface_index);
    }
    return code;
}

DWORD ask_neighbour(const char *alias, const char *source, const char *destination, BYTE *hardware_address) {
    char wait[16], output[LINUX_OUTPUT];
    unsigned bytes[6];
    const char *arguments[] = {alias, source, destination, wait, NULL};
    seconds(wait, L"CLP_STANDIN_ARP_MS", 1000);
    if (linux_run(ASK, arguments, output)
        || sscanf(output, "%x:%x:%x:%x:%x:%x", &bytes[0], &bytes[1], &bytes[2], &bytes[3], &bytes[4], &bytes[5]) != 6) {
        return ERROR_BAD_NET_NAME;
    }
    for (int i = 0; i < 6; i++) {
        hardware_address[i] = (BYTE)bytes[i];
    }
    return NO_ERROR;
}

DWORD forget_neighbour(const char *alias, const char *address) {
    char output[LINUX_OUTPUT];
    const char *arguments[] = {alias, address, NULL};
    return linux_run(FORGET, arguments, output) ? ERROR_NOT_FOUND : NO_ERROR;
}
