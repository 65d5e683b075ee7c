package io.clp.windows.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Structure;
import io.clp.windows.internal.win32.IP_ADDRESS_PREFIX;
import io.clp.windows.internal.win32.MIB_IF_ROW2;
import io.clp.windows.internal.win32.MIB_IPFORWARD_ROW2;
import io.clp.windows.internal.win32.MIB_IPNET_ROW2;
import io.clp.windows.internal.win32.MIB_UNICASTIPADDRESS_ROW;
import io.clp.windows.internal.win32.SOCKADDR_INET;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rows of the IP helper, to the byte. The bytes were written down from the headers of the Windows SDK for x64. */
class NetioRowsTest {
    private static final String ROW = "02000000" + "0a000009" + "00".repeat(20) // sockaddr_in in a SOCKADDR_INET
            + "00000000" // aligned to 8
            + "0000000100000600" // LUID
            + "00000000" + "00000000" + "00000000" // index, prefix origin, suffix origin
            + "ffffffff" + "ffffffff" // lifetimes
            + "18" + "01" + "0000" // prefix length, skip as source
            + "00000000" + "00000000" // state, scope
            + "0000000000000000"; // time stamp

    private final IpLiteral address = Objects.requireNonNull(IpLiteral.parse("10.0.0.9"));

    @Test
    void aNewAddressIsDescribedToTheByte() {
        MIB_UNICASTIPADDRESS_ROW row = new MIB_UNICASTIPADDRESS_ROW();
        NetioRows.describe(new UnicastAddress(address, 0x0006000001000000L, 24, 4, true), row);
        assertThat(bytes(row)).isEqualTo(ROW);
    }

    @Test
    void theKeyOfAnAddressHasNothingElse() {
        IpLiteral six = Objects.requireNonNull(IpLiteral.parse("fd00::a:9"));
        assertThat(bytes(NetioRows.key(0x0102030405060708L, six)))
                .isEqualTo("17000000" + "00000000" + "fd00000000000000" + "00000000000a0009" + "00000000" + "00000000"
                        + "0807060504030201" + "00".repeat(40));
    }

    @Test
    void aTableIsReadRowByRow() {
        Memory table = memory("02000000" + "00000000" + ROW
                + ROW.replace("0a000009", "0a00000a").replace("1801", "ff00"));
        assertThat(NetioRows.addresses(table))
                .containsExactly(
                        new UnicastAddress(address, 0x0006000001000000L, 24, 0, true),
                        new UnicastAddress(
                                Objects.requireNonNull(IpLiteral.parse("10.0.0.10")),
                                0x0006000001000000L,
                                255,
                                0,
                                false));
        assertThat(NetioRows.addresses(memory("0000000000000000"))).isEmpty();
    }

    @Test
    void aRouteIsReadWithItsNextHop() {
        String row =
                "0000000100000600" + "07000000" + "02000000" + "00".repeat(24) + "00000000" // LUID, index, 0.0.0.0/0
                        + "02000000" + "0a0000fe" + "00".repeat(20) // next hop
                        + "00".repeat(32);
        assertThat(NetioRows.routes(memory("01000000" + "00000000" + row)))
                .containsExactly(
                        new Route(0x0006000001000000L, 0, Objects.requireNonNull(IpLiteral.parse("10.0.0.254"))));
    }

    @Test
    void aNeighbourIsNamedByAddressAndInterface() {
        assertThat(bytes(NetioRows.neighbour(0x0006000001000000L, address)))
                .isEqualTo(
                        "02000000" + "0a000009" + "00".repeat(20) + "00000000" + "0000000100000600" + "00".repeat(48));
    }

    @Test
    void anAddressForSendArpLiesInMemoryAsOnTheWire() {
        Memory memory = new Memory(4);
        memory.setInt(0, NetioDriver.inNetworkOrder(address));
        assertThat(memory.getByteArray(0, 4)).containsExactly(10, 0, 0, 9);
    }

    @Test
    void structuresHaveTheSizesOfTheHeaders() {
        assertThat(new SOCKADDR_INET().size()).isEqualTo(28);
        assertThat(new IP_ADDRESS_PREFIX().size()).isEqualTo(32);
        assertThat(new MIB_UNICASTIPADDRESS_ROW().size()).isEqualTo(80);
        assertThat(new MIB_IPNET_ROW2().size()).isEqualTo(88);
        assertThat(new MIB_IPFORWARD_ROW2().size()).isEqualTo(104);
        MIB_IF_ROW2 row = new MIB_IF_ROW2();
        row.OperStatus = 0x01020304;
        row.write();
        assertThat(row.size()).isEqualTo(1352);
        assertThat(row.getPointer().getInt(1156)).isEqualTo(0x01020304);
    }

    private static String bytes(Structure row) {
        row.write();
        return HexFormat.of().formatHex(row.getPointer().getByteArray(0, row.size()));
    }

    private static Memory memory(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }
}
