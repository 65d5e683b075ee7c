package io.clp.windows.internal.platform;

import io.clp.platform.ServiceState;
import java.util.concurrent.CompletableFuture;

/** Tells of services that leave a state, where it can: who waits looks for himself all the same. Thread-safe. */
interface StateNotices extends AutoCloseable {
    /**
     * Returns a future that is completed when a service may have left a state. It is the same for as long as it is asked for again every
     * second; who asks no more has not to say so.
     *
     * @param service its short name
     * @param seen the state
     */
    CompletableFuture<?> leaving(String service, ServiceState seen);

    /** Ends what is open for a service; returns once that is so. */
    void settled(String service) throws InterruptedException;

    /** Ends all that is open. */
    @Override
    void close();
}
