package io.clp.failover;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.StartReport;
import io.clp.StopReport;
import io.clp.internal.member.Members;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * This process as part of the cluster: claims the groups that belong here, starts, watches and hands them over, takes over those of lost
 * nodes, and leaves.
 *
 * <p>Every member decides by the same rules from what the {@link Coordination} tells; nobody commands. A group is started here under a
 * claim that is certain, and never while the coordination is out of reach; when contact is lost for good the groups go offline at once. A
 * lost node's group is taken over only where the node gave it back, the {@link Fencer} says that it is dead for sure, or the caller
 * {@linkplain Builder#acceptUnfenced accepts} the risk. A member that was out of contact itself gives the others a {@linkplain
 * Coordination#session session's} time to come before it counts one as lost.
 *
 * <p>Calls are for groups of the controller. What is not begun is a {@link io.clp.CallRefusedException} that changed nothing; what went
 * wrong is a {@link io.clp.GroupOperationException} with the report. An interrupt ends the caller's wait; what was asked goes on.
 * Thread-safe.
 */
public interface ClusterMember extends AutoCloseable {
    /**
     * Returns a builder.
     *
     * @param controller what runs the groups here; the caller closes it, after the member. Nobody else starts or stops its groups
     * @param coordination this node's session
     * @return a builder of a member without a fencer
     */
    static Builder builder(GroupController controller, Coordination coordination) {
        return Members.builder(controller, coordination);
    }

    /** {@return this node} */
    NodeId nodeId();

    /**
     * Joins the cluster: waits for contact, probes what is online here, takes offline what this node does not own, and from then on does
     * what belongs to it. Groups that somebody has, or had, are told that the node is back ({@link GroupController#recover}). Returns when
     * that is done once: groups may still be starting. Does nothing where the member has joined.
     *
     * @throws io.clp.GroupOperationException something that this node does not own could not be taken offline; the member has joined all
     *     the same and starts nothing of that group
     * @throws io.clp.CallRefusedException there is no contact with the coordination, or the member is closed
     */
    void join();

    /**
     * Adds groups to this member and its controller; see {@link GroupController#add}.
     *
     * @param groups further groups
     */
    void add(FailoverGroup... groups);

    /**
     * Starts a group on this node, by hand: also one that was stopped by hand, or failed; its counts begin anew. Where a lost node has it,
     * the call is the word that it is to be taken over, also where it fails over by hand only: the node is fenced, and the call waits for
     * the {@link Fencer}.
     *
     * @param group a group that nobody has, this node, or a lost one
     * @return what was done
     * @throws io.clp.CallRefusedException another node has it and is not lost, or is lost and may still run it: the fencer does not know it
     *     dead and the member does not {@linkplain Builder#acceptUnfenced accept} that; its placement forbids this node; or
     *     who has it is not known
     * @throws io.clp.GroupOperationException it did not start here; where another node can take it, it goes on there. {@code INDETERMINATE}
     *     where whether this node has it did not become known in time: it may start here yet
     */
    StartReport start(FailoverGroup group);

    /**
     * Stops a group that this node has and gives it back; nobody starts it until somebody asks.
     *
     * @param group a group of this node
     * @return what was done
     * @throws io.clp.CallRefusedException this node does not have it, or a call on it is under way
     * @throws io.clp.GroupOperationException not everything is offline; this node keeps the group
     */
    StopReport stop(FailoverGroup group);

    /**
     * Moves a group of this node to another one and waits until it is online there.
     *
     * @param group a group of this node
     * @param target a node of its list that is alive; that the group could not be started there before is forgiven
     * @return what was done here, and when the target was online
     * @throws io.clp.CallRefusedException this node does not have it, the target is unknown, lost, excluded or this node, or a move is under
     *     way
     * @throws io.clp.GroupOperationException the stop failed and this node keeps the group, or the target did not bring it online
     */
    MoveReport move(FailoverGroup group, NodeId target);

    /**
     * Moves a group and returns at once.
     *
     * @param group a group of this node
     * @param target a node of its list that is alive
     * @return completes as {@link #move} returns or throws, refusals included
     */
    CompletableFuture<MoveReport> moveAsync(FailoverGroup group, NodeId target);

    /**
     * Moves a group of this node to the first node of its list that can have it.
     *
     * @param group a group of this node
     * @return what was done
     * @throws io.clp.CallRefusedException as {@link #move}; also where this node is the best already
     * @throws io.clp.GroupOperationException as {@link #move}
     */
    MoveReport failback(FailoverGroup group);

    /**
     * Says what would be done now, and does nothing.
     *
     * @param group a group of the controller; the plan tells of all groups, because they depend on each other
     * @return the plan as this node sees the cluster
     */
    Plan plan(FailoverGroup group);

    /**
     * Returns who has a group.
     *
     * @param group a group of the controller
     * @return as read last; empty where nobody has it or it is not known
     */
    Optional<NodeId> ownerOf(FailoverGroup group);

    /** Stops monitoring on this node until {@link #resumeMonitors}: for maintenance. Own reports of failures are not acted on either. */
    void suspendMonitors();

    /** Begins monitoring again, with all counts at zero. */
    void resumeMonitors();

    /**
     * Moves all groups away and takes no more until {@link #undrain}.
     *
     * @param node this node
     * @param limit how long it may take
     * @return what was done
     * @throws io.clp.CallRefusedException another node was named: it is drained by its own member
     */
    LeaveReport drain(NodeId node, Duration limit);

    /** Takes groups again after {@link #drain}. */
    void undrain();

    /**
     * Leaves the cluster. A member that has left is closed.
     *
     * @param how what becomes of its groups
     * @param limit how long it may take
     * @return what was done; the same report on a second call
     */
    LeaveReport leave(Leave how, Duration limit);

    /** Leaves with {@link Leave#STOP_GROUPS}, for as long as the groups' stops may take; does nothing where the member has left. */
    @Override
    void close();

    /** Builds a member. Not thread-safe. */
    interface Builder {
        /**
         * Sets who makes sure that a lost node is dead.
         *
         * @param fencer {@link Fencer#none()} where this is not called
         * @return this
         */
        Builder fencer(Fencer fencer);

        /**
         * Takes groups over from lost nodes also where the fencer does not know. <strong>Two nodes may then hold a group at once</strong>:
         * what the end of a session leaves running is not known.
         *
         * @return this
         */
        Builder acceptUnfenced();

        /**
         * Sets how often the member looks at the coordination without being told of a change.
         *
         * @param interval positive; at most a third of {@link Coordination#session} where that is known. 5 seconds, or a third of the
         *     session where that is less, by default
         * @return this
         */
        Builder lookEvery(Duration interval);

        /**
         * Sets how long a group may wait for the node it was released for before another one is chosen.
         *
         * @param patience positive; 30 seconds by default
         * @return this
         */
        Builder patience(Duration patience);

        /**
         * Sets how long after its joining the member waits for a node that is more preferred for a free group and does not take groups
         * yet: when a cluster starts, not all its nodes come at once. A lost node's group waits for nobody.
         *
         * @param limit not negative, at most a day; 30 seconds by default
         * @return this
         */
        Builder waitForNodes(Duration limit);

        /**
         * Builds the member. Asks nothing yet.
         *
         * @return a member that has not joined
         * @throws io.clp.DefinitionException a time is out of its range, the groups' wishes contradict each other; all problems are named
         */
        ClusterMember build();
    }
}
