package io.clp.testkit.internal.sim;

import io.clp.time.TimelineEndedException;

/** Tasks and timers that can be ended together: what runs in one process of the simulated world. */
final class Scope {
    final String name;
    private final Scheduler scheduler;
    private volatile boolean killed;

    Scope(Scheduler scheduler, String name) {
        this.scheduler = scheduler;
        this.name = name;
    }

    boolean killed() {
        return killed;
    }

    /** Refuses a call on the timeline of a killed scope; its own tasks get the unwinding error again. */
    void check() {
        scheduler.life.check();
        if (killed) {
            scheduler.life.unwindKilled();
            throw new TimelineEndedException("process " + name + " was ended");
        }
    }

    /**
     * Ends everything in here. What has not begun never begins, timers are gone, and each task that waits gets the unwinding error when
     * its turn comes; nothing it does until its end may touch the simulated world ({@link Simulation#callerWasKilled}).
     */
    void kill() {
        killed = true;
        scheduler.act(this::killNow);
        scheduler.life.unwindKilled();
    }

    private void killNow() {
        for (Alarm alarm : scheduler.agenda.alarms.inOrder()) {
            if (alarm instanceof SimTimer timer && timer.scope == this) {
                timer.cancel();
            }
        }
        for (SimTask<?> task : scheduler.tasks.inOrder()) {
            if (task.scope != this) {
                continue;
            }
            if (!task.begun()) {
                task.cancel();
            } else if (task.awaited != null) {
                scheduler.agenda.ready(task, Outcome.INTERRUPTED);
            }
        }
    }
}
