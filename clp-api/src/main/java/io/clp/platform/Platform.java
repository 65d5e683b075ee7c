package io.clp.platform;

import io.clp.GroupListener;
import io.clp.time.Timeline;
import java.util.Optional;

/**
 * One node as the library sees it: its services, addresses, volumes, commands, and its time.
 *
 * <p>Thread-safe, as are its parts. The caller that opened a platform closes it, after the controllers that run on it.
 */
public interface Platform extends AutoCloseable {
    /** {@return what is known of the node itself} */
    NodeInfo info();

    /** {@return the Service Control Manager} */
    ServiceControl services();

    /** {@return the IP configuration} */
    AddressControl addresses();

    /** {@return the volumes} */
    VolumeControl volumes();

    /** {@return what runs commands} */
    CommandRunner commands();

    /** {@return the one timeline of everything that runs on this platform} */
    Timeline timeline();

    /**
     * Returns a listener of the platform's own, which a controller calls with every event, in order, before any other
     * listener and within the step that caused it. A test platform checks its invariants here.
     *
     * @return a listener that is fast and does not call back; empty, the default, where the platform does not listen
     */
    default Optional<GroupListener> observer() {
        return Optional.empty();
    }

    /** Gives back what the platform holds of the system. Stops no service and removes no address. */
    @Override
    void close();
}
