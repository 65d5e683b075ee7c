package io.clp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.AddressControl;
import io.clp.platform.AddressStatus;
import io.clp.platform.AddressStatus.State;
import io.clp.platform.WindowsErrors;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The rules of {@link AddressControl}. */
public abstract class AddressControlContract extends ContractSuite {
    /** Makes the suite. */
    protected AddressControlContract() {}

    private AddressControl addresses() {
        return fixed().platform().addresses();
    }

    @Test
    void anAddressThatIsNotHereIsAbsent() {
        assertThat(addresses().query(literal(fixed().freeAddress()))).isEqualTo(AddressStatus.absent());
    }

    @Test
    void anAddressIsUsableAfterDuplicateDetection() throws InterruptedException {
        String cidr = fixed().freeAddress();
        assertThat(addresses().add(cidr, null)).isEqualTo(ActResult.done());
        assertThat(addresses().query(literal(cidr)).state()).isIn(State.TENTATIVE, State.PREFERRED);
        becomes(cidr, State.PREFERRED);
        assertThat(addresses().query(literal(cidr)).interfaceAlias()).isEqualTo(fixed().interfaceAlias());
    }

    @Test
    void anAddressCanBeAddedToANamedInterface() throws InterruptedException {
        String cidr = fixed().freeAddress();
        assertThat(addresses().add(cidr, fixed().interfaceAlias())).isEqualTo(ActResult.done());
        becomes(cidr, State.PREFERRED);
    }

    @Test
    void anAddressOutsideOfAllSubnetsNeedsANamedInterface() throws InterruptedException {
        String cidr = fixed().farAddress();
        assertThat(addresses().add(cidr, null)).isEqualTo(ActResult.of(Kind.MISSING, WindowsErrors.NOT_FOUND));
        assertThat(addresses().query(literal(cidr))).isEqualTo(AddressStatus.absent());
        assertThat(addresses().add(cidr, fixed().interfaceAlias())).isEqualTo(ActResult.done());
        becomes(cidr, State.PREFERRED);
    }

    @Test
    void anInterfaceThatIsNotThereIsMissing() {
        String cidr = fixed().freeAddress();
        assertThat(addresses().add(cidr, "no such interface " + fixed().interfaceAlias()))
                .isEqualTo(ActResult.of(Kind.MISSING, WindowsErrors.NOT_FOUND));
        assertThat(addresses().query(literal(cidr))).isEqualTo(AddressStatus.absent());
    }

    @Test
    void anAddressAddedTwiceIsAlreadyHere() throws InterruptedException {
        String cidr = fixed().freeAddress();
        addresses().add(cidr, null);
        ActResult again = ActResult.of(Kind.ALREADY, WindowsErrors.OBJECT_ALREADY_EXISTS);
        assertThat(addresses().add(cidr, null)).isEqualTo(again);
        becomes(cidr, State.PREFERRED);
        assertThat(addresses().add(cidr, fixed().interfaceAlias())).isEqualTo(again);
    }

    @Test
    void whatIsNoAddressWithAPrefixLengthIsRefused() {
        String free = literal(fixed().freeAddress());
        for (String bad : new String[] {"10.0.0.300/24", free, free + "/0", free + "/33", free + "/", "host/24", ""}) {
            isRefused(bad);
        }
    }

    @Test
    void whatNoInterfaceCanHaveIsRefused() {
        for (String bad :
                new String[] {"0.0.0.0/8", "127.0.0.9/8", "224.0.0.9/24", "255.255.255.255/32", "ff02::9/64", "::1/64"
                }) {
            isRefused(bad);
        }
    }

    private void isRefused(String bad) {
        ActResult refused = ActResult.of(Kind.REFUSED, WindowsErrors.INVALID_PARAMETER);
        assertThat(addresses().add(bad, null)).as(bad).isEqualTo(refused);
        assertThat(addresses().add(bad, fixed().interfaceAlias())).as(bad).isEqualTo(refused);
    }

