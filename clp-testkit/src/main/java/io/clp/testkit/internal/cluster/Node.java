package io.clp.testkit.internal.cluster;

import io.clp.GroupController;
import io.clp.GroupEvent;
import io.clp.NodeId;
import io.clp.failover.ClusterMember;
import io.clp.testkit.FakeNode;
import io.clp.testkit.internal.fake.Machine;
import io.clp.testkit.internal.fake.World;
import io.clp.time.Task;
import org.jspecify.annotations.Nullable;

/** One node: a machine, and the process with a member on it. */
final class Node extends Machine implements FakeNode, Station {
    private final World world;
    private volatile @Nullable Cluster cluster;
    private volatile @Nullable Running last;
    private volatile boolean runs;

    /**
     * What runs in a process.
     *
     * @param controller the controller
     * @param member the member
     * @param joining the task in which it tries to join for the first time
     */
    record Running(GroupController controller, ClusterMember member, Task<Boolean> joining) {}

    Node(World world, NodeId node) {
        super(world, node);
        this.world = world;
    }

    /** Puts it into its cluster and starts its process. */
    void begin(Cluster itsCluster) {
        cluster = itsCluster;
        startProcess();
    }

    private Cluster cluster() {
        Cluster itsCluster = cluster;
        if (itsCluster == null) {
            throw new IllegalStateException(id() + " is in no cluster yet");
        }
        return itsCluster;
    }

    Running process() {
        Running process = last;
        if (process == null) {
            throw new IllegalStateException("no process has been started on " + id());
        }
        return process;
    }

    @Override
    public GroupController controller() {
        return process().controller();
    }

    @Override
    public ClusterMember member() {
        return process().member();
    }

    @Override
    public boolean processRuns() {
        return runs;
    }

    @Override
    public boolean inOperation() {
        return runs && !paused();
    }

    @Override
    public boolean reachesQuorum() {
        Cluster itsCluster = cluster();
        return world.change(() -> itsCluster.quorum().answers(this));
    }

    @Override
    public void startProcess() {
        world.checkForTest();
        if (!poweredOn()) {
            throw new IllegalStateException(id() + " is powered off");
        }
        if (!runs) {
            runs = true;
            last = cluster().process(this);
        }
    }

    @Override
    public void boot() {
        if (!poweredOn()) {
            super.boot();
            startProcess();
        }
    }

    @Override
    public void note(String what) {
        world.change(() -> world.happened(id(), "note", what));
    }

    @Override
    protected void processEnded() {
        runs = false;
    }

    @Override
    protected void lifeChanged() {
        Cluster itsCluster = cluster;
        if (itsCluster != null) {
            itsCluster.quorum().refresh(id());
        }
    }

    @Override
    protected void told(GroupEvent event) {
        cluster().heard(this, event);
    }

    @Override
    public String toString() {
        return "fake node " + id();
    }
}
