package io.clp.resource;

import io.clp.DiskStatus;
import io.clp.FailoverGroup;
import io.clp.NodeId;
import io.clp.NodeRank;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.internal.runtime.StandaloneContexts;
import io.clp.platform.Platform;
import io.clp.time.Timeline;
import io.clp.watch.WatchRegistry;
import java.time.Duration;
import java.util.Optional;

/**
 * What one attempt of a resource's operation sees of its node and may do there. Valid until the attempt ends; after its deadline
 * every act through it is refused.
 *
 * <p>Thread-safe, for operations that fork work.
 */
public interface ResourceContext {
    /** {@return the node} */
    NodeId nodeId();

    /** {@return the group} */
    FailoverGroup group();

    /** {@return the resource's name} */
    ResourceId resourceId();

    /** {@return the highest epoch of the group's starts; 0 where none had one, and outside a controller} */
    long epoch();

    /**
     * Returns why the group was started ({@code CLP_EVENT}). A stop sees the cause of the start before.
     *
     * @return {@link StartCause#START} where it was lost in a restart of the process; empty only outside a controller
     */
    Optional<StartCause> startCause();

    /**
     * Returns why the group or the resource stops ({@code CLP_FACTOR}).
     *
     * @return {@link StopCause#GROUP_FAILOVER} in the rollback of a start; empty while going online, and where nothing
     *     stops
     */
    Optional<StopCause> stopCause();

    /** {@return whether all partitions of the group are online ({@code CLP_DISK}), as known when the attempt began} */
    DiskStatus diskStatus();

    /** {@return whether the node is the first in the group's list ({@code CLP_SERVER})} */
    NodeRank nodeRank();

    /**
     * Returns the state of a resource of the same group, as known when the attempt began. While probing after a restart of the process,
     * what this resource depends on has been probed before.
     *
     * @param resource its name
     * @return its state then; {@link ResourceState#UNKNOWN} where nobody has looked yet
     * @throws IllegalArgumentException the group has no such resource
     */
    ResourceState state(ResourceId resource);

    /** {@return the platform; past the deadline every act on it is refused} */
    Platform platform();

    /** {@return the platform's timeline; past the deadline every wait on it is refused} */
    Timeline timeline();

    /** {@return the node's watches} */
    WatchRegistry watches();

    /**
     * Returns a Windows service; nothing is asked of it yet.
     *
     * @param name the short name
     * @return a handle for this attempt; a service that is not installed shows at its first use
     */
    ServiceHandle service(String name);

    /** {@return how long until this attempt's deadline; zero once it has passed} */
    Duration remaining();

    /**
     * Waits until a condition holds, shortly before the deadline at the latest.
     *
     * @param what what is awaited, for the error
     * @param every how long to wait between two looks; positive
     * @param condition what is looked at; what it throws ends the wait
     * @throws WaitTimeoutException it did not hold in time
     * @throws IllegalArgumentException the time between two looks is not positive
     * @throws Exception what the condition threw, or the interrupt
     */
    void await(String what, Duration every, Condition condition) throws Exception;

    /**
     * Writes a line to the log and into the report, as {@code ARMLOG} does.
     *
     * @param line one line for people
     */
    void log(String line);

    /**
     * Tells everybody something, as {@code ARMBCAST} does: an event for all listeners.
     *
     * @param key which message of {@link Resource#messages()}
     * @param arguments what its text needs, none null
     */
    void broadcast(String key, Object... arguments);

    /**
     * Reports that another group on this node was without a service because of this operation. The groups are those that are online
     * here and use the service; where there is none, nothing is reported.
     *
     * @param service the short name of the service
     * @param duration from the moment its stop was asked for until it was seen running again
     */
    void interrupted(String service, Duration duration);

    /**
     * Reports that the resource, now online, has failed. May be called after the operation ended, by what it left
     * running; changes nothing where the resource is not online.
     *
     * @param why what was seen, for people
     */
    void reportFailure(String why);

    /**
     * Returns what was kept on this node for this resource.
     *
     * @param what the place
     * @param <T> what is kept there
     * @return empty where nothing was put there, or the process was restarted since
     */
    <T> Optional<T> get(NodeLocal<T> what);

    /**
     * Keeps something on this node for this resource, in the place of what was kept before.
     *
     * @param what the place
     * @param value not null
     * @param <T> what is kept there
     */
    <T> void put(NodeLocal<T> what, T value);

    /**
     * Removes and returns what was kept on this node for this resource.
     *
     * @param what the place
     * @param <T> what is kept there
     * @return empty where nothing was kept there
     */
    <T> Optional<T> remove(NodeLocal<T> what);

    /** Something that holds or does not. */
    @FunctionalInterface
    interface Condition {
        /**
         * Looks once.
         *
         * @return whether it holds now
         * @throws Exception ends the wait
         */
        boolean holds() throws Exception;
    }

    /**
     * Returns a builder of a context outside any controller: to run one resource's operations by hand, in a unit test or a tool.
     *
     * @param platform the node
     * @param group the group
     * @param resource the resource's name
     * @return a builder with the defaults
     * @throws IllegalArgumentException the group has no such resource
     */
    static Builder builder(Platform platform, FailoverGroup group, String resource) {
        return StandaloneContexts.builder(platform, group, ResourceId.of(resource));
    }

    /** Builds a context outside any controller. Not thread-safe. */
    interface Builder {
        /**
         * Sets why the group was started.
         *
         * @param cause none where this is not called, as outside a cluster
         * @return this
         */
        Builder startCause(StartCause cause);

        /**
         * Sets why the group stops.
         *
         * @param cause none where this is not called, as while a group starts
         * @return this
         */
        Builder stopCause(StopCause cause);

        /**
         * Sets the disk status, and with it what {@link ResourceContext#state} says of all resources: online or
         * offline.
         *
         * @param status success where this is not called
         * @return this
         */
        Builder diskStatus(DiskStatus status);

        /**
         * Sets the node's rank.
         *
         * @param rank where this is not called, what follows from the group's list and the computer name
         * @return this
         */
        Builder nodeRank(NodeRank rank);

        /**
         * Sets the node's watches.
         *
         * @param watches where this is not called, {@link WatchRegistry#on} of the platform, anew
         * @return this
         */
        Builder watches(WatchRegistry watches);

        /**
         * Sets how long the attempt may take.
         *
         * @param limit counted from {@link #build}; 2 minutes where this is not called
         * @return this
         */
        Builder limit(Duration limit);

        /** {@return a context whose time begins now} */
        ResourceContext build();
    }
}
