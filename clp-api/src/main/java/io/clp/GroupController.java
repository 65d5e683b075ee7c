package io.clp;

import io.clp.internal.runtime.Controllers;
import io.clp.platform.Platform;
import io.clp.resource.Probe;
import java.time.Duration;
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
 * {@linkplain #startLimit limit} plus one second, counted from the moment no other call on the group, and no {@linkplain #probeAsync
 * probe}, is before it, whatever a resource does. A call on a group from inside an operation of the same group is refused.
 *
 * <p>Thread-safe. Make one for a node.
 */
public interface GroupController extends AutoCloseable {
    /**
     * Returns a builder for a node of a given name.
     *
     * @param node the node's name in the groups' lists
     * @param platform the node; the caller closes it, after the controller
     * @return a builder without groups
     */
    static Builder builder(NodeId node, Platform platform) {
        return Controllers.builder(node, platform);
    }

    /**
     * Returns a builder for a node named by its computer name ({@link io.clp.platform.NodeInfo#computerName}).
     *
     * @param platform the node; the caller closes it, after the controller
     * @return a builder without groups
     */
    static Builder builder(Platform platform) {
        return builder(NodeId.of(platform.info().computerName()), platform);
    }

    /** {@return the node's name in the groups' lists} */
    NodeId nodeId();

    /** {@return the node as the builder was given it; its {@linkplain Platform#timeline timeline} is the one by which the controller waits} */
    Platform platform();

    /**
     * Returns a group that this controller knows.
     *
     * @param id its name
     * @return the definition the controller was given; empty where it has no group of that name
     */
    Optional<FailoverGroup> group(GroupId id);

    /** {@return the groups that this controller knows, in the order in which it was given them; a copy} */
    List<FailoverGroup> groups();

    /**
     * Adds groups while the controller runs: all of them or, where one cannot live beside the others or beside those that are there
     * already, none. Subscribers are told the present state of each, which is {@link GroupState#UNKNOWN} in all its parts. Asks nothing
     * of the node.
     *
     * @param groups the definitions
     * @throws DefinitionException the groups cannot live beside each other; all problems are named
     * @throws CallRefusedException the controller is closed
     */
    void add(FailoverGroup... groups);

    /**
     * Returns what is known of a group now. Asks nothing of the node, and waits for nothing.
     *
     * @param group one of this controller's groups
     * @return the knowledge of one moment; it does not follow later changes
     * @throws IllegalArgumentException the group is not one of this controller's
     */
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
     * @throws IllegalArgumentException the group is not one of this controller's, or this node is not in its list
     */
    StartReport start(FailoverGroup group, StartCause cause);

    /**
     * Starts a group under an epoch; otherwise as {@link #start(FailoverGroup, StartCause)}.
     *
     * @param group one of this controller's groups, with this node in its list
     * @param cause why; the stop that follows sees it too
     * @param epoch the number of this ownership, positive; growing from one owner to the next
     * @return what was done
     * @throws StaleEpochException this node has seen a higher epoch of the group; nothing was begun
     * @throws IllegalArgumentException also where the epoch is not positive
     */
    StartReport start(FailoverGroup group, StartCause cause, long epoch);

    /**
     * Stops a group: everything offline, in the reverse order, and probed. Goes on past what fails as far as that is
     * safe; a partition is never released while something that uses it may still be running. What was left is taken up
     * again by itself when a call that hung returns, or a probe finds offline what was not.
     *
     * <p>With {@link StopCause#GROUP_FAILOVER} it does not wait for the end of a start or restart that is under way: that one brings
     * nothing further online, waits for what runs, takes everything offline, and fails with a {@link CutShortException}; this stop then
     * goes on where that one could not, and has nothing to do where it could. Starts and restarts that wait before such a stop are
     * refused.
     *
     * @param group one of this controller's groups
     * @param cause why
     * @return what was done
     * @throws GroupOperationException not everything was probed offline, and the node keeps the group; or all is
     *     offline, and what a resource does after the release failed
     * @throws CallRefusedException the call came from inside an operation of the group, or the controller is closed
     * @throws CallInterruptedException the caller was interrupted; the stop goes on
     * @throws IllegalArgumentException the group is not one of this controller's
     */
    StopReport stop(FailoverGroup group, StopCause cause);

    /**
     * Restarts a resource and what depends on it, in a group that is started.
     *
     * @param group one of this controller's groups
     * @param from the resource
     * @return what was done; its cause is that of the start before
     * @throws GroupOperationException the group is not started, or something failed; a failed restart takes the whole group offline
     * @throws CallRefusedException the call came from inside an operation of the group, or the controller is closed
     * @throws CallInterruptedException the caller was interrupted; the restart goes on
     * @throws IllegalArgumentException the group is not one of this controller's, or has no such resource
     */
    StartReport restart(FailoverGroup group, ResourceId from);

