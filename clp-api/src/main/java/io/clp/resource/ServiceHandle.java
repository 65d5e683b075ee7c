package io.clp.resource;

import io.clp.platform.ServiceState;
import java.util.List;

/**
 * A Windows service as a resource's operation uses it. Each method ends shortly before the operation's deadline at the latest.
 *
 * <p>Follows the rules of the Service Control Manager: a busy database (1055) or a service in between (1061) is waited for, a service
 * that is there already is success (1056, 1062), running dependents are stopped first (1051).
 */
public interface ServiceHandle {
    /** {@return the short name} */
    String name();

    /** {@return the present state} */
    ServiceState state();

    /**
     * Starts the service and waits until it runs. A service that is stopping is waited for and then started.
     *
     * @throws ResourceException it is not installed, disabled, refused to start, or ended while starting
     * @throws ServiceTimeoutException it did not run in time
     * @throws InterruptedException the operation was interrupted
     */
    void start() throws InterruptedException;

    /**
     * Stops the service and waits until it is stopped. Services that depend on it and run are stopped first. One that is not
     * installed is stopped.
     *
     * @return the dependent services that were stopped with it, in the order in which they were stopped
     * @throws ResourceException it does not accept a stop, or Windows refused
     * @throws ServiceTimeoutException it did not stop in time
     * @throws InterruptedException the operation was interrupted
     */
    List<String> stop() throws InterruptedException;

    /**
     * Ends the service's process at once and waits until the service is stopped. What else runs in that process ends with it.
     *
     * @throws ResourceException Windows refused
     * @throws ServiceTimeoutException it was not seen stopped in time
     * @throws InterruptedException the operation was interrupted
     */
    void terminate() throws InterruptedException;
}
