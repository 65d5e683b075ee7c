package io.clp.config.internal.read;

import io.clp.config.ReadOptions;
import io.clp.config.internal.model.AddressSpec.Kind;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The prefix lengths of addresses, of which the file says nothing. */
final class PrefixLengths {
    private static final List<Integer> USUAL = List.of(24, 16, 8);
    private static final int ALONE = 32;

    private final ReadOptions options;

    PrefixLengths(ReadOptions options) {
        this.options = options;
    }

    /**
     * A prefix length.
     *
     * @param length which
     * @param why how it was found
     */
    record Prefix(int length, String why) {}

    Prefix of(String address, Kind kind, List<Server> servers) {
        if (address.indexOf(':') >= 0) {
            return new Prefix(64, "the file has no prefix length; 64 is assumed");
        }
        OptionalInt given = options.prefixLength();
        if (given.isPresent()) {
            return new Prefix(given.getAsInt(), "the file has no prefix length; " + given.getAsInt() + " was given");
        }
        OptionalLong value = Ipv4.parse(address);
        for (int length : USUAL) {
            if (value.isPresent() && !servers.isEmpty() && allIn(servers, value.getAsLong(), length)) {
                return new Prefix(
                        length,
                        "the file has no prefix length; " + length
                                + " is assumed, with which an interconnect of each server lies in the same subnet");
            }
        }
        return kind == Kind.VIRTUAL
                ? new Prefix(ALONE, "it lies in no subnet of an interconnect; its prefix length is taken for 32")
                : new Prefix(24, "no interconnect of a server lies in its subnet; 24 is assumed, set prefixLength");
    }

    private static boolean allIn(List<Server> servers, long address, int length) {
        return servers.stream().allMatch(server -> server.addresses().stream()
                .map(Ipv4::parse)
                .anyMatch(it -> it.isPresent() && Ipv4.together(it.getAsLong(), address, length)));
    }
}
