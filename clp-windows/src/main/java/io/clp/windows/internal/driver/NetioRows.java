package io.clp.windows.internal.driver;

import com.sun.jna.Pointer;
import io.clp.windows.internal.win32.MIB_IPFORWARD_ROW2;
import io.clp.windows.internal.win32.MIB_IPNET_ROW2;
import io.clp.windows.internal.win32.MIB_UNICASTIPADDRESS_ROW;
import io.clp.windows.internal.win32.SOCKADDR_INET;
import java.util.ArrayList;
import java.util.List;

/** Values to rows of the IP helper, and back. */
final class NetioRows {
    private NetioRows() {}

    static void write(IpLiteral address, SOCKADDR_INET to) {
        if (address.isIpv4()) {
            to.si_family = SOCKADDR_INET.AF_INET;
            to.ipv4 = address.bytes();
        } else {
            to.si_family = SOCKADDR_INET.AF_INET6;
            to.ipv6 = address.bytes();
        }
    }

    static IpLiteral read(SOCKADDR_INET from) {
        return IpLiteral.of(from.si_family == SOCKADDR_INET.AF_INET ? from.ipv4 : from.ipv6);
    }

    /** Returns the key of an address: what its deletion needs. */
    static MIB_UNICASTIPADDRESS_ROW key(long luid, IpLiteral address) {
        MIB_UNICASTIPADDRESS_ROW row = new MIB_UNICASTIPADDRESS_ROW();
        row.InterfaceLuid = luid;
        write(address, row.Address);
        return row;
    }

    /** Adds to an initialised row what a new address has. The state is left to Windows, so that duplicate detection runs. */
    static void describe(UnicastAddress wanted, MIB_UNICASTIPADDRESS_ROW row) {
        row.InterfaceLuid = wanted.luid();
        write(wanted.address(), row.Address);
        row.OnLinkPrefixLength = (byte) wanted.prefix();
        row.SkipAsSource = (byte) (wanted.skipAsSource() ? 1 : 0);
        row.ValidLifetime = MIB_UNICASTIPADDRESS_ROW.INFINITE;
        row.PreferredLifetime = MIB_UNICASTIPADDRESS_ROW.INFINITE;
    }

    static MIB_IPNET_ROW2 neighbour(long luid, IpLiteral address) {
        MIB_IPNET_ROW2 row = new MIB_IPNET_ROW2();
        row.InterfaceLuid = luid;
        write(address, row.Address);
        return row;
    }

    static List<UnicastAddress> addresses(Pointer table) {
        List<UnicastAddress> addresses = new ArrayList<>();
        int size = new MIB_UNICASTIPADDRESS_ROW().size();
        for (int i = 0; i < table.getInt(0); i++) {
            MIB_UNICASTIPADDRESS_ROW row =
                    new MIB_UNICASTIPADDRESS_ROW(table.share(MIB_UNICASTIPADDRESS_ROW.TABLE_OFFSET + (long) i * size));
            addresses.add(new UnicastAddress(
                    read(row.Address),
                    row.InterfaceLuid,
                    row.OnLinkPrefixLength & 0xff,
                    row.DadState,
                    row.SkipAsSource != 0));
        }
        return List.copyOf(addresses);
    }

    static List<Route> routes(Pointer table) {
        List<Route> routes = new ArrayList<>();
        int size = new MIB_IPFORWARD_ROW2().size();
        for (int i = 0; i < table.getInt(0); i++) {
            MIB_IPFORWARD_ROW2 row =
                    new MIB_IPFORWARD_ROW2(table.share(MIB_IPFORWARD_ROW2.TABLE_OFFSET + (long) i * size));
            routes.add(new Route(row.InterfaceLuid, row.DestinationPrefix.PrefixLength & 0xff, read(row.NextHop)));
        }
        return List.copyOf(routes);
    }
}
