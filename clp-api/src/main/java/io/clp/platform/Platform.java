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
    /** Returns what is known of the node itself. */
    NodeInfo info();

    /** Returns the Service Control Manager. */
    ServiceControl services();

    /** Returns the IP configuration. */
    AddressControl addresses();

    /** Returns the volumes. */
    VolumeControl volumes();

    /** Returns what runs commands. */
    CommandRunner commands();

    /** Returns the one timeline of everything that runs on this platform. */
    Timeline timeline();

    /**
     * Returns a listener of the platform's own, which a controller calls with every event, in order, before any other listener and
     * within the step that caused it. It must be fast and must not call back. A test platform checks its invariants here.
     */
    default Optional<GroupListener> observer() {
        return Optional.empty();
    }

    /** Gives back what the platform holds of the system. Stops no service and removes no address. */
    @Override
    void close();
}
