package io.clp.windows.internal.platform;

import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.AddressControl;
import io.clp.platform.AddressStatus;
import io.clp.platform.WindowsErrors;
import io.clp.windows.internal.driver.IpLiteral;
import io.clp.windows.internal.driver.NetioDriver;
import io.clp.windows.internal.driver.Route;
import io.clp.windows.internal.driver.UnicastAddress;
import io.clp.windows.internal.platform.AddressRules.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The unicast addresses of this Windows node, through the IP helper. Nothing is kept here: each call asks Windows anew. Thread-safe.
 *
 * <p>An address is added without end of life and as never a source: what the node sends of itself keeps the node's own address when this
 * one moves away, and it is not registered in DNS. Duplicate detection is left to Windows, three seconds for IPv4 by its defaults.
 */
public final class WindowsAddresses implements AddressControl {
    private final NetioDriver driver;

    /**
     * Makes the control.
     *
     * @param driver the IP helper
     */
    public WindowsAddresses(NetioDriver driver) {
        this.driver = driver;
    }

    /** {@return the control of this machine} */
    public static WindowsAddresses open() {
        return new WindowsAddresses(NetioDriver.load());
    }

    @Override
    public AddressStatus query(String address) {
        IpLiteral literal = IpLiteral.parse(address);
        if (literal == null) {
            return AddressStatus.absent(); // what is no address, no node has
        }
        return AddressRules.find(literal, driver.addresses(literal.isIpv4()))
                .map(it -> new AddressStatus(AddressRules.state(it.dadState()), driver.aliasOf(it.luid())))
                .orElseGet(AddressStatus::absent);
    }

    @Override
    public ActResult add(String cidr, @Nullable String interfaceAlias) {
        Wanted wanted = Wanted.parse(cidr);
        if (wanted == null) {
            return AddressRules.NO_ADDRESS;
        }
        List<UnicastAddress> all = driver.addresses(wanted.address().isIpv4());
        if (AddressRules.find(wanted.address(), all).isPresent()) {
            return AddressRules.ALREADY_HERE; // Windows says so only of the same interface
        }
        OptionalLong luid = interfaceAlias == null
                ? AddressRules.interfaceFor(wanted.address(), all, driver::isUp)
                : driver.luidOf(interfaceAlias);
        if (luid.isEmpty()) {
            return AddressRules.NO_INTERFACE;
        }
        UnicastAddress entry =
                new UnicastAddress(wanted.address(), luid.getAsLong(), wanted.prefix(), 0, /* skipAsSource= */ true);
        return AddressRules.added(driver.create(entry));
    }

    @Override
    public ActResult remove(String address) {
        IpLiteral literal = IpLiteral.parse(address);
        if (literal == null) {
            return AddressRules.GONE_ALREADY;
        }
        ActResult result = AddressRules.GONE_ALREADY;
        for (UnicastAddress each : driver.addresses(literal.isIpv4())) {
            if (each.address().equals(literal)) {
                ActResult removed = AddressRules.removed(driver.delete(each.luid(), literal));
                if (!removed.holds()) {
                    return removed;
                }
                result = removed.kind() == Kind.DONE ? removed : result;
            }
        }
        return result;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Windows has no call to announce an address, and what it announces by itself is not documented. Here the node asks the default
     * gateway, or else a neighbour, for its physical address in the name of the address (SendARP), after forgetting what it knew of it,
     * so that a request really leaves; whoever hears an ARP request learns from its sender. That Windows puts the address into the
     * request as its sender is not documented, and the effect on the wire has not been measured on Windows. Refused for IPv6 (50),
     * where nobody can be asked (50), and where nobody answers (67), which takes Windows some seconds.
     */
    @Override
    public ActResult announce(String address) {
        IpLiteral literal = IpLiteral.parse(address);
        if (literal == null) {
            return AddressRules.NOT_HERE;
        }
        List<UnicastAddress> all = driver.addresses(literal.isIpv4());
        Optional<UnicastAddress> here = AddressRules.find(literal, all);
        if (here.isEmpty()) {
            return AddressRules.NOT_HERE;
        }
        return literal.isIpv4() ? announce(here.get(), all) : AddressRules.NO_WAY_TO_ANNOUNCE;
    }

    private ActResult announce(UnicastAddress here, List<UnicastAddress> all) {
        List<Route> routes = driver.routes(/* ipv4= */ true);
        Optional<IpLiteral> asked = AddressRules.whomToAsk(here, all, routes);
        if (asked.isEmpty()) {
            return AddressRules.NO_WAY_TO_ANNOUNCE;
        }
        int forgotten = driver.forget(here.luid(), asked.get());
        boolean known =
                forgotten != 0 && forgotten != WindowsErrors.NOT_FOUND && forgotten != WindowsErrors.FILE_NOT_FOUND;
        return known // then no request would leave
                ? ActResult.of(Kind.REFUSED, forgotten)
                : AddressRules.announced(driver.ask(asked.get(), here.address()));
    }
}
