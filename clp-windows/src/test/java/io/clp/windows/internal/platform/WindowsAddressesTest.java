package io.clp.windows.internal.platform;

import static io.clp.windows.internal.platform.ScriptedIpHelper.LAN;
import static io.clp.windows.internal.platform.ScriptedIpHelper.WAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.ClpException;
import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.AddressStatus;
import io.clp.platform.AddressStatus.State;
import io.clp.windows.internal.driver.NetioDriver;
import io.clp.windows.internal.win32.MIB_UNICASTIPADDRESS_ROW;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses on an IP helper in memory: which interface gets one, what it is told, and what its codes become. */
class WindowsAddressesTest {
    private static final int PREFERRED = MIB_UNICASTIPADDRESS_ROW.IpDadStatePreferred;

    private final ScriptedIpHelper helper = new ScriptedIpHelper()
            .has("10.0.0.1", 24, LAN)
            .has("10.1.0.1", 16, WAN)
            .has("fd00::1", 64, LAN);
    private final WindowsAddresses addresses = new WindowsAddresses(new NetioDriver(helper));

    @AfterEach
    void freesEveryTable() {
        assertThat(helper.tablesOpen).isZero();
    }

    private MIB_UNICASTIPADDRESS_ROW added() {
        return helper.rows().get(helper.rows().size() - 1);
    }

    @Test
    void addsAnAddressToTheInterfaceOfItsSubnet() {
        assertThat(addresses.query("10.1.2.3")).isEqualTo(AddressStatus.absent());
        assertThat(addresses.add("10.1.2.3/24", null)).isEqualTo(ActResult.done());
        MIB_UNICASTIPADDRESS_ROW row = added();
        assertThat(row.InterfaceLuid).isEqualTo(WAN);
        assertThat(row.InterfaceIndex).isZero();
        assertThat(row.OnLinkPrefixLength).isEqualTo((byte) 24);
        assertThat(row.SkipAsSource).isEqualTo((byte) 1);
        assertThat(row.ValidLifetime).isEqualTo(-1);
        assertThat(row.PreferredLifetime).isEqualTo(-1);
        assertThat(addresses.query("10.1.2.3")).isEqualTo(new AddressStatus(State.TENTATIVE, "WAN"));
    }

    @Test
    void addsAnAddressToANamedInterfaceWhateverItsSubnet() {
        assertThat(addresses.add("192.168.7.3/24", "LAN")).isEqualTo(ActResult.done());
        assertThat(added().InterfaceLuid).isEqualTo(LAN);
        assertThat(addresses.add("192.168.7.4/24", "LAN 9")).isEqualTo(ActResult.of(Kind.MISSING, 1168));
        assertThat(addresses.add("192.168.7.4/24", "")).isEqualTo(ActResult.of(Kind.MISSING, 1168));
    }

    @Test
    void prefersTheLongestPrefix() {
        helper.has("10.1.2.1", 24, LAN);
        addresses.add("10.1.2.3/24", null);
        assertThat(added().InterfaceLuid).isEqualTo(LAN);
    }

    @Test
    void takesNoInterfaceThatIsDownOrWhoseAddressIsNotUsable() {
        ActResult missing = ActResult.of(Kind.MISSING, 1168);
        helper.down.add(WAN);
        assertThat(addresses.add("10.1.2.3/24", null)).isEqualTo(missing);
        helper.has("10.7.0.1", 24, LAN, MIB_UNICASTIPADDRESS_ROW.IpDadStateDuplicate, false);
        assertThat(addresses.add("10.7.0.3/24", null)).isEqualTo(missing);
        assertThat(addresses.add("10.8.0.3/24", null)).isEqualTo(missing);
        assertThat(addresses.add("fd01::3/64", null)).isEqualTo(missing);
        assertThat(addresses.add("fd00::3/64", null)).isEqualTo(ActResult.done());
    }

    @Test
    void takesNoOtherVirtualAddressForASubnet() {
        helper.has("10.9.0.1", 24, LAN, PREFERRED, true);
        assertThat(addresses.add("10.9.0.3/24", null)).isEqualTo(ActResult.of(Kind.MISSING, 1168));
    }

    @Test
    void knowsAnAddressOnAnyInterfaceAndInAnySpelling() {
        ActResult already = ActResult.of(Kind.ALREADY, 5010);
        assertThat(addresses.add("10.0.0.1/24", "WAN")).isEqualTo(already);
        assertThat(addresses.add("FD00:0000::0:1/64", null)).isEqualTo(already);
        assertThat(addresses.query("fd00:0:0:0:0:0:0:1")).isEqualTo(new AddressStatus(State.PREFERRED, "LAN"));
    }

    @ParameterizedTest
    @CsvSource({"0, TENTATIVE", "1, TENTATIVE", "2, DUPLICATE", "3, PREFERRED", "4, PREFERRED", "99, TENTATIVE"})
    void tellsTheStateOfAnAddress(int dadState, State state) {
        helper.has("10.0.0.9", 24, LAN, dadState, true);
        assertThat(addresses.query("10.0.0.9").state()).isEqualTo(state);
    }

