package io.clp.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The Service Control Manager of a node. Services are named by their short names, compared without regard to case.
 *
 * <p>Thread-safe. A name that no service has, or that none can have (empty, longer than 256 characters, with a slash or a
 * backslash), is an outcome, not an exception: {@link ServiceState#NOT_INSTALLED} or {@link ActResult.Kind#MISSING}.
 */
public interface ServiceControl {
    /**
     * Returns what the Service Control Manager says of a service now ({@code QueryServiceStatusEx}).
     *
     * @param service the short name
     * @return {@link ServiceState#NOT_INSTALLED} where no service has that name
     */
    ServiceStatus query(String service);

    /**
     * Waits until a service's status differs from one seen, and returns the new one: the one blocking observation of the SPI.
     *
     * @param service the service
     * @param seen what the caller knows; a status that differs already returns at once
     * @param limit how long to wait at most
     * @return the status at the end of the wait; equal to {@code seen} where the limit passed
     * @throws InterruptedException the caller was interrupted
     */
    ServiceStatus awaitChange(String service, ServiceStatus seen, Duration limit) throws InterruptedException;

    /**
     * Asks for a start ({@code StartService}) and returns at once: done means that the service is on its way, not that it runs.
     *
     * @param service the short name
     * @return done; already (1056); missing (1060, or 123 for a name that no service can have); busy (1055: ask again
     *     later); refused with the code otherwise
     */
    ActResult start(String service);

    /**
     * Asks for a stop ({@code ControlService}) and returns at once: done means that the service was told, not that it
     * stopped.
     *
     * @param service the short name
     * @return done; already (1062); missing (1060, 123); busy (1051: dependents run; 1055, 1061, and 1052 from a service
     *     in between: ask again later); refused with the code otherwise
     */
    ActResult stop(String service);

    /**
     * Returns the running services that depend on one ({@code EnumDependentServices}).
     *
     * @param service the short name
     * @return short names, in the order in which they must be stopped, the indirect dependents included; empty also
     *     where no service has that name
     */
    List<String> runningDependents(String service);

    /**
     * Ends the process of a service at once ({@code TerminateProcess}). Other services in the same process end with it, and the
     * Service Control Manager takes it for a crash. Never called unless the user chose it.
     *
     * @param service the service
     * @param processId the process seen in its status; another one now means that nothing is ended
     * @return done; already where it runs no more or in another process; refused with the code otherwise
     */
    ActResult terminate(String service, long processId);

    /**
     * Returns how a service is set up ({@code QueryServiceConfig}).
     *
     * @param service the short name
     * @return empty where no service has that name
     */
    Optional<ServiceConfiguration> configuration(String service);

    /**
     * Sets when Windows starts a service ({@code ChangeServiceConfig}), and changes nothing else of it: one that runs goes on. A
     * service of a group should be {@link ServiceStartType#MANUAL}, because an automatic one is started at boot on every
     * node.
     *
     * @param service the short name
     * @param type the start type; one of drivers is refused for what is none (87)
     * @return done, also where it was so already; missing (1060, 123); busy (1055); refused with the code otherwise
     */
    ActResult changeStartType(String service, ServiceStartType type);
}