    /**
     * Tells a group's resources that the node came back to the cluster ({@code CLP_EVENT=RECOVER}), and waits until
     * each has taken it. Changes no state.
     *
     * @param group one of this controller's groups, started or not
     * @throws GroupOperationException a resource threw, or did not return in time; the others were told all the same
     * @throws CallRefusedException the call came from inside an operation of the group, or the controller is closed
     * @throws CallInterruptedException the caller was interrupted; the resources are told all the same
     * @throws IllegalArgumentException the group is not one of this controller's
     */
    void recover(FailoverGroup group);

    /**
     * Starts a group and returns at once.
     *
     * @param group one of this controller's groups, with this node in its list
     * @param cause why; the stop that follows sees it too
     * @return completes with the report, or exceptionally with the {@link ClpException} that
     *     {@link #start(FailoverGroup, StartCause)} throws. Cancelling it does not stop the start
     * @throws CallRefusedException the call came from inside an operation of the group
     * @throws IllegalArgumentException the group is not one of this controller's, or this node is not in its list
     */
    CompletableFuture<StartReport> startAsync(FailoverGroup group, StartCause cause);

    /**
     * Stops a group and returns at once.
     *
     * @param group one of this controller's groups
     * @param cause why
     * @return completes with the report, or exceptionally with the {@link ClpException} that {@link #stop} throws.
     *     Cancelling it does not end the stop
     * @throws CallRefusedException the call came from inside an operation of the group
     * @throws IllegalArgumentException the group is not one of this controller's
     */
    CompletableFuture<StopReport> stopAsync(FailoverGroup group, StopCause cause);

    /**
     * Starts a group under an epoch and returns at once.
     *
     * @param group one of this controller's groups, with this node in its list
     * @param cause why; the stop that follows sees it too
     * @param epoch the number of this ownership, positive; growing from one owner to the next
     * @return completes with the report, or exceptionally with the {@link ClpException} that
     *     {@link #start(FailoverGroup, StartCause, long)} throws. Cancelling it does not stop the start
     * @throws CallRefusedException the call came from inside an operation of the group
     * @throws IllegalArgumentException the group is not one of this controller's, this node is not in its list, or the epoch is not
     *     positive
     */
    CompletableFuture<StartReport> startAsync(FailoverGroup group, StartCause cause, long epoch);

    /**
     * Restarts a resource and what depends on it, and returns at once.
     *
     * @param group one of this controller's groups
     * @param from the resource
     * @return completes with the report, or exceptionally with the {@link ClpException} that {@link #restart} throws. Cancelling it does
     *     not end the restart
     * @throws CallRefusedException the call came from inside an operation of the group
     * @throws IllegalArgumentException the group is not one of this controller's, or has no such resource
     */
    CompletableFuture<StartReport> restartAsync(FailoverGroup group, ResourceId from);

    /**
     * Probes one resource, and returns at once. It is no call: it needs no place among them, leaves no report and no events of its own.
     * A call that comes while it runs begins when it is over, at the latest when its {@linkplain io.clp.resource.ResourcePolicy deadline}
     * has passed twice: once for the probe, once more for the interrupted one to come back.
     *
     * <p>A resource that had been reported failed and is found online is online again, and so is the group when all its resources are.
     * Nothing else changes a state: what a bad finding of an online resource means is for the caller to judge.
     *
     * @param group one of this controller's groups, started or not
     * @param resource which resource
     * @return completes with what was found, never exceptionally. {@link io.clp.resource.Probe.State#UNKNOWN} where the probe threw or did
     *     not return in time, and at once where an operation of the resource hangs. {@linkplain Probe#notMade Not made}, at once, where a
     *     call is under way or waits, what a stop left is being taken offline, the controller is closed, or this was called from inside
     *     an operation of the group. Asked while a probe of the same resource runs, it completes with what that one finds
     * @throws IllegalArgumentException the group is not one of this controller's, or has no such resource
     */
    CompletableFuture<Probe> probeAsync(FailoverGroup group, ResourceId resource);

    /**
     * Reports a resource as failed, as it may do itself ({@link io.clp.resource.ResourceContext#reportFailure}): where it is online, it and
     * its group are {@code ONLINE_FAILURE} from now on; a start under way fails. Ignored where the resource is not online.
     *
     * @param group one of this controller's groups
     * @param resource which resource
     * @param why what is wrong, for people
     * @throws IllegalArgumentException the group is not one of this controller's, or has no such resource
     */
    void reportFailure(FailoverGroup group, ResourceId resource, String why);

