package io.clp.windows.internal.platform;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.LongByReference;
import com.sun.jna.ptr.PointerByReference;
import io.clp.windows.internal.driver.IpLiteral;
import io.clp.windows.internal.win32.MIB_IF_ROW2;
import io.clp.windows.internal.win32.MIB_IPFORWARD_ROW2;
import io.clp.windows.internal.win32.MIB_IPNET_ROW2;
import io.clp.windows.internal.win32.MIB_UNICASTIPADDRESS_ROW;
import io.clp.windows.internal.win32.NetioApi;
import io.clp.windows.internal.win32.SOCKADDR_INET;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The addresses of a machine in memory, by Windows' documented rules; logs its calls and fails those that a test wants to fail. */
final class ScriptedIpHelper implements NetioApi {
    static final long LAN = 0x0006_0000_0100_0000L;
    static final long WAN = 0x0006_0000_0200_0000L;

    final List<String> calls = new ArrayList<>();
    final Map<String, Long> interfaces = new LinkedHashMap<>(Map.of("LAN", LAN, "WAN", WAN));
    final List<Long> down = new ArrayList<>();
    int tablesOpen;

    private final List<byte[]> rows = new ArrayList<>();
    private final List<byte[]> routes = new ArrayList<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<Long, Memory> tables = new HashMap<>();

    /** Gives the machine an address of its own. */
    ScriptedIpHelper has(String address, int prefix, long luid, int dadState, boolean skipAsSource) {
        MIB_UNICASTIPADDRESS_ROW row = new MIB_UNICASTIPADDRESS_ROW();
        address(address, row.Address);
        row.InterfaceLuid = luid;
        row.OnLinkPrefixLength = (byte) prefix;
        row.DadState = dadState;
        row.SkipAsSource = (byte) (skipAsSource ? 1 : 0);
        row.write();
        rows.add(row.getPointer().getByteArray(0, row.size()));
        return this;
    }

    ScriptedIpHelper has(String address, int prefix, long luid) {
        return has(address, prefix, luid, MIB_UNICASTIPADDRESS_ROW.IpDadStatePreferred, false);
    }

    /** Gives the machine a default route. */
    ScriptedIpHelper gateway(String address, long luid) {
        MIB_IPFORWARD_ROW2 row = new MIB_IPFORWARD_ROW2();
        row.InterfaceLuid = luid;
        row.DestinationPrefix.Prefix.si_family = SOCKADDR_INET.AF_INET;
        address(address, row.NextHop);
        row.write();
        routes.add(row.getPointer().getByteArray(0, row.size()));
        return this;
    }

    ScriptedIpHelper failing(String function, int code) {
        failures.put(function, code);
        return this;
    }

    List<MIB_UNICASTIPADDRESS_ROW> rows() {
        return rows.stream().map(ScriptedIpHelper::row).toList();
    }

    private static MIB_UNICASTIPADDRESS_ROW row(byte[] bytes) {
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return new MIB_UNICASTIPADDRESS_ROW(memory);
    }

    private static void address(String text, SOCKADDR_INET to) {
        byte[] bytes = Objects.requireNonNull(IpLiteral.parse(text)).bytes();
        to.si_family = bytes.length == 4 ? SOCKADDR_INET.AF_INET : SOCKADDR_INET.AF_INET6;
        to.ipv4 = bytes.length == 4 ? bytes : to.ipv4;
        to.ipv6 = bytes.length == 4 ? to.ipv6 : bytes;
    }

    private static IpLiteral address(SOCKADDR_INET from) {
        return IpLiteral.of(from.si_family == SOCKADDR_INET.AF_INET ? from.ipv4 : from.ipv6);
    }

    private int code(String call, int code) {
        calls.add(call);
        return failures.getOrDefault(call.split(" ", 2)[0], code);
    }

    @Override
    public void InitializeUnicastIpAddressEntry(MIB_UNICASTIPADDRESS_ROW row) {
        code("Initialize", 0);
        row.clear();
        row.read();
        row.ValidLifetime = row.PreferredLifetime = 0xffffffff;
        row.OnLinkPrefixLength = (byte) 255;
    }

