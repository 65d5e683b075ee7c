package io.clp.windows.internal.win32;

import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/**
 * An interface (netioapi.h): 1352 bytes, the fields named as in the header. Asked by its LUID, for whether it passes packets.
 *
 * <p>Not jna-platform's own: there it lies inside a library that JNA would load with it.
 */
@FieldOrder({
    "InterfaceLuid",
    "InterfaceIndex",
    "InterfaceGuid",
    "Alias",
    "Description",
    "PhysicalAddressLength",
    "PhysicalAddress",
    "PermanentPhysicalAddress",
    "Mtu",
    "Type",
    "TunnelType",
    "MediaType",
    "PhysicalMediumType",
    "AccessType",
    "DirectionType",
    "InterfaceAndOperStatusFlags",
    "OperStatus",
    "AdminStatus",
    "MediaConnectState",
    "NetworkGuid",
    "ConnectionType",
    "TransmitLinkSpeed",
    "ReceiveLinkSpeed",
    "InOctets",
    "InUcastPkts",
    "InNUcastPkts",
    "InDiscards",
    "InErrors",
    "InUnknownProtos",
    "InUcastOctets",
    "InMulticastOctets",
    "InBroadcastOctets",
    "OutOctets",
    "OutUcastPkts",
    "OutNUcastPkts",
    "OutDiscards",
    "OutErrors",
    "OutUcastOctets",
    "OutMulticastOctets",
    "OutBroadcastOctets",
    "OutQLen"
})
public final class MIB_IF_ROW2 extends Structure {
    /** IF_OPER_STATUS: it passes packets. */
    public static final int IfOperStatusUp = 1;

    /** The interface, by the identity that outlives a restart. */
    public long InterfaceLuid;

    public int InterfaceIndex;
    public byte[] InterfaceGuid = new byte[16];
    public byte[] Alias = new byte[514];
    public byte[] Description = new byte[514];
    public int PhysicalAddressLength;
    public byte[] PhysicalAddress = new byte[32];
    public byte[] PermanentPhysicalAddress = new byte[32];
    public int Mtu;
    public int Type;
    public int TunnelType;
    public int MediaType;
    public int PhysicalMediumType;
    public int AccessType;
    public int DirectionType;
    public byte InterfaceAndOperStatusFlags;
    /** Whether it passes packets. */
    public int OperStatus;

    public int AdminStatus;
    public int MediaConnectState;
    public byte[] NetworkGuid = new byte[16];
    public int ConnectionType;
    public long TransmitLinkSpeed;
    public long ReceiveLinkSpeed;
    public long InOctets;
    public long InUcastPkts;
    public long InNUcastPkts;
    public long InDiscards;
    public long InErrors;
    public long InUnknownProtos;
    public long InUcastOctets;
    public long InMulticastOctets;
    public long InBroadcastOctets;
    public long OutOctets;
    public long OutUcastPkts;
    public long OutNUcastPkts;
    public long OutDiscards;
    public long OutErrors;
    public long OutUcastOctets;
    public long OutMulticastOctets;
    public long OutBroadcastOctets;
    public long OutQLen;
}
