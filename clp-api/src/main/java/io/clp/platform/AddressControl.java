package io.clp.platform;

import org.jspecify.annotations.Nullable;

/**
 * The unicast IP addresses of a node. Addresses are IPv4 or IPv6 literals.
 *
 * <p>Thread-safe. What is added is not persistent: it is gone after a restart of the node.
 */
public interface AddressControl {
    /**
     * Returns what the node says of an address now.
     *
     * @param address the literal without a prefix length
     * @return absent where this node does not have it
     */
    AddressStatus query(String address);

    /**
     * Adds an address and returns at once; duplicate detection goes on and {@link #query} tells its result.
     *
     * @param cidr the address with its prefix length, "10.0.0.10/24"
     * @param interfaceAlias the interface by its alias, or null for the one whose subnet the address lies in
     * @return done; already (5010: this node has it); missing (1168: no such interface, or none in that subnet); refused
     *     (87: no unicast address with a prefix length from 1 on)
     */
    ActResult add(String cidr, @Nullable String interfaceAlias);

    /**
     * Removes an address.
     *
     * @param address the literal without a prefix length
     * @return done; already (1168: this node does not have it); refused
     */
    ActResult remove(String address);

    /**
     * Tells the neighbours that the address is here now, so that they forget where it was.
     *
     * @param address the literal without a prefix length
     * @return done; missing where this node does not have it; refused where the platform has no way to announce
     */
    ActResult announce(String address);
}
