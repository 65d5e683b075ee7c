package io.clp.testkit.internal.sim;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that knows real time: finds simulations in which no step is made while the test waits, because the code that
 * has the baton blocks outside the timeline, for instance on a lock whose owner waits inside.
 */
final class Watchdog extends Thread {
    private static final long LOOK_MILLIS = 250;
    private static final int EMPTY_LOOKS_MAX = 40;
    private static final Set<Watch> WATCHES = ConcurrentHashMap.newKeySet();
    private static final Watchdog INSTANCE = launch();

    private volatile boolean idle;

    private Watchdog() {
        super(null, null, "clp-sim-watchdog", 0, false);
    }

    private static Watchdog launch() {
        Watchdog dog = new Watchdog();
        dog.setDaemon(true);
        dog.setContextClassLoader(Watchdog.class.getClassLoader());
        dog.start();
        return dog;
    }

    static Watch start(Scheduler scheduler, Thread waiting, long stallMillis) {
        Watch watch = new Watch(scheduler, waiting, stallMillis);
        WATCHES.add(watch);
        if (INSTANCE.idle) {
            LockSupport.unpark(INSTANCE);
        }
        return watch;
    }

    static void end(Watch watch) {
        WATCHES.remove(watch);
    }

    @Override
    public void run() {
        int emptyLooks = 0;
        for (; ; ) {
            if (emptyLooks < EMPTY_LOOKS_MAX) {
                LockSupport.parkNanos(this, LOOK_MILLIS * 1_000_000);
            } else {
                idle = true;
                if (WATCHES.isEmpty()) {
                    LockSupport.park(this);
                }
                idle = false;
            }
            emptyLooks = WATCHES.isEmpty() ? emptyLooks + 1 : 0;
            WATCHES.forEach(Watch::look);
        }
    }

    /** One wait of a test. Time is counted in looks, so that a pause of the whole process is no stall. */
    static final class Watch {
        private final Scheduler scheduler;
        private final Thread waiting;
        private final long stallMillis;
        private long stepsSeen = -1;
        private long quietMillis;

        private Watch(Scheduler scheduler, Thread waiting, long stallMillis) {
            this.scheduler = scheduler;
            this.waiting = waiting;
            this.stallMillis = stallMillis;
        }

        private void look() {
            long steps = scheduler.steps();
            quietMillis = steps == stepsSeen ? quietMillis + LOOK_MILLIS : 0;
            stepsSeen = steps;
            if (quietMillis >= stallMillis && scheduler.baton.holder() instanceof Worker stuck) {
                end(this);
                AssertionError error = new AssertionError("no step for " + quietMillis + " ms of real time: the running"
                        + " code blocks outside the timeline, or does not end\n" + Report.running(scheduler, stuck));
                stuck.lose();
                scheduler.life.breakDown(error);
                LockSupport.unpark(waiting);
            }
        }
    }
}
