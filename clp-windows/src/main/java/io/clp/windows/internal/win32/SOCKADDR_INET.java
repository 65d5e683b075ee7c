package io.clp.windows.internal.win32;

import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * An IPv4 or IPv6 address (ws2ipdef.h): 28 bytes. The union of the header is laid out flat: an IPv4 address lies where an IPv6 one has
 * its flow information.
 */
@FieldOrder({"si_family", "port", "ipv4", "ipv6", "scope"})
public final class SOCKADDR_INET extends Structure {
    /** IPv4. */
    public static final short AF_INET = 2;
    /** IPv6. */
    public static final short AF_INET6 = 23;

    /** The family. */
    public short si_family;
    /** The port; unused here. */
    public short port;
    /** The IPv4 address, in network order; the flow information of an IPv6 one. */
    public byte[] ipv4 = new byte[4];
    /** The IPv6 address, in network order. */
    public byte[] ipv6 = new byte[16];
    /** The scope of an IPv6 address. */
    public int scope;
}
