package io.clp.windows.machine;

import io.clp.testkit.contract.PlatformFixture;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;

/** The network that the machine is in, as far as a test may use it. */
public interface TestNetwork extends AutoCloseable {
    /** Returns that of this machine: the lab's, or what properties say of a real one. */
    static TestNetwork here() {
        return Places.standIns() ? new LabNetwork() : new GivenNetwork();
    }

    /** Returns the alias of the interface in whose subnet the free addresses lie. */
    String interfaceAlias();

    /** Returns an address that nobody has, with its prefix length. */
    String free();

    /** Returns an IPv6 address that nobody has, every group of digits written out. */
    default String freeIpv6() {
        throw PlatformFixture.lacking("a free IPv6 address");
    }

    /** Returns an address that nobody has, in no subnet of the machine. */
    String far();

    /** Returns an address that another machine has. */
    default String taken() {
        throw PlatformFixture.lacking("an address that another machine has");
    }

    /** Has the other machine give up an address that it has. */
    default void giveUp(String cidr) {
        throw PlatformFixture.lacking("an address that another machine gives up");
    }

    /** Returns whether another machine reaches this one by an address. */
    default boolean receives(String address) {
        throw PlatformFixture.lacking("a look from the network");
    }

    /** Returns whether the machine has an address, by Java's own word. */
    static boolean has(String address) {
        try {
            InetAddress wanted = InetAddress.getByName(address);
            List<NetworkInterface> interfaces = Collections.list(NetworkInterface.getNetworkInterfaces());
            return interfaces.stream().flatMap(NetworkInterface::inetAddresses).anyMatch(wanted::equals);
        } catch (SocketException | UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    default void close() {}
}
