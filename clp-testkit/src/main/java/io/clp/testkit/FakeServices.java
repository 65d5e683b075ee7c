package io.clp.testkit;

import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceState;

/** The Service Control Manager of a fake machine. Thread-safe. */
public interface FakeServices extends ServiceControl {
    /**
     * Returns the state of a service. Unlike the other methods it answers when the machine is off, too.
     *
     * @param service the short name
     * @return {@link ServiceState#STOPPED} on a machine that is off, {@link ServiceState#NOT_INSTALLED} where no
     *     service has that name
     */
    ServiceState state(String service);
}
