package io.clp.testkit.internal.fake;

import io.clp.platform.ServiceState;
import io.clp.platform.ServiceStatus;
import java.time.Duration;

/** How the system's own commands wait for a service. */
final class ServiceWait {
    /** Without a sign of life for so long, {@code net} gives up; what Windows does exactly is not documented. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Machine machine;

    ServiceWait(Machine machine) {
        this.machine = machine;
    }

    /** Waits while a service is in a state and makes progress; returns its status then. */
    ServiceStatus whilePending(String service, ServiceState pending) throws InterruptedException {
        ServiceStatus status = machine.services().query(service);
        while (status.state() == pending) {
            ServiceStatus next = machine.services().awaitChange(service, status, PATIENCE);
            if (next.equals(status)) {
                return status;
            }
            status = next;
        }
        return status;
    }

    /** Waits until a service is neither starting nor stopping, or the deadline has passed; returns its status then. */
    ServiceStatus untilSettled(String service, Deadline deadline) throws InterruptedException {
        ServiceStatus status = machine.services().query(service);
        while (status.state().pending()
                && !deadline.left().isNegative()
                && !deadline.left().isZero()) {
            status = machine.services().awaitChange(service, status, deadline.left());
        }
        return status;
    }
}