    @Override
    public int CreateUnicastIpAddressEntry(MIB_UNICASTIPADDRESS_ROW row) {
        int result = code("Create " + address(row.Address), interfaces.containsValue(row.InterfaceLuid) ? 0 : 1168);
        if (result == 0) {
            row.write();
            byte[] bytes = row.getPointer().getByteArray(0, row.size());
            bytes[64] = MIB_UNICASTIPADDRESS_ROW.IpDadStateTentative;
            rows.add(bytes);
        }
        return result;
    }

    @Override
    public int DeleteUnicastIpAddressEntry(MIB_UNICASTIPADDRESS_ROW row) {
        int result = code("Delete " + address(row.Address), 0);
        if (result != 0) {
            return result;
        }
        boolean found = rows.removeIf(it -> row(it).InterfaceLuid == row.InterfaceLuid
                && address(row(it).Address).equals(address(row.Address)));
        return found ? 0 : 1168;
    }

    @Override
    public int GetUnicastIpAddressTable(short family, PointerByReference table) {
        List<byte[]> wanted = rows.stream().filter(it -> it[0] == family).toList();
        return table("Table " + family, wanted, table);
    }

    @Override
    public int GetIpForwardTable2(short family, PointerByReference table) {
        return table("Routes " + family, routes, table);
    }

    private int table(String call, List<byte[]> entries, PointerByReference table) {
        int result = code(call, 0);
        if (result == 0) {
            int size = entries.stream().mapToInt(it -> it.length).sum();
            Memory memory = new Memory(MIB_UNICASTIPADDRESS_ROW.TABLE_OFFSET + size);
            memory.clear();
            memory.setInt(0, entries.size());
            int at = MIB_UNICASTIPADDRESS_ROW.TABLE_OFFSET;
            for (byte[] entry : entries) {
                memory.write(at, entry, 0, entry.length);
                at += entry.length;
            }
            tables.put(Pointer.nativeValue(memory), memory);
            tablesOpen++;
            table.setValue(memory);
        }
        return result;
    }

    @Override
    public void FreeMibTable(Pointer table) {
        tables.remove(Pointer.nativeValue(table));
        tablesOpen--;
    }

    @Override
    public int ConvertInterfaceAliasToLuid(String alias, LongByReference luid) {
        Long found = interfaces.get(alias);
        luid.setValue(found == null ? 0 : found);
        return code("AliasToLuid " + alias, found == null ? 87 : 0);
    }

    @Override
    public int ConvertInterfaceLuidToAlias(LongByReference luid, char[] alias, long length) {
        for (Map.Entry<String, Long> each : interfaces.entrySet()) {
            if (each.getValue() == luid.getValue()) {
                each.getKey().getChars(0, each.getKey().length(), alias, 0);
                return code("LuidToAlias", 0);
            }
        }
        return code("LuidToAlias", 87);
    }

    @Override
    public int GetIfEntry2(MIB_IF_ROW2 row) {
        row.OperStatus = down.contains(row.InterfaceLuid) ? 2 : MIB_IF_ROW2.IfOperStatusUp;
        return code("GetIfEntry2", interfaces.containsValue(row.InterfaceLuid) ? 0 : 2);
    }

    @Override
    public int DeleteIpNetEntry2(MIB_IPNET_ROW2 row) {
        return code("Forget " + address(row.Address), row.InterfaceLuid == 0 ? 87 : 0);
    }

    @Override
    public int SendARP(int destination, int source, byte[] physical, IntByReference length) {
        return code("SendARP " + ip(destination) + " from " + ip(source), length.getValue() < 6 ? 111 : 0);
    }

    private static IpLiteral ip(int inMemory) {
        return IpLiteral.of(ByteBuffer.allocate(4)
                .order(ByteOrder.nativeOrder())
                .putInt(inMemory)
                .array());
    }
}
