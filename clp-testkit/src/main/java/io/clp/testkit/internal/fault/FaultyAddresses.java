package io.clp.testkit.internal.fault;

import io.clp.platform.ActResult;
import io.clp.platform.AddressControl;
import io.clp.platform.AddressStatus;
import io.clp.platform.Platform;
import io.clp.testkit.SpiMethod;
import org.jspecify.annotations.Nullable;

/** The addresses of a platform with faults. The wrong answer is that the node does not have the address. */
final class FaultyAddresses implements AddressControl {
    private final Platform platform;
    private final Faults faults;

    FaultyAddresses(Platform platform, Faults faults) {
        this.platform = platform;
        this.faults = faults;
    }

    @Override
    public AddressStatus query(String address) {
        return faults.look(SpiMethod.ADDRESS_QUERY, AddressStatus.absent(), () -> platform.addresses()
                .query(address));
    }

    @Override
    public ActResult add(String cidr, @Nullable String interfaceAlias) {
        return faults.act(SpiMethod.ADDRESS_ADD, () -> platform.addresses().add(cidr, interfaceAlias));
    }

    @Override
    public ActResult remove(String address) {
        return faults.act(SpiMethod.ADDRESS_REMOVE, () -> platform.addresses().remove(address));
    }

    @Override
    public ActResult announce(String address) {
        return faults.act(SpiMethod.ADDRESS_ANNOUNCE, () -> platform.addresses().announce(address));
    }
}
