package io.clp.windows.internal.platform;

import io.clp.platform.ActResult;
import io.clp.platform.ActResult.Kind;
import io.clp.platform.AddressStatus.State;
import io.clp.platform.WindowsErrors;
import io.clp.windows.internal.driver.IpLiteral;
import io.clp.windows.internal.driver.Route;
import io.clp.windows.internal.driver.UnicastAddress;
import io.clp.windows.internal.win32.MIB_UNICASTIPADDRESS_ROW;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is decided about addresses without asking Windows. */
final class AddressRules {
    static final ActResult NO_ADDRESS = ActResult.of(Kind.REFUSED, WindowsErrors.INVALID_PARAMETER);
    static final ActResult ALREADY_HERE = ActResult.of(Kind.ALREADY, WindowsErrors.OBJECT_ALREADY_EXISTS);
    static final ActResult NO_INTERFACE = ActResult.of(Kind.MISSING, WindowsErrors.NOT_FOUND);
    static final ActResult NOT_HERE = ActResult.of(Kind.MISSING, WindowsErrors.NOT_FOUND);
    static final ActResult GONE_ALREADY = ActResult.of(Kind.ALREADY, WindowsErrors.NOT_FOUND);
    static final ActResult NO_WAY_TO_ANNOUNCE = ActResult.of(Kind.REFUSED, WindowsErrors.NOT_SUPPORTED);

    private static final Pattern PREFIX = Pattern.compile("[1-9]\\d{0,2}");

    /**
     * An address to be added.
     *
     * @param address the address
     * @param prefix its prefix length
     */
    record Wanted(IpLiteral address, int prefix) {
        /** Returns what a text with a prefix length asks for; null where no interface can have it. */
        static @Nullable Wanted parse(String cidr) {
            int slash = cidr.indexOf('/');
            if (slash < 0 || !PREFIX.matcher(cidr.substring(slash + 1)).matches()) {
                return null;
            }
            IpLiteral address = IpLiteral.parse(cidr.substring(0, slash));
            int prefix = Integer.parseInt(cidr.substring(slash + 1));
            return address != null && address.isUnicast() && prefix <= address.bits()
                    ? new Wanted(address, prefix)
                    : null;
        }
    }

    private AddressRules() {}

    /**
     * Returns the state of an address by what duplicate detection says.
     *
     * <p>A deprecated address is usable: the node still answers for it and takes what is sent to it (RFC 4862, 5.5.4), which is all
     * that clients need; it is only no longer chosen as a source. What Windows calls invalid, or what is not known, is there but not
     * usable: tentative.
     */
    static State state(int dadState) {
        return switch (dadState) {
            case MIB_UNICASTIPADDRESS_ROW.IpDadStatePreferred, MIB_UNICASTIPADDRESS_ROW.IpDadStateDeprecated ->
                State.PREFERRED;
            case MIB_UNICASTIPADDRESS_ROW.IpDadStateDuplicate -> State.DUPLICATE;
            default -> State.TENTATIVE;
        };
    }

    /** Returns the entry that tells most of an address: where it is on several interfaces, the one that is usable. */
    static Optional<UnicastAddress> find(IpLiteral address, List<UnicastAddress> all) {
        return all.stream().filter(it -> it.address().equals(address)).max(Comparator.comparing(it -> switch (state(
                it.dadState())) {
            case PREFERRED -> 2;
            case TENTATIVE -> 1;
            default -> 0;
        }));
    }

    /**
     * Returns the interface in whose subnet an address lies: one that passes packets and has a usable address there; of several the
     * one with the longest prefix. Addresses that are never a source move like the one to be added, and make no subnet.
     */
    static OptionalLong interfaceFor(IpLiteral address, List<UnicastAddress> all, LongPredicate isUp) {
        return all.stream()
                .filter(it -> it.dadState() == MIB_UNICASTIPADDRESS_ROW.IpDadStatePreferred)
                .filter(it -> !it.skipAsSource() && it.address().isUnicast())
                .filter(it -> it.address().sameSubnet(address, it.prefix()))
                .sorted(Comparator.comparingInt(UnicastAddress::prefix).reversed())
                .mapToLong(UnicastAddress::luid)
                .filter(isUp)
                .findFirst();
    }

    /** Returns what became of an addition. */
    static ActResult added(int code) {
        return switch (code) {
            case 0 -> ActResult.done();
            case WindowsErrors.OBJECT_ALREADY_EXISTS -> ALREADY_HERE;
            case WindowsErrors.NOT_FOUND -> NO_INTERFACE;
            default -> ActResult.of(Kind.REFUSED, code);
        };
    }

    /** Returns what became of a removal. */
    static ActResult removed(int code) {
        return switch (code) {
            case 0 -> ActResult.done();
            case WindowsErrors.NOT_FOUND -> GONE_ALREADY;
            default -> ActResult.of(Kind.REFUSED, code);
        };
    }

    /** Returns what became of an announcement. */
    static ActResult announced(int code) {
        return switch (code) {
            case 0 -> ActResult.done();
            case WindowsErrors.NOT_FOUND -> NOT_HERE;
            default -> ActResult.of(Kind.REFUSED, code);
        };
    }

    /**
     * Returns whom to ask in the name of an IPv4 address, so that the network learns where it is: the default gateway of its interface,
     * else the first address of its subnet that is not this node's; empty where there is neither.
     */
    static Optional<IpLiteral> whomToAsk(UnicastAddress announced, List<UnicastAddress> all, List<Route> routes) {
        return routes.stream()
                .filter(it -> it.luid() == announced.luid() && it.prefix() == 0)
                .map(Route::nextHop)
                .filter(it -> it.isUnicast() && isElsewhere(it, all))
                .findFirst()
                .or(() -> neighbour(announced, all));
    }

    private static Optional<IpLiteral> neighbour(UnicastAddress announced, List<UnicastAddress> all) {
        int hostBits = announced.address().bits() - announced.prefix();
        int hosts =
                hostBits >= Integer.SIZE - 1 ? Integer.MAX_VALUE : (1 << hostBits) - 2; // but the first and the last
        byte[] subnet = announced.address().bytes();
        for (int bit = announced.prefix(); bit < announced.address().bits(); bit++) {
            subnet[bit / Byte.SIZE] &= (byte) ~(0x80 >> (bit % Byte.SIZE));
        }
        for (int host = 1; host <= hosts && host <= all.size() + 1; host++) { // one of so many is not this node's
            IpLiteral candidate = plus(subnet, host);
            if (isElsewhere(candidate, all)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static IpLiteral plus(byte[] subnet, int host) {
        byte[] sum = subnet.clone();
        int carry = host;
        for (int i = sum.length - 1; i >= 0; i--) {
            carry += sum[i] & 0xff;
            sum[i] = (byte) carry;
            carry >>>= Byte.SIZE;
        }
        return IpLiteral.of(sum);
    }

    private static boolean isElsewhere(IpLiteral address, List<UnicastAddress> all) {
        return all.stream().noneMatch(it -> it.address().equals(address));
    }
}
