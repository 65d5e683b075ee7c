package io.clp.windows.internal.win32;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/** A route (netioapi.h): 104 bytes, the fields named as in the header. */
@FieldOrder({
    "InterfaceLuid",
    "InterfaceIndex",
    "DestinationPrefix",
    "NextHop",
    "SitePrefixLength",
    "ValidLifetime",
    "PreferredLifetime",
    "Metric",
    "Protocol",
    "Loopback",
    "AutoconfigureAddress",
    "Publish",
    "Immortal",
    "Age",
    "Origin"
})
public final class MIB_IPFORWARD_ROW2 extends Structure {
    /** Where the rows of a table begin: after their number, aligned. */
    public static final int TABLE_OFFSET = 8;

    /** The interface, by the identity that outlives a restart. */
    public long InterfaceLuid;
    /** The interface, by a number that may change. */
    public int InterfaceIndex;
    /** Where it leads. */
    public IP_ADDRESS_PREFIX DestinationPrefix = new IP_ADDRESS_PREFIX();
    /** The router; all zeros on the link itself. */
    public SOCKADDR_INET NextHop = new SOCKADDR_INET();
    /** The site's prefix length. */
    public byte SitePrefixLength;
    /** Seconds of validity. */
    public int ValidLifetime;
    /** Seconds for which it is preferred. */
    public int PreferredLifetime;
    /** Its cost. */
    public int Metric;
    /** Who made it. */
    public int Protocol;
    /** Whether it is on a loopback interface. */
    public byte Loopback;
    /** Whether it was configured by itself. */
    public byte AutoconfigureAddress;
    /** Whether it is advertised. */
    public byte Publish;
    /** Whether it never ages. */
    public byte Immortal;
    /** Seconds since it was made or changed. */
    public int Age;
    /** Where it comes from. */
    public int Origin;

    /** Makes a row of zeros. */
    public MIB_IPFORWARD_ROW2() {}

    /**
     * Reads a row.
     *
     * @param at where it lies
     */
    public MIB_IPFORWARD_ROW2(Pointer at) {
        super(at);
        read();
    }
}
