package io.clp.failover;

import io.clp.GroupId;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.Subscription;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What the nodes of a cluster agree through: who is alive, and who has the right to which group under which epoch. One object is one
 * node's session with it.
 *
 * <p>A group's record is its owner, its epoch, for whom it was released, the state its owner published and a memo. It outlives sessions:
 * the end of a session does not free a group, because what the node ran may run on. Each call is one attempt and answers in bounded time
 * (well below {@link #session}); no call retries. {@link #claim}, {@link #takeOver} and {@link #release} are atomic and conditional.
 * Thread-safe; calls may block, except {@link #stillOurs}, {@link #connection}, {@link #alive} and {@link #watch}, which answer from what
 * is known here.
 */
public interface Coordination {
    /**
     * Claims a group that is free, or that the node itself has (after a restart of its process).
     *
     * @param group which group
     * @param by the claiming node: this session's
     * @return {@link Claim.Acquired} with an epoch higher than every one before, also where the node had the group already: a takeover
     *     prepared against the old epoch then fails. {@link Claim.HeldBy} where another node has it, alive or not, or
     *     {@link Claim.Free} where it was released for another node; nothing changed. {@link Claim.Unknown}: it may have been acquired
     */
    Claim claim(GroupId group, NodeId by);

    /**
     * Reads who has a group.
     *
     * @param group which group
     * @return {@link Claim.HeldBy}, {@link Claim.Free} or {@link Claim.Unknown}; never older than what this session was answered before
     */
    Claim read(GroupId group);

    /**
     * Returns whether a group is certainly still this node's.
     *
     * @param group which group
     * @param epoch the number of the ownership
     * @return true: certain at this moment; false: perhaps not
     */
    boolean stillOurs(GroupId group, long epoch);

    /**
     * Tells the others a group's state. Does nothing where the epoch is not the present one. What is lost is published again.
     *
     * @param group which group
     * @param epoch the number of the ownership
     * @param state the state
     */
    void publish(GroupId group, long epoch, GroupState state);

    /**
     * Returns what the present owner published last.
     *
     * @param group which group
     * @return empty where nothing was published under the present epoch, or it is not known
     */
    default Optional<GroupState> published(GroupId group) {
        return Optional.empty();
    }

    /**
     * Takes a group over from an owner that has been fenced, or in spite of one that has not.
     *
     * @param group which group
     * @param by the node that takes it: this session's
     * @param fencedEpoch the epoch of the ownership that ends
     * @return {@link Claim.Acquired} with a higher epoch. {@link Claim.HeldBy} or {@link Claim.Free} where the group's epoch is not the
     *     given one any more, so that of two rescuers one wins; nothing changed. {@link Claim.Unknown}: it may have been acquired
     */
    Claim takeOver(GroupId group, NodeId by, long fencedEpoch);

    /**
     * Gives a group back. Only after every resource was probed offline.
     *
     * @param group which group
     * @param epoch the number of the ownership
     * @param next for whom; only that node can claim it then. Empty: anybody
     * @return true: it is certainly free now; false: perhaps not, the node reads before it does anything more
     */
    boolean release(GroupId group, long epoch, Optional<NodeId> next);

    /**
     * Gives the right to claim a free group to another node, where the one it was released for does not come.
     *
     * @param group which group
     * @param epoch that of {@link Claim.Free}
     * @param next for whom it is now; empty: for anybody
     * @return true: it is certainly so now; false: perhaps not, or the group is not free under that epoch
     */
    default boolean redirect(GroupId group, long epoch, Optional<NodeId> next) {
        return false;
    }

    /**
     * Keeps a short text with a group's record: what the next owner must know.
     *
     * <p>The memo is all that members tell each other of a group beside its claim and state: that somebody stopped it, where it failed and
     * when, how often it failed over, that it moves because it failed, and where its final action has run. A coordination that keeps none
     * is not wrong, and no node holds a group for it that another one has; but each member then knows of that only what it did itself, as
     * long as its process runs. What follows:
     *
     * <ul>
     *   <li>a stop by hand may be undone: the stopped group is free, and another node, or the same one after a restart of its process,
     *       starts it;
     *   <li>a group may go back to a node on which it failed, and fail over more often than its policy allows, because each node counts
     *       its own failovers only;
     *   <li>after a failover it is started with the cause {@code START}, not {@code FAILOVER}, where the old owner gave it back;
     *   <li>a final action that restarts the machine or the process may run again after it.
     * </ul>
     *
     * @param group which group
     * @param epoch the number of the ownership; nothing is kept where it is not the present one
     * @param memo at most 4,096 characters
     * @return true: certainly kept; false: perhaps not, or this coordination keeps none
     */
    default boolean remember(GroupId group, long epoch, String memo) {
        return false;
    }

    /**
     * Returns what was kept last, under whatever epoch.
     *
     * @param group which group
     * @return empty where nothing is kept, or it is not known
     */
    default Optional<String> recall(GroupId group) {
        return Optional.empty();
    }

    /** {@return the contact with the coordination now, judged by this node's own monotonic clock} */
    Connection connection();

    /**
     * Returns the nodes that are in contact.
     *
     * @return as last heard; may be older than the truth by {@link #session}. While not connected it proves nothing
     */
    Set<NodeId> alive();

    /**
     * Tells the others whether this node takes groups: a member does so from its joining until it gives its groups away. The end of the
     * session takes it back. What is lost is told again.
     *
     * @param takesGroups whether it does
     */
    default void offer(boolean takesGroups) {}

    /**
     * Returns the nodes that are in contact and take groups.
     *
     * @return as last heard; where this is not kept, the nodes {@linkplain #alive in contact}, and those that take no group are noticed by
     *     their not coming for one
     */
    default Set<NodeId> offering() {
        return alive();
    }

    /**
     * Returns how long a node may be out of contact before others may count it as lost. A member that was out of contact itself, or has
     * just come, waits as long before it counts those as lost that are not there: after an outage of all they come one by one.
     *
     * @return positive; empty where it is not known: nobody is waited for then
     */
    default Optional<Duration> session() {
        return Optional.empty();
    }

    /**
     * Subscribes to changes of anything above.
     *
     * @param somethingChanged called after a change, in no promised thread; it returns at once and asks nothing. Changes may be told
     *     together, late, or twice; members look at intervals too
     * @return closing it ends the subscription
     */
    Subscription watch(Runnable somethingChanged);
}
