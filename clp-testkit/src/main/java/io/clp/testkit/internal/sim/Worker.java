package io.clp.testkit.internal.sim;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A pooled thread that runs tasks of one simulation after another. */
final class Worker extends Thread {
    private static final int UNWINDS_MAX = 100;

    private @Nullable SimTask<?> task;
    private volatile @Nullable Scheduler scheduler;
    private volatile boolean lost;
    private int unwinds;

    Worker(int number) {
        super(null, null, "clp-sim-" + number, 0, false);
        setDaemon(true);
        setContextClassLoader(Worker.class.getClassLoader());
    }

    /** Sends an idle worker to run a task, or, without one, to go on with the scheduling. */
    void assign(Scheduler to, @Nullable SimTask<?> first) {
        task = first;
        scheduler = to;
        LockSupport.unpark(this);
    }

    @Override
    public void run() {
        boolean useful = true;
        while (useful) {
            Scheduler to = scheduler;
            if (to == null) {
                LockSupport.park(this);
                Thread.interrupted();
                continue;
            }
            SimTask<?> first = task;
            task = null;
            scheduler = null;
            unwinds = 0;
            useful = to.work(this, first);
        }
    }

    /** Gives it up: its code blocked outside the timeline, and the simulation went on without it. */
    void lose() {
        lost = true;
    }

    boolean lost() {
        return lost;
    }

    /** Counts one more unwinding error, and tells whether the code on this thread swallows them all. */
    boolean unwindsInVain() {
        return ++unwinds > UNWINDS_MAX;
    }
}
