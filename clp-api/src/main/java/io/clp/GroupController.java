package io.clp;

import io.clp.internal.runtime.Controllers;
import io.clp.platform.Platform;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Runs groups on one node: starts and stops them, watches what it was told to watch, and tells listeners.
 *
 * <p>There is no state file. What is true is found by probing: after a restart of the process a start keeps what it finds online and
 * brings up the rest.
 *
 * <p>Calls on one group run one after another; different groups run in parallel. A call returns by the group's
 * {@linkplain #startLimit limit} plus one second, counted from the moment no other call on the group is before it, whatever a resource
 * does. A call on a group from inside an operation of the same group is refused.
 *
 * <p>Thread-safe. Make one for a node.
 */
public interface GroupController extends AutoCloseable {
    /**
     * Returns a builder for a node of a given name.
     *
     * @param node the node's name in the groups' lists
     * @param platform the node; the caller closes it, after the controller
     */
    static Builder builder(NodeId node, Platform platform) {
        return Controllers.builder(node, platform);
    }

    /** Returns a builder for a node named by its computer name. */
    static Builder builder(Platform platform) {
        return builder(NodeId.of(platform.info().computerName()), platform);
    }

    /** Returns the node. */
    NodeId nodeId();

    /** Returns a group that this controller knows. */
    Optional<FailoverGroup> group(GroupId id);

    /** Returns what is known of a group now. Asks nothing of the node. */
    GroupView view(FailoverGroup group);

    /**
     * Starts a group, without an epoch. What is online already is kept; a group that is online as a whole is left alone
     * ({@link Outcome#NOTHING_TO_DO}). Where a resource fails, everything that was attempted is taken offline again.
     *
     * @param group one of this controller's groups, with this node in its list
     * @param cause why; the stop that follows sees it too
     * @return what was done
     * @throws GroupOperationException it did not start; carries the report
     * @throws CallRefusedException the call came from inside an operation of the group, or the controller is closed
     * @throws CallInterruptedException the caller was interrupted; the start goes on
     */
    StartReport start(FailoverGroup group, StartCause cause);

    /**
     * Starts a group under an epoch.
     *
     * @param epoch the number of this ownership, positive; growing from one owner to the next
     * @throws StaleEpochException this node has seen a higher epoch of the group
     */
    StartReport start(FailoverGroup group, StartCause cause, long epoch);

    /**
     * Stops a group: everything offline, in the reverse order, and probed. Goes on past what fails as far as that is safe; a partition is
     * never released while something that uses it may still be running. What was left is taken up again by itself when a call that hung
     * returns, or a probe finds offline what was not.
     *
     * @param group one of this controller's groups
     * @param cause why
     * @return what was done
     * @throws GroupOperationException not everything was probed offline; the node keeps the group
     * @throws CallRefusedException the call came from inside an operation of the group, or the controller is closed
     * @throws CallInterruptedException the caller was interrupted; the stop goes on
     */
    StopReport stop(FailoverGroup group, StopCause cause);

    /**
     * Restarts a resource and what depends on it, in a group that is started.
     *
     * @param from the resource
     * @return what was done
     * @throws GroupOperationException the group is not started, or something failed; a failed restart takes the whole group offline
     */
    StartReport restart(FailoverGroup group, ResourceId from);

    /** Tells a group's resources that the node came back to the cluster ({@code CLP_EVENT=RECOVER}). Changes no state. */
    void recover(FailoverGroup group);

    /** Starts a group and returns at once; the future completes with the report, or exceptionally with what {@link #start} throws. */
    CompletableFuture<StartReport> startAsync(FailoverGroup group, StartCause cause);

    /** Stops a group and returns at once; the future completes with the report, or exceptionally with what {@link #stop} throws. */
    CompletableFuture<StopReport> stopAsync(FailoverGroup group, StopCause cause);

    /**
     * Takes offline whatever of this controller's groups is online here without being owned: after a restart of the node or the process,
     * before anything is started. What is found of them is stopped, not adopted.
     *
     * @param owned the groups that this node owns; they are left alone
     * @return one report for each group that is not owned
     * @throws GroupOperationException something could not be taken offline; every group was tried, the further failures are
     *     suppressed exceptions
     */
    List<StopReport> stopUnowned(Set<GroupId> owned);

    /** Returns how long a start of a group, with its rollback, may take: the longest path over all attempts and deadlines. */
    java.time.Duration startLimit(FailoverGroup group);

    /** Returns how long a stop of a group may take. */
    java.time.Duration stopLimit(FailoverGroup group);

    /** Subscribes a listener on the builder's listener executor. See {@link #subscribe(GroupListener, Executor)}. */
    Subscription subscribe(GroupListener listener);

    /**
     * Subscribes a listener. It is told the present state of every group first, then every event in order, one at a time, on its
     * executor and outside any lock. One that is slow is told the newest state of each group and resource, and every first event of an
     * epoch, but not all that was in between.
     *
     * @param listener who is told
     * @param executor where; one that refuses work loses the events, and that is logged
     */
    Subscription subscribe(GroupListener listener, Executor executor);

    /** Subscribes to one kind of event, on the builder's listener executor. */
    <E extends GroupEvent> Subscription on(Class<E> type, Consumer<? super E> consumer);

    /**
     * Ends supervision: no watch restarts a service any more, nothing that was left is taken up again. Operations that run go on to
     * their end and are waited for, at most until their limit; calls that wait behind them are refused. Stops no group. Closing twice
     * does nothing.
     */
    @Override
    void close();

    /** Builds a controller. Not thread-safe. */
    interface Builder {
        /** Adds groups. */
        Builder groups(FailoverGroup... groups);

        /** Adds a listener; it hears everything from the beginning. */
        Builder listener(GroupListener listener);

        /** Sets where listeners are called; by default on the platform's timeline. */
        Builder listenerExecutor(Executor executor);

        /**
         * Sets how many calls that hang this node bears, 1 to 1,000; 32 by default. At that number it brings nothing online any more;
         * going offline and probing go on.
         */
        Builder hungCallLimit(int calls);

        /**
         * Builds the controller. Asks nothing of the node yet.
         *
         * @throws DefinitionException the groups cannot live beside each other, or the limit is out of its range; all problems are
         *     named
         */
        GroupController build();
    }
}