    @Test
    void whatIsNoAddressIsNowhere() {
        for (String bad : new String[] {"localhost", "", "10.0.0.300"}) {
            assertThat(addresses().query(bad)).as(bad).isEqualTo(AddressStatus.absent());
            assertThat(addresses().remove(bad).kind()).as(bad).isEqualTo(Kind.ALREADY);
            assertThat(addresses().announce(bad).kind()).as(bad).isEqualTo(Kind.MISSING);
        }
    }

    @Test
    void aRemovedAddressIsAbsent() throws InterruptedException {
        String cidr = fixed().freeAddress();
        addresses().add(cidr, null);
        becomes(cidr, State.PREFERRED);
        assertThat(addresses().remove(literal(cidr))).isEqualTo(ActResult.done());
        assertThat(addresses().query(literal(cidr))).isEqualTo(AddressStatus.absent());
    }

    @Test
    void anAddressThatIsNotHereIsRemovedAlready() {
        assertThat(addresses().remove(literal(fixed().freeAddress())))
                .isEqualTo(ActResult.of(Kind.ALREADY, WindowsErrors.NOT_FOUND));
    }

    @Test
    void anAddressCanBeRemovedWhileItIsTentativeAndAddedAgain() throws InterruptedException {
        String cidr = fixed().freeAddress();
        addresses().add(cidr, null);
        assertThat(addresses().remove(literal(cidr))).isEqualTo(ActResult.done());
        assertThat(addresses().add(cidr, null)).isEqualTo(ActResult.done());
        becomes(cidr, State.PREFERRED);
    }

    @Test
    void anAddressThatAnotherMachineHasIsADuplicate() throws InterruptedException {
        String cidr = fixed().takenAddress();
        assertThat(addresses().add(cidr, null)).isEqualTo(ActResult.done());
        becomes(cidr, State.DUPLICATE);
        assertThat(addresses().remove(literal(cidr))).isEqualTo(ActResult.done());
        assertThat(addresses().query(literal(cidr))).isEqualTo(AddressStatus.absent());
    }

    @Test
    void anAddressIsTheSameInAllSpellings() throws InterruptedException {
        String cidr = fixed().freeIpv6Address();
        assertThat(addresses().add(cidr, null)).isEqualTo(ActResult.done());
        becomes(cidr, State.PREFERRED);
        String upper = literal(cidr).toUpperCase(Locale.ROOT);
        assertThat(addresses().query(upper).state()).isEqualTo(State.PREFERRED);
        String shorter = literal(cidr).replaceAll("(^|:)0+(?=[0-9a-fA-F])", "$1");
        assertThat(addresses().query(shorter).state()).as(shorter).isEqualTo(State.PREFERRED);
        assertThat(addresses().remove(shorter)).isEqualTo(ActResult.done());
        assertThat(addresses().query(literal(cidr))).isEqualTo(AddressStatus.absent());
    }

    @Test
    void anAddressThatIsNotHereCannotBeAnnounced() {
        assertThat(addresses().announce(literal(fixed().freeAddress())).kind()).isEqualTo(Kind.MISSING);
    }

    @Test
    void theNetworkSendsToWhereAnAddressWasAnnounced() throws InterruptedException {
        String cidr = fixed().freeAddress();
        addresses().add(cidr, null);
        becomes(cidr, State.PREFERRED);
        if (addresses().announce(literal(cidr)).kind() == Kind.REFUSED) {
            throw PlatformFixture.lacking("announcing an address");
        }
        assertThat(fixed().receives(literal(cidr))).isTrue();
        addresses().remove(literal(cidr));
        assertThat(fixed().receives(literal(cidr))).isFalse();
    }

    private void becomes(String cidr, State state) throws InterruptedException {
        eventually(cidr + " is " + state, () -> addresses().query(literal(cidr)).state() == state);
    }

    private static String literal(String cidr) {
        int slash = cidr.indexOf('/');
        return slash < 0 ? cidr : cidr.substring(0, slash);
    }
}
