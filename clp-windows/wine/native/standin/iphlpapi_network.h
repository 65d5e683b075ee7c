/*
 * The addresses of this node as the stand-in for iphlpapi sees them: those that Linux has, which Wine shows, and those that only wait
 * for duplicate detection, which Linux does not know and nobody on the network can reach. The latter are files in
 * %CLP_STANDIN%\addresses, so that every process of the node sees them:
 *
 *     10.10.0.9-2-24-1-3fa0-1c.tentative         address, interface, prefix length, skip as source, token of the request
 *
 * .tentative becomes .adding, then .preferred (Linux has the address), or .duplicate. Who renames a file owns the step: an address that is
 * deleted while it is tentative can never appear later.
 */
#ifndef CLP_IPHLPAPI_NETWORK_H
#define CLP_IPHLPAPI_NETWORK_H

#include "standin.h"

#include <ws2tcpip.h>
#include <ws2ipdef.h>

#include <iphlpapi.h>
#include <netioapi.h>

#define ADDRESS_TEXT 64
#define MAX_MARKS 64

/* One file in %CLP_STANDIN%\addresses. */
struct mark {
    WCHAR file[MAX_PATH];
    char address[ADDRESS_TEXT];
    unsigned long interface_index;
    unsigned prefix_length;
    unsigned skip_as_source;
    char state[16];
};

/* An address as text; family is 0 where it is neither IPv4 nor IPv6. */
void address_text(const SOCKADDR_INET *address, char *text);
void text_address(const char *text, SOCKADDR_INET *address);

/* The interface of a row: its index, and its alias, which is its name on Linux. FALSE where there is none. */
BOOL row_interface(const MIB_UNICASTIPADDRESS_ROW *row, NET_IFINDEX *interface_index, char *alias, int size);

/* The marks of one address on one interface, or of all (address NULL). Answers how many were found. */
int find_marks(const char *address, NET_IFINDEX interface_index, struct mark *marks);

/* What a row's DadState and SkipAsSource are by the marks, and by what Linux says of IPv6 (Wine calls everything preferred). */
void correct_row(MIB_UNICASTIPADDRESS_ROW *row, const struct mark *marks, int count);

/* A row for an address that waits for duplicate detection, or failed it. FALSE where the mark is of another kind. */
BOOL pending_row(const struct mark *mark, MIB_UNICASTIPADDRESS_ROW *row);

/* Gives Linux the address, for IPv4 after duplicate detection (then it returns before that). A Windows error code. */
DWORD add_address(const MIB_UNICASTIPADDRESS_ROW *row, const char *address, NET_IFINDEX interface_index, const char *alias);

/* Takes an address away that is here, whatever state it is in. A Windows error code. */
DWORD delete_address(const char *address, NET_IFINDEX interface_index, const char *alias, unsigned prefix_length);

/* Asks who has an IPv4 address, with a sender address, or reads the neighbour table where it knows. 0, or 67 without an answer. */
DWORD ask_neighbour(const char *alias, const char *source, const char *destination, BYTE *hardware_address);

/* Forgets a neighbour. 1168 where there is no such entry. */
DWORD forget_neighbour(const char *alias, const char *address);

#endif
