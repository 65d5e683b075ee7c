package io.clp.testkit;

import io.clp.GroupController;
import io.clp.failover.ClusterMember;
import java.time.Duration;

/**
 * A node of a fake cluster: a machine, and on it a process with a controller and a member. {@link #boot} starts the process too. What is
 * asked of a process that is gone is refused. Thread-safe.
 */
public interface FakeNode extends FakePlatform {
    /** {@return the controller of the present process, or of the last one} */
    GroupController controller();

    /** {@return the member of the present process, or of the last one} */
    ClusterMember member();

    /** {@return whether the process runs, does not stand still, and the quorum hears and answers it} */
    boolean reachesQuorum();

    /** {@return whether the process runs; also while it stands still} */
    boolean processRuns();

    /**
     * Starts the process again after {@link #killProcess}: another controller, another member, which joins. Does nothing where it runs.
     *
     * @throws IllegalStateException the machine is off
     */
    void startProcess();

    /**
     * Lets the process stand still until {@link #resume}: its tasks and timers stop, and it is out of contact; services, mounts and
     * addresses live on. Does nothing where it stands still, or the machine is off.
     *
     * @throws IllegalStateException the cluster runs in real time
     */
    void pause();

    /**
     * Lets the whole machine stand still until {@link #resume}, as a hypervisor does: its services stand still too, and hold what they
     * hold. Does nothing where it stands still, or is off.
     *
     * @throws IllegalStateException the cluster runs in real time
     */
    void freeze();

    /** Ends {@link #pause} and {@link #freeze}: what has become due meanwhile happens at once. Does nothing where nothing stands still. */
    void resume();

    /**
     * Sets the wall clock. Limits and timers do not follow it.
     *
     * @param by forward, or back where it is negative
     * @throws IllegalStateException the cluster runs in real time
     */
    void stepClock(Duration by);

    /**
     * Lets the node's clocks, the monotonic one included, run fast or slow from now on, over restarts too.
     *
     * @param rate how much of the node's time passes in a second of the run, to the millionth; 0.5 to 2
     * @throws IllegalStateException the cluster runs in real time
     */
    void driftClock(double rate);

    /**
     * Writes a line into the trace, as what happens on this node. Free for code that runs in the cluster: a final action, a probe.
     *
     * @param what any
     */
    void note(String what);
}