    @Test
    void removesAnAddressFromEveryInterface() {
        helper.has("10.0.0.9", 24, LAN).has("10.0.0.9", 24, WAN, MIB_UNICASTIPADDRESS_ROW.IpDadStateDuplicate, true);
        assertThat(addresses.query("10.0.0.9").state()).isEqualTo(State.PREFERRED);
        assertThat(addresses.remove("10.0.0.9")).isEqualTo(ActResult.done());
        assertThat(addresses.query("10.0.0.9")).isEqualTo(AddressStatus.absent());
        assertThat(addresses.remove("10.0.0.9")).isEqualTo(ActResult.of(Kind.ALREADY, 1168));
        assertThat(helper.rows()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"5, REFUSED", "87, REFUSED", "50, REFUSED", "5010, ALREADY", "1168, MISSING", "8, REFUSED"})
    void tellsWhyAnAddressWasNotAdded(int code, Kind kind) {
        helper.failing("Create", code);
        assertThat(addresses.add("10.0.0.9/24", null)).isEqualTo(ActResult.of(kind, code));
        assertThat(addresses.query("10.0.0.9")).isEqualTo(AddressStatus.absent());
    }

    @ParameterizedTest
    @CsvSource({"5, REFUSED", "1168, ALREADY"})
    void tellsWhyAnAddressWasNotRemoved(int code, Kind kind) {
        helper.failing("Delete", code);
        assertThat(addresses.remove("10.0.0.1")).isEqualTo(ActResult.of(kind, code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.9/0",
                "10.0.0.9/33",
                "fd00::9/0",
                "fd00::9/129",
                "10.0.0.9",
                "10.0.0.9/",
                "10.0.0.9/x",
                "host/24",
                "10.0.0.300/24",
                "10.0.0/24",
                "10.0.0.010/24",
                "fd00::9::1/64",
                "fd00:9/64",
                "fe80::9%3/64",
                "",
                "/24",
                "0.0.0.0/8",
                "127.0.0.9/8",
                "224.0.0.9/24",
                "255.255.255.255/24",
                "::/64",
                "::1/64",
                "ff02::9/64",
                "10.0.0.9/-1",
                "10.0.0.9/99999999999",
                " 10.0.0.9/24",
                "10.0.0.9/24 "
            })
    void refusesWhatNoInterfaceCanHaveWithoutAsking(String bad) {
        assertThat(addresses.add(bad, null)).isEqualTo(ActResult.of(Kind.REFUSED, 87));
        assertThat(addresses.add(bad, "LAN")).isEqualTo(ActResult.of(Kind.REFUSED, 87));
        assertThat(helper.calls).isEmpty();
    }

    @Test
    void findsNoAddressWhereNoneIsGiven() {
        assertThat(addresses.query("localhost")).isEqualTo(AddressStatus.absent());
        assertThat(addresses.remove("localhost")).isEqualTo(ActResult.of(Kind.ALREADY, 1168));
        assertThat(addresses.announce("localhost")).isEqualTo(ActResult.of(Kind.MISSING, 1168));
        assertThat(helper.calls).isEmpty();
    }

    @Test
    void announcesByAskingTheGatewayAfterForgettingIt() {
        helper.gateway("10.1.0.254", WAN).gateway("10.0.0.1", LAN).gateway("10.0.0.254", LAN);
        addresses.add("10.0.0.9/24", null);
        helper.calls.clear();
        assertThat(addresses.announce("10.0.0.9")).isEqualTo(ActResult.done());
        assertThat(helper.calls)
                .containsExactly("Table 2", "Routes 2", "Forget 10.0.0.254", "SendARP 10.0.0.254 from 10.0.0.9");
    }

    @Test
    void announcesToTheFirstOtherHostWhereThereIsNoGateway() {
        addresses.add("10.0.0.9/24", null);
        assertThat(addresses.announce("10.0.0.9")).isEqualTo(ActResult.done());
        assertThat(helper.calls).endsWith("Forget 10.0.0.2", "SendARP 10.0.0.2 from 10.0.0.9");
    }

    @Test
    void saysWhatWasNotAnnounced() {
        helper.has("10.0.0.9", 32, LAN).has("10.0.1.9", 30, LAN).has("10.0.1.10", 30, LAN);
        assertThat(addresses.announce("10.0.0.9")).isEqualTo(ActResult.of(Kind.REFUSED, 50));
        assertThat(addresses.announce("10.0.1.9")).isEqualTo(ActResult.of(Kind.REFUSED, 50));
        assertThat(addresses.announce("fd00::1")).isEqualTo(ActResult.of(Kind.REFUSED, 50));
        assertThat(addresses.announce("10.0.0.77")).isEqualTo(ActResult.of(Kind.MISSING, 1168));
    }

    @ParameterizedTest
    @CsvSource({
        "SendARP, 67, REFUSED",
        "SendARP, 1168, MISSING",
        "Forget, 5, REFUSED",
        "Forget, 1168, DONE",
        "Forget, 2, DONE"
    })
    void saysWhyAnAddressWasNotAnnounced(String call, int code, Kind kind) {
        helper.failing(call, code);
        assertThat(addresses.announce("10.0.0.1"))
                .isEqualTo(kind == Kind.DONE ? ActResult.done() : ActResult.of(kind, code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Table", "LuidToAlias"})
    void doesNotGuessWhatCannotBeSeen(String function) {
        helper.failing(function, 5);
        assertThatThrownBy(() -> addresses.query("10.0.0.1")).isInstanceOfSatisfying(ClpException.class, it -> {
            assertThat(it.windowsCode()).hasValue(5);
            assertThat(it.getMessage()).contains("5 ERROR_ACCESS_DENIED");
        });
    }

    @Test
    void hasNoAddressesOfAFamilyThatWindowsHasNone() {
        helper.failing("Table", 1168);
        assertThat(addresses.query("10.0.0.1")).isEqualTo(AddressStatus.absent());
    }
}
