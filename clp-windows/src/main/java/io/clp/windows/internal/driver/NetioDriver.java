package io.clp.windows.internal.driver;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import io.clp.windows.internal.win32.MIB_IF_ROW2;
import io.clp.windows.internal.win32.MIB_UNICASTIPADDRESS_ROW;
import io.clp.windows.internal.win32.Natives;
import io.clp.windows.internal.win32.NetioApi;
import io.clp.windows.internal.win32.SOCKADDR_INET;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Addresses, interfaces and neighbours of the node. What returns an int returns the Windows error code, 0 for success. An interface is
 * named by its LUID. Thread-safe.
 */
public final class NetioDriver {
    private static final int NOT_FOUND = 1168;
    private static final int INVALID_PARAMETER = 87;
    private static final int FILE_NOT_FOUND = 2;
    /** IF_MAX_STRING_SIZE and the zero at its end. */
    private static final int ALIAS_LENGTH = 257;

    private static final int PHYSICAL_LENGTH = 8;

    private final NetioApi api;

    /**
     * Makes the driver.
     *
     * @param api the IP helper
     */
    public NetioDriver(NetioApi api) {
        this.api = api;
    }

    /** {@return the driver of this machine's IP helper} */
    public static NetioDriver load() {
        return new NetioDriver(Natives.load("iphlpapi", NetioApi.class));
    }

    /**
     * Lists the addresses of a family.
     *
     * @param ipv4 IPv4, else IPv6
     * @return as the node has them now, on all interfaces
     */
    public List<UnicastAddress> addresses(boolean ipv4) {
        return table(
                "list the addresses (GetUnicastIpAddressTable)",
                it -> api.GetUnicastIpAddressTable(family(ipv4), it),
                NetioRows::addresses);
    }

    /**
     * Lists the routes of a family.
     *
     * @param ipv4 IPv4, else IPv6
     * @return as the node has them now, through all interfaces
     */
    public List<Route> routes(boolean ipv4) {
        return table(
                "list the routes (GetIpForwardTable2)",
                it -> api.GetIpForwardTable2(family(ipv4), it),
                NetioRows::routes);
    }

    private <T> List<T> table(
            String attempted, Function<PointerByReference, Integer> call, Function<Pointer, List<T>> rows) {
        PointerByReference table = new PointerByReference();
        int code = call.apply(table);
        if (code == NOT_FOUND) {
            return List.of(); // of this family there is none
        }
        if (code != 0) {
            throw new NativeCallException(attempted, code);
        }
        try {
            return rows.apply(table.getValue());
        } finally {
            api.FreeMibTable(table.getValue());
        }
    }

    /**
     * Adds an address, until the next restart of the node; duplicate detection goes on when this returns.
     *
     * @param wanted its state is ignored
     * @return the code
     */
    public int create(UnicastAddress wanted) {
        MIB_UNICASTIPADDRESS_ROW row = new MIB_UNICASTIPADDRESS_ROW();
        api.InitializeUnicastIpAddressEntry(row);
        NetioRows.describe(wanted, row);
        return api.CreateUnicastIpAddressEntry(row);
    }

    /**
     * Removes an address from an interface.
     *
     * @param luid the interface
     * @param address the address
     * @return the code
     */
    public int delete(long luid, IpLiteral address) {
        return api.DeleteUnicastIpAddressEntry(NetioRows.key(luid, address));
    }

    /**
     * Finds an interface.
     *
     * @param alias its alias
     * @return empty where there is none of that name
     */
    public OptionalLong luidOf(String alias) {
        LongByReference luid = new LongByReference();
        int code = api.ConvertInterfaceAliasToLuid(alias, luid);
        return switch (code) {
            case 0 -> OptionalLong.of(luid.getValue());
            case INVALID_PARAMETER, NOT_FOUND, FILE_NOT_FOUND -> OptionalLong.empty();
            default ->
                throw new NativeCallException("find interface " + alias + " (ConvertInterfaceAliasToLuid)", code);
        };
    }

    /**
     * Names an interface.
     *
     * @param luid the interface
     * @return its alias; empty where it is gone
     */
    public String aliasOf(long luid) {
        char[] alias = new char[ALIAS_LENGTH];
        int code = api.ConvertInterfaceLuidToAlias(new LongByReference(luid), alias, alias.length);
        return switch (code) {
            case 0 -> Native.toString(alias);
            case INVALID_PARAMETER, NOT_FOUND, FILE_NOT_FOUND -> "";
            default -> throw new NativeCallException("name an interface (ConvertInterfaceLuidToAlias)", code);
        };
    }

    /**
     * Returns whether an interface passes packets.
     *
     * @param luid the interface
     * @return whether it does; not where it is gone
     */
    public boolean isUp(long luid) {
        MIB_IF_ROW2 row = new MIB_IF_ROW2();
        row.InterfaceLuid = luid;
        int code = api.GetIfEntry2(row);
        return switch (code) {
            case 0 -> row.OperStatus == MIB_IF_ROW2.IfOperStatusUp;
            case INVALID_PARAMETER, NOT_FOUND, FILE_NOT_FOUND -> false;
            default -> throw new NativeCallException("look at an interface (GetIfEntry2)", code);
        };
    }

    /**
     * Forgets what is known of a neighbour, so that it is asked for anew.
     *
     * @param luid the interface
     * @param address the neighbour's
     * @return the code
     */
    public int forget(long luid, IpLiteral address) {
        return api.DeleteIpNetEntry2(NetioRows.neighbour(luid, address));
    }

    /**
     * Asks the network who has an address, unless that is known.
     *
     * @param destination an IPv4 address that is not this node's
     * @param source the IPv4 address of this node in whose name to ask
     * @return the code
     */
    public int ask(IpLiteral destination, IpLiteral source) {
        byte[] physical = new byte[PHYSICAL_LENGTH];
        return api.SendARP(
                inNetworkOrder(destination), inNetworkOrder(source), physical, new IntByReference(physical.length));
    }

    /** An IPAddr: the bytes of the address as they lie in memory. */
    static int inNetworkOrder(IpLiteral address) {
        return ByteBuffer.wrap(address.bytes()).order(ByteOrder.nativeOrder()).getInt();
    }

    private static short family(boolean ipv4) {
        return ipv4 ? SOCKADDR_INET.AF_INET : SOCKADDR_INET.AF_INET6;
    }
}
