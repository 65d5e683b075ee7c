package io.clp.windows.internal.win32;

import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/** A neighbour (netioapi.h): 88 bytes, the fields named as in the header. */
@FieldOrder({
    "Address",
    "InterfaceIndex",
    "InterfaceLuid",
    "PhysicalAddress",
    "PhysicalAddressLength",
    "State",
    "Flags",
    "ReachabilityTime"
})
public final class MIB_IPNET_ROW2 extends Structure {
    /** The neighbour's address. */
    public SOCKADDR_INET Address = new SOCKADDR_INET();
    /** The interface, by a number that may change. */
    public int InterfaceIndex;
    /** The interface, by the identity that outlives a restart. */
    public long InterfaceLuid;
    /** The neighbour's physical address. */
    public byte[] PhysicalAddress = new byte[32];
    /** Its length. */
    public int PhysicalAddressLength;
    /** How sure it is. */
    public int State;
    /** Router, unreachable. */
    public byte Flags;
    /** When it was last heard of. */
    public int ReachabilityTime;
}
