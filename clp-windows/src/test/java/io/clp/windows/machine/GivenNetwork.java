package io.clp.windows.machine;

import io.clp.testkit.contract.PlatformFixture;

/** The network of a real machine, with the one address that its owner gave to the tests. */
final class GivenNetwork implements TestNetwork {
    private boolean taken;

    @Override
    public String interfaceAlias() {
        return Places.given("clp.windows.interface", "a network interface");
    }

    @Override
    public String free() {
        String address = Places.given("clp.windows.address", "a free address with its prefix length");
        if (taken) {
            throw PlatformFixture.lacking("a second free address");
        }
        taken = true;
        return address;
    }

    /** Of the block for documentation, which no network has. */
    @Override
    public String far() {
        return "198.51.100.77/24";
    }
}
