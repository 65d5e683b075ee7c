package io.clp.testkit;

import io.clp.platform.ServiceControl;
import io.clp.platform.ServiceState;

/** The Service Control Manager of a fake machine. Thread-safe. */
public interface FakeServices extends ServiceControl {
    /** Returns the state of a service. Unlike the other methods it answers when the machine is off, too: STOPPED. */
    ServiceState state(String service);
}
