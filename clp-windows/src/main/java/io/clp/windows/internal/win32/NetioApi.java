package io.clp.windows.internal.win32;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;

/**
 * Addresses, interfaces and neighbours (iphlpapi.dll: netioapi.h, iphlpapi.h). What returns an int returns the Windows error code itself;
 * there is no last error.
 */
public interface NetioApi extends StdCallLibrary {
    /**
     * Fills a row with what an address has if nothing else is said.
     *
     * @param row overwritten
     */
    void InitializeUnicastIpAddressEntry(MIB_UNICASTIPADDRESS_ROW row);

    /**
     * Adds an address to an interface, until the next restart.
     *
     * @param row the address, the interface, prefix length and lifetimes
     * @return 0, 5, 50, 87, 1168 (no such interface) or 5010 (the interface has it)
     */
    int CreateUnicastIpAddressEntry(MIB_UNICASTIPADDRESS_ROW row);

    /**
     * Removes an address from an interface.
     *
     * @param row the address and the interface
     * @return 0, 5, 50, 87 or 1168
     */
    int DeleteUnicastIpAddressEntry(MIB_UNICASTIPADDRESS_ROW row);

    /**
     * Lists the addresses of the node.
     *
     * @param family one of {@link SOCKADDR_INET}
     * @param table receives a table for {@link #FreeMibTable}
     * @return 0, 8, 50, 87 or 1168
     */
    int GetUnicastIpAddressTable(short family, PointerByReference table);

    /**
     * Lists the routes of the node.
     *
     * @param family one of {@link SOCKADDR_INET}
     * @param table receives a table for {@link #FreeMibTable}
     * @return 0, 8, 50, 87 or 1168
     */
    int GetIpForwardTable2(short family, PointerByReference table);

    /**
     * Frees a table.
     *
     * @param table that another function of this library made
     */
    void FreeMibTable(Pointer table);

    /**
     * Finds an interface.
     *
     * @param alias its alias, "Ethernet 2"
     * @param luid receives its identity
     * @return 0 or 87
     */
    int ConvertInterfaceAliasToLuid(String alias, LongByReference luid);

    /**
     * Names an interface.
     *
     * @param luid its identity
     * @param alias receives its alias
     * @param length of the buffer, in characters, a SIZE_T
     * @return 0, 8 or 87
     */
    int ConvertInterfaceLuidToAlias(LongByReference luid, char[] alias, long length);

    /**
     * Tells what is known of an interface.
     *
     * @param row its LUID on the way in; all of it on the way out
     * @return 0, 2, 87 or 1168
     */
    int GetIfEntry2(MIB_IF_ROW2 row);

    /**
     * Forgets a neighbour, so that the next packet to it asks for it anew.
     *
     * @param row the address and the interface
     * @return 0, 5, 50, 87 or 1168
     */
    int DeleteIpNetEntry2(MIB_IPNET_ROW2 row);

    /**
     * Asks the network for the physical address of an IPv4 address, unless it is known already.
     *
     * @param destination in network order
     * @param source an address of this node in network order, which chooses the interface
     * @param physical receives the physical address
     * @param length of the buffer, then of what it received
     * @return 0, 67 (nobody answered), 111, 1168 (the source is not of this node) or 50
     */
    int SendARP(int destination, int source, byte[] physical, IntByReference length);
}
