package io.clp.watch;

import io.clp.internal.watch.NodeWatches;
import io.clp.platform.Platform;
import java.util.Map;

/**
 * The watches of a node: each is the bond between a watch id and a service that is kept running (ARMLOAD, ARMKILL). All groups on the
 * node share them.
 *
 * <p>A watched service that ends abnormally is started again, as often as the watch's policy allows; then the watch has failed, and
 * the resources that loaded it are reported failed. A service that somebody stopped in an orderly way is not started again.
 *
 * <p>Watch ids have 1 to 255 letters or digits, without regard to case; those that begin with {@code NEC_} are reserved. Thread-safe.
 */
public interface WatchRegistry {
    /**
     * Starts a service under a watch id, waits until it runs, and keeps it watched, with the default policy. See
     * {@link #load(String, String, WatchPolicy)}, also for what else is thrown.
     *
     * @param watchId the id by which the watch is ended
     * @param service the short name
     * @throws InterruptedException the caller was interrupted; nothing is watched then
     */
    default void load(String watchId, String service) throws InterruptedException {
        load(watchId, service, WatchPolicy.defaults());
    }

    /**
     * Starts a service under a watch id, waits until it runs, and keeps it watched (ARMLOAD {@code /S}). A running service is adopted
     * unless the policy says otherwise. The same load twice does nothing.
     *
     * @param watchId the id by which the watch is ended
     * @param service the service's short name
     * @param policy how often the service is started again
     * @throws io.clp.resource.ResourceException the id is not a watch id or watches another service; the service runs and the policy
     *     does not adopt it; or it could not be started
     * @throws io.clp.resource.ServiceTimeoutException the service did not run in time
     * @throws InterruptedException the caller was interrupted; nothing is watched then
     */
    void load(String watchId, String service, WatchPolicy policy) throws InterruptedException;

    /**
     * Ends a watch and then stops its service (ARMKILL). A restart that is under way is waited for first, so that it never follows the
     * stop. Harmless where nothing is watched under that id.
     *
     * @param watchId the id it was loaded under
     * @return whether there was such a watch
     * @throws io.clp.resource.ResourceException the service could not be stopped; the watch has ended all the same
     * @throws io.clp.resource.ServiceTimeoutException the service did not stop in time; the watch has ended all the same
     * @throws InterruptedException the caller was interrupted; the watch has ended all the same
     */
    boolean kill(String watchId) throws InterruptedException;

    /** {@return the services that are watched, by watch id, in the order in which they were loaded} */
    Map<String, String> watches();

    /**
     * Returns a registry for a node outside any controller, where each load or kill may take 2 minutes and a watch that
     * failed is only logged. A node that has a controller uses that one's.
     *
     * @param platform the node
     * @return a registry of its own, without watches: two of them on one node know nothing of each other
     */
    static WatchRegistry on(Platform platform) {
        return NodeWatches.standalone(platform);
    }
}
