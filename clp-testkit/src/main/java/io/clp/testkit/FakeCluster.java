package io.clp.testkit;

import io.clp.FailoverGroup;
import io.clp.GroupView;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.StartReport;
import io.clp.StopReport;
import io.clp.failover.ClusterMember;
import io.clp.failover.Coordination;
import io.clp.failover.Fencer;
import io.clp.testkit.internal.cluster.ClusterBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A cluster in memory: fake machines, a real {@link ClusterMember} on each, one quorum, and a fencer that tells the truth.
 * It decides nothing itself. A run repeats exactly with the same seed.
 *
 * <p>The rules of {@link FakeMachines} are checked after every change, and that a node starts a group only as its owner; what is broken is
 * thrown at the next call of the test as {@link InvariantViolation}. A session lasts as long as {@link Latencies#failureDetection} draws,
 * once for a run: at least 1 second, and 5 seconds where nothing is said. Thread-safe.
 */
public interface FakeCluster extends AutoCloseable {
    /** {@return a builder without nodes} */
    static Builder builder() {
        return new ClusterBuilder();
    }

    /**
     * Defines groups on all nodes, and gives their machines what the groups use. Starts nothing, also where a group starts by itself
     * otherwise: it does so once it has been started here. Waits until the members have joined.
     *
     * @param groups further ones; those that the cluster has already are left as they are
     * @return this cluster
     */
    FakeCluster add(FailoverGroup... groups);

    /**
     * Starts a group, by the member of the node that has it or that a live member's plan names; adds it where the cluster does not have it
     * yet.
     *
     * @param group any
     * @return what was done
     * @throws io.clp.CallRefusedException nobody can start it, or the member refuses
     * @throws io.clp.GroupOperationException it did not start there
     */
    StartReport start(FailoverGroup group);

    /**
     * Stops a group, by its owner's member.
     *
     * @param group one that was added
     * @return what was done
     * @throws io.clp.CallRefusedException nobody has it, its owner's process is gone, or the member refuses
     * @throws io.clp.GroupOperationException not everything is offline
     */
    StopReport stop(FailoverGroup group);

    /**
     * Moves a group, by its owner's member.
     *
     * @param group one that was added
     * @param target the name of another node
     * @return the owner's report and the target's as one: with the stop, the start, and the exact downtime
     * @throws io.clp.CallRefusedException nobody has it, its owner's process is gone, or the member refuses
     * @throws io.clp.GroupOperationException it was not moved; carries the owner's report
     */
    MoveReport move(FailoverGroup group, String target);

    /**
     * Returns a node.
     *
     * @param name its name, without regard to case
     * @return always the same object
     * @throws IllegalArgumentException there is none of that name
     */
    FakeNode node(String name);

    /** {@return the nodes, in the order of the builder} */
    List<FakeNode> nodes();

    /**
     * Returns who has a group.
     *
     * @param group one that was added
     * @return what the quorum says; with a coordination of the test's own, what the first member in contact says
     */
    Optional<NodeId> ownerOf(FailoverGroup group);

    /**
     * Returns what the controller of a group's owner knows of it; where nobody has it, that of its last owner, else of the first node of
     * its list.
     *
     * @param group one that was added
     * @return the knowledge of one moment
     */
    GroupView view(FailoverGroup group);

    /**
     * Returns the last move of a group that has ended, with what both nodes reported of it.
     *
     * @param group one that was added
     * @return empty where it has not moved
     */
    Optional<MoveReport> lastMove(FailoverGroup group);

    /**
     * Cuts nodes off from the quorum, instead of those that a partition before cut off: the smaller of the two sides; where they are equal,
     * the one that is named.
     *
     * @param oneSide the nodes of one side; the other side are all others
     */
    void partition(String... oneSide);

    /**
     * Returns a node's link to the quorum. With a coordination of the test's own it says only what {@link FakeNode#reachesQuorum} answers.
     *
     * @param node its name
     * @return always the same object
     */
    FakeLink link(String node);

    /** Takes the quorum out of reach of all nodes, until {@link #heal}. */
    void loseQuorum();

    /** Repairs all links, the quorum and the fencer. Nodes, services and disks stay as they are. */
    void heal();

    /** {@return the fencer that the members ask, unless the test gave them another one} */
    FakeFencer fencer();

    /**
     * Powers a node's machine off, as the fencer does.
     *
     * @param node its name
     */
    void fence(String node);

    /**
     * Ends a node's session, though it may be in contact: the others count it as lost, and it hears that its session is gone. It gets
     * another one soon after.
     *
     * @param node its name
     */
    void expireSession(String node);

    /** Lets time pass until nothing is pending; see {@link FakePlatform#settle}. */
    void settle();

    /**
     * Lets a time pass.
     *
     * @param time how much of the time of the run
     */
    void advance(Duration time);

    /** {@return what was asked of all machines, in order; among the last 50,000 lines of the run} */
    List<Act> acts();

    /** {@return what happened on all machines and in the quorum, one line each, oldest first; the last 50,000} */
    String trace();

    /**
     * Writes a line into the trace.
     *
     * @param what any
     */
    void note(String what);

    /**
     * Ends the run and everything that still runs in it.
     *
     * @throws InvariantViolation a rule was broken and nothing told it yet
     */
    @Override
    void close();

    /** Builds a cluster. Not thread-safe. */
    interface Builder {
        /**
         * Names the nodes. Called again it adds further ones.
         *
         * @param names computer names
         * @return this
         */
        Builder nodes(String... names);

        /**
         * Installs further services on every machine, stopped.
         *
         * @param services short names
         * @return this
         */
        Builder install(String... services);

        /**
         * Sets how long everything takes; {@link Latencies#failureDetection} is how long a session lasts.
         *
         * @param latencies {@link Latencies#none()} where this is not called
         * @return this
         */
        Builder latencies(Latencies latencies);

        /**
         * Sets the seed, from which every choice and every time of the run follows.
         *
         * @param seed any; 1 where this is not called
         * @return this
         */
        Builder seed(long seed);

        /**
         * Runs the cluster on the system's clock instead of in virtual time.
         *
         * @return this
         */
        Builder realTime();

        /**
         * Sets the version of IIS on every machine; see {@link FakePlatform.Builder#iisVersion}.
         *
         * @param version "10.0" where this is not called
         * @return this
         */
        Builder iisVersion(String version);

        /**
         * Sets the version of Windows on every machine; see {@link FakePlatform.Builder#windowsVersion}.
         *
         * @param version "10.0.20348" where this is not called
         * @return this
         */
        Builder windowsVersion(String version);

        /**
         * Sets whether the process says on every machine that it is elevated; see {@link FakePlatform.Builder#elevated}.
         *
         * @param elevated true where this is not called
         * @return this
         */
        Builder elevated(boolean elevated);

        /**
         * Adds a network interface to every machine; see {@link FakePlatform.Builder#networkInterface}.
         *
         * @param alias its name
         * @param subnets the subnets it lies in, as "10.1.0.0/16"
         * @return this
         */
        Builder networkInterface(String alias, String... subnets);

        /**
         * Sets whether the invariants are checked.
         *
         * @param checked true where this is not called
         * @return this
         */
        Builder invariants(boolean checked);

        /**
         * Lets the members use another coordination than the fake quorum.
         *
         * @param sessions makes the session of a node's process, each time one starts; {@link FakeNode#reachesQuorum} tells it what the
         *     partitions of the cluster let through
         * @return this
         */
        Builder coordination(Function<FakeNode, Coordination> sessions);

        /**
         * Lets the members ask another fencer than {@link FakeCluster#fencer}.
         *
         * @param fencer of all members
         * @return this
         */
        Builder fencer(Fencer fencer);

        /**
         * Builds the members with {@link ClusterMember.Builder#acceptUnfenced}. No failover is safe then.
         *
         * @return this
         */
        Builder acceptUnfenced();

        /**
         * Changes how the members are built, after all that is set here.
         *
         * @param change called for each member
         * @return this
         */
        Builder members(MemberSetup change);

        /**
         * Builds the cluster: all nodes are on, and their members join.
         *
         * @return a cluster without groups
         * @throws IllegalStateException no node was named
         */
        FakeCluster build();
    }

    /** Changes how a member is built. */
    @FunctionalInterface
    interface MemberSetup {
        /**
         * Changes it.
         *
         * @param node on which node
         * @param member its builder, with the cluster's fencer
         */
        void change(FakeNode node, ClusterMember.Builder member);
    }
}