    /**
     * Suspends supervision: until {@link #resumeSupervision} no watch starts a service again, and a restart under way starts none. For a
     * node that cannot tell whether it may run its groups. Suspending twice does nothing; starts and stops go on.
     */
    void suspendSupervision();

    /** Ends the suspension. Every watched service is looked at at once; one that ended meanwhile is started again by its policy. */
    void resumeSupervision();

    /**
     * Takes offline whatever of this controller's groups is online here without being owned: after a restart of the
     * node or the process, before anything is started. What is found of them is stopped, not adopted.
     *
     * @param owned the groups that this node owns; they are left alone
     * @return one report for each group that is not owned, in the order in which the controller was given the groups
     * @throws GroupOperationException something could not be taken offline; every group was tried, the further failures
     *     are suppressed exceptions
     * @throws CallRefusedException the controller is closed, or the call came from inside an operation of such a group;
     *     the groups behind that one were not tried
     * @throws CallInterruptedException the caller was interrupted; the groups behind the one waited for were not tried
     */
    List<StopReport> stopUnowned(Set<GroupId> owned);

    /**
     * Returns how long a start of a group, with its rollback, may take: the longest path over all attempts and
     * deadlines, the probes between them included.
     *
     * @param group one of this controller's groups
     * @return positive; the wait behind another call on the group is not in it
     * @throws IllegalArgumentException the group is not one of this controller's
     */
    Duration startLimit(FailoverGroup group);

    /**
     * Returns how long a stop of a group may take.
     *
     * @param group one of this controller's groups
     * @return positive; the wait behind another call on the group is not in it
     * @throws IllegalArgumentException the group is not one of this controller's
     */
    Duration stopLimit(FailoverGroup group);

    /**
     * Tells the listeners that a move of a group has ended ({@link MoveEnded}). Whoever moves groups between nodes calls it; a cluster
     * member does.
     *
     * @param report what was done
     * @param epoch the epoch under which this node's part ran
     * @throws IllegalArgumentException the group is not one of this controller's
     */
    void tellMove(MoveReport report, long epoch);

    /**
     * Subscribes a listener on the builder's listener executor. See {@link #subscribe(GroupListener, Executor)}.
     *
     * @param listener who is told
     * @return closing it ends the subscription
     */
    Subscription subscribe(GroupListener listener);

    /**
     * Subscribes a listener. It is told the present state of every group first, then every event in order, one at a time, on its
     * executor and outside any lock. One that is slow is told the newest state of each group and resource, and every first event of an
     * epoch, but not all that was in between.
     *
     * @param listener who is told
     * @param executor where; one that refuses work loses the events, and that is logged
     * @return closing it ends the subscription
     */
    Subscription subscribe(GroupListener listener, Executor executor);

    /**
     * Subscribes to one kind of event, on the builder's listener executor. The events that tell the present state come
     * first here too.
     *
     * @param type which kind; {@link GroupEvent} itself for all
     * @param consumer takes each such event, in order and one at a time
     * @param <E> the kind of event
     * @return closing it ends the subscription
     */
    <E extends GroupEvent> Subscription on(Class<E> type, Consumer<? super E> consumer);

    /**
     * Ends supervision: no watch restarts a service any more, nothing that was left is taken up again. Operations that
     * run go on to their end and are waited for, at most for the longest {@link #startLimit} of the groups; calls that
     * wait behind them are refused. An interrupt ends the wait and is restored; a close from inside an operation does
     * not wait. Stops no group. Closing twice does nothing.
     */
    @Override
    void close();

    /** Builds a controller. Not thread-safe. */
    interface Builder {
        /**
         * Adds groups. Called again it adds further ones.
         *
         * @param groups that can live beside each other; checked by {@link #build}
         * @return this
         */
        Builder groups(FailoverGroup... groups);

        /**
         * Adds a listener; it hears everything from the beginning.
         *
         * @param listener who is told, on the listener executor
         * @return this
         */
        Builder listener(GroupListener listener);

        /**
         * Sets where listeners are called.
         *
         * @param executor by default work on the platform's timeline; the caller ends it, after the controller
         * @return this
         */
        Builder listenerExecutor(Executor executor);

        /**
         * Sets how many calls that hang this node bears, 1 to 1,000; 32 by default. At that number it brings nothing online any more;
         * going offline and probing go on.
         *
         * @param calls operations that have not come back long after their deadline, of all groups together
         * @return this
         */
        Builder hungCallLimit(int calls);

        /**
         * Builds the controller. Asks nothing of the node yet.
         *
         * @return a controller to which every group's state is {@link GroupState#UNKNOWN}
         * @throws DefinitionException the groups cannot live beside each other, or the limit is out of its range; all problems are
         *     named
         */
        GroupController build();
    }
}
