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
    /** Returns the node. */
    NodeId nodeId();

    /** Returns the group. */
    FailoverGroup group();

    /** Returns the resource's name. */
    ResourceId resourceId();

    /** Returns the epoch under which the group was started; 0 where the caller gave none. */
    long epoch();

    /** Returns why the group was started ({@code CLP_EVENT}); empty outside a cluster. A stop sees the cause of the start before. */
    Optional<StartCause> startCause();

    /** Returns why the group or the resource stops ({@code CLP_FACTOR}); empty while it starts. */
    Optional<StopCause> stopCause();

    /** Returns whether all partitions of the group are online ({@code CLP_DISK}), as known when the attempt began. */
    DiskStatus diskStatus();

    /** Returns whether the node is the first in the group's list ({@code CLP_SERVER}). */
    NodeRank nodeRank();

    /**
     * Returns the state of a resource of the same group, as known when the attempt began. While probing after a restart of the process,
     * what this resource depends on has been probed before.
     *
     * @throws IllegalArgumentException the group has no such resource
     */
    ResourceState state(ResourceId resource);

    /** Returns the platform; past the deadline every act on it is refused. */
    Platform platform();

    /** Returns the platform's timeline; past the deadline every wait on it is refused. */
    Timeline timeline();

    /** Returns the node's watches. */
    WatchRegistry watches();

    /** Returns a Windows service by its short name; nothing is asked of it yet. */
    ServiceHandle service(String name);

    /** Returns how long until this attempt's deadline; zero once it has passed. */
    Duration remaining();

    /**
     * Waits until a condition holds, shortly before the deadline at the latest.
     *
     * @param what what is awaited, for the error
     * @param every how long to wait between two looks; positive
     * @param condition what is looked at; what it throws ends the wait
     * @throws WaitTimeoutException it did not hold in time
     * @throws Exception what the condition threw, or the interrupt
     */
    void await(String what, Duration every, Condition condition) throws Exception;

    /** Writes a line to the log and into the report, as {@code ARMLOG} does. */
    void log(String line);

    /**
     * Tells everybody something, as {@code ARMBCAST} does: an event for all listeners.
     *
     * @param key which message of {@link Resource#messages()}
     * @param arguments what its text needs
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

    /** Reports that the resource, now online, has failed. May be called after the operation ended, by what it left running. */
    void reportFailure(String why);

    /** Returns what was kept on this node for this resource, if anything was. */
    <T> Optional<T> get(NodeLocal<T> what);

    /** Keeps something on this node for this resource, in the place of what was kept before. */
    <T> void put(NodeLocal<T> what, T value);

    /** Removes and returns what was kept on this node for this resource, if anything was. */
    <T> Optional<T> remove(NodeLocal<T> what);

    /** Something that holds or does not. */
    @FunctionalInterface
    interface Condition {
        /** Returns whether it holds now. */
        boolean holds() throws Exception;
    }

    /**
     * Returns a builder of a context outside any controller: to run one resource's operations by hand, in a unit test or a tool.
     *
     * @param platform the node
     * @param group the group
     * @param resource the resource's name
     * @throws IllegalArgumentException the group has no such resource
     */
    static Builder builder(Platform platform, FailoverGroup group, String resource) {
        return StandaloneContexts.builder(platform, group, ResourceId.of(resource));
    }

    /** Builds a context outside any controller. Not thread-safe. */
    interface Builder {
        /** Sets why the group was started; without it there is no cause, as outside a cluster. */
        Builder startCause(StartCause cause);

        /** Sets why the group stops. */
        Builder stopCause(StopCause cause);

        /** Sets the disk status, and with it what {@link ResourceContext#state} says of all other resources; success by default. */
        Builder diskStatus(DiskStatus status);

        /** Sets the node's rank; by default it follows from the group's list. */
        Builder nodeRank(NodeRank rank);

        /** Sets the node's watches; by default {@link WatchRegistry#on} of the platform, anew. */
        Builder watches(WatchRegistry watches);

        /** Sets how long the attempt may take, from {@code build()}; 2 minutes by default. */
        Builder limit(Duration limit);

        /** Builds the context; its time begins now. */
        ResourceContext build();
    }
}
