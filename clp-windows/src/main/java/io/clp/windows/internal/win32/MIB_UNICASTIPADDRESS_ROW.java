package io.clp.windows.internal.win32;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;

/** An address on an interface (netioapi.h): 80 bytes, the fields named as in the header. */
@FieldOrder({
    "Address",
    "InterfaceLuid",
    "InterfaceIndex",
    "PrefixOrigin",
    "SuffixOrigin",
    "ValidLifetime",
    "PreferredLifetime",
    "OnLinkPrefixLength",
    "SkipAsSource",
    "DadState",
    "ScopeId",
    "CreationTimeStamp"
})
public final class MIB_UNICASTIPADDRESS_ROW extends Structure {
    /** Where the rows of a table begin: after their number, aligned. */
    public static final int TABLE_OFFSET = 8;
    /** A lifetime without end. */
    public static final int INFINITE = 0xffffffff;

    /** NL_DAD_STATE: not valid. */
    public static final int IpDadStateInvalid = 0;
    /** NL_DAD_STATE: duplicate detection is not done. */
    public static final int IpDadStateTentative = 1;
    /** NL_DAD_STATE: somebody else has it. */
    public static final int IpDadStateDuplicate = 2;
    /** NL_DAD_STATE: past its preferred lifetime. */
    public static final int IpDadStateDeprecated = 3;
    /** NL_DAD_STATE: usable. */
    public static final int IpDadStatePreferred = 4;

    /** The address. */
    public SOCKADDR_INET Address = new SOCKADDR_INET();
    /** The interface, by the identity that outlives a restart. */
    public long InterfaceLuid;
    /** The interface, by a number that may change. */
    public int InterfaceIndex;
    /** Where the prefix comes from. */
    public int PrefixOrigin;
    /** Where the suffix comes from. */
    public int SuffixOrigin;
    /** Seconds of validity. */
    public int ValidLifetime;
    /** Seconds for which it is preferred. */
    public int PreferredLifetime;
    /** The prefix length; 255 if not set, which makes the address a subnet of its own. */
    public byte OnLinkPrefixLength;
    /** A BOOLEAN of one byte: never the source of what this node sends of itself, nor registered in DNS. */
    public byte SkipAsSource;
    /** The state of duplicate detection. */
    public int DadState;
    /** The scope of an IPv6 address. */
    public int ScopeId;
    /** When it was made. */
    public long CreationTimeStamp;

    /** Makes a row of zeros. */
    public MIB_UNICASTIPADDRESS_ROW() {}

    /**
     * Reads a row.
     *
     * @param at where it lies
     */
    public MIB_UNICASTIPADDRESS_ROW(Pointer at) {
        super(at);
        read();
    }
}
