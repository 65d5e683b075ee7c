package io.clp.windows.internal.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.AddressStatus;
import io.clp.platform.AddressStatus.State;
import io.clp.platform.WindowsErrors;
import io.clp.windows.OnWindows;
import io.clp.windows.machine.CallLog;
import io.clp.windows.machine.Faults;
import io.clp.windows.machine.TestNetwork;
import io.clp.windows.machine.Waiting;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Addresses through the real IP helper: what the contract does not ask, bad input, and what Windows is really told. */
@OnWindows
class WindowsAddressesIT {
    private final WindowsAddresses addresses = WindowsAddresses.open();
    private final TestNetwork network = TestNetwork.here();
    private final Set<String> added = new HashSet<>();

    @AfterEach
    void removeWhatWasAdded() {
        added.forEach(addresses::remove);
    }

    private String add(String cidr) {
        String literal = cidr.substring(0, cidr.indexOf('/'));
        added.add(literal);
        assertThat(addresses.add(cidr, null)).isEqualTo(ActResult.done());
        return literal;
    }

    private void becomes(String literal, State state) {
        Waiting.until(literal + " is " + state, () -> addresses.query(literal).state() == state);
    }

    @Test
    void anAddressIsReallyThereAndReallyGone() {
        String literal = add(network.free());
        becomes(literal, State.PREFERRED);
        assertThat(TestNetwork.has(literal)).isTrue();
        assertThat(addresses.query(literal)).isEqualTo(new AddressStatus(State.PREFERRED, network.interfaceAlias()));
        assertThat(addresses.remove(literal)).isEqualTo(ActResult.done());
        assertThat(TestNetwork.has(literal)).isFalse();
    }

    @Test
    void windowsIsToldWhatWasAsked() {
        CallLog log = new CallLog();
        String literal = add(network.free());
        addresses.remove(literal);

        List<JsonNode> calls =
                log.of("InitializeUnicastIpAddressEntry", "CreateUnicastIpAddressEntry", "DeleteUnicastIpAddressEntry");
        assertThat(calls)
                .extracting(it -> it.get("fn").asText())
                .containsExactly(
                        "InitializeUnicastIpAddressEntry",
                        "CreateUnicastIpAddressEntry",
                        "DeleteUnicastIpAddressEntry");
        JsonNode created = calls.get(1);
        assertThat(created.get("address").asText()).isEqualTo(literal);
        assertThat(created.get("family").asInt()).isEqualTo(2);
        assertThat(created.get("onLinkPrefixLength").asInt()).isEqualTo(24);
        assertThat(created.get("skipAsSource").asInt()).isEqualTo(1);
        assertThat(created.get("validLifetime").asLong()).isEqualTo(0xffff_ffffL);
        assertThat(created.get("preferredLifetime").asLong()).isEqualTo(0xffff_ffffL);
        assertThat(created.get("dadState").asInt()).as("left to Windows").isZero();
        assertThat(created.get("index").asInt())
                .as("the LUID names the interface")
                .isZero();
        assertThat(created.get("luid").asText()).isNotEqualTo("0000000000000000");
        JsonNode deleted = calls.get(2);
        assertThat(deleted.get("address").asText()).isEqualTo(literal);
        assertThat(deleted.get("luid")).isEqualTo(created.get("luid"));
    }

    @Test
    void anIpv6AddressIsToldToTheByte() {
        CallLog log = new CallLog();
        add(network.freeIpv6());
        JsonNode created = log.of("CreateUnicastIpAddressEntry").get(0);
        assertThat(created.get("family").asInt()).isEqualTo(23);
        assertThat(created.get("onLinkPrefixLength").asInt()).isEqualTo(64);
        assertThat(created.get("scopeId").asInt()).isZero();
    }

    @Test
    void windowsIsNotAskedForWhatNoInterfaceCanHave() {
        CallLog log = new CallLog();
        String free = network.free();
        String literal = free.substring(0, free.indexOf('/'));
        for (String bad :
                new String[] {"not an address", "host/24", literal, literal + "/0", literal + "/33", "10.0.0.300/24"}) {
            ActResult refused = addresses.add(bad, null);
            assertThat(refused).as(bad).isEqualTo(ActResult.of(Kind.REFUSED, 87));
            assertThat(refused.windowsName()).isEqualTo("ERROR_INVALID_PARAMETER");
        }
        assertThat(log.of("CreateUnicastIpAddressEntry")).isEmpty();
        assertThat(TestNetwork.has(literal)).isFalse();
    }

    @Test
    void anInterfaceThatNobodyKnowsIsMissing() {
        ActResult missing = addresses.add(network.free(), "no such interface");
        assertThat(missing).isEqualTo(ActResult.of(Kind.MISSING, 1168));
        assertThat(missing.windowsName()).isEqualTo("ERROR_NOT_FOUND");
        assertThat(addresses.add(network.free(), "x".repeat(300)).kind()).isEqualTo(Kind.MISSING);
    }

    @Test
    void aFailureIsToldByItsCodeAndLeavesNothing() {
        String free = network.free();
        String literal = free.substring(0, free.indexOf('/'));
        try (Faults faults = new Faults()) {
            faults.next("CreateUnicastIpAddressEntry", literal, WindowsErrors.ACCESS_DENIED, 1);
            assertThat(addresses.add(free, null)).isEqualTo(ActResult.of(Kind.REFUSED, 5));
            assertThat(TestNetwork.has(literal)).isFalse();
            add(free);
            faults.next("DeleteUnicastIpAddressEntry", literal, WindowsErrors.ACCESS_DENIED, 1);
            assertThat(addresses.remove(literal)).isEqualTo(ActResult.of(Kind.REFUSED, 5));
            assertThat(addresses.remove(literal)).isEqualTo(ActResult.done());
        }
    }

    @Test
    void anAnnouncementAsksTheNetworkInTheNameOfTheAddress() {
        CallLog log = new CallLog();
        String literal = add(network.free());
        becomes(literal, State.PREFERRED);
        ActResult announced = addresses.announce(literal);

        List<JsonNode> calls = log.of("DeleteIpNetEntry2", "SendARP");
        assertThat(calls).extracting(it -> it.get("fn").asText()).containsExactly("DeleteIpNetEntry2", "SendARP");
        assertThat(calls.get(1).get("destination")).isEqualTo(calls.get(0).get("address"));
        assertThat(calls.get(1).toString()).contains(literal);
        assertThat(announced).as("by the lab's gateway").isEqualTo(ActResult.done());
    }

    @Test
    void anAnnouncementThatNobodyAnswersIsToldAsSuch() {
        String literal = add(network.free());
        becomes(literal, State.PREFERRED);
        try (Faults faults = new Faults()) {
            faults.next("SendARP", "*", 67, 1);
            ActResult refused = addresses.announce(literal);
            assertThat(refused).isEqualTo(ActResult.of(Kind.REFUSED, 67));
            assertThat(refused.windowsName()).isEqualTo("ERROR_BAD_NET_NAME");
        }
        assertThat(addresses.announce("127.0.0.1").kind()).isIn(Kind.REFUSED, Kind.MISSING);
    }

    @Test
    void thereIsNoWayToAnnounceAnIpv6Address() {
        String literal = add(network.freeIpv6());
        assertThat(addresses.announce(literal)).isEqualTo(ActResult.of(Kind.REFUSED, 50));
    }
}
