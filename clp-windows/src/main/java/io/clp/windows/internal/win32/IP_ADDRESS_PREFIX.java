package io.clp.windows.internal.win32;

import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/** A subnet (netioapi.h): 32 bytes. */
@FieldOrder({"Prefix", "PrefixLength"})
public final class IP_ADDRESS_PREFIX extends Structure {
    /** An address in it. */
    public SOCKADDR_INET Prefix = new SOCKADDR_INET();
    /** The prefix length. */
    public byte PrefixLength;
}
