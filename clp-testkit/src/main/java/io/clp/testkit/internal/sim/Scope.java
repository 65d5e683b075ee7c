package io.clp.testkit.internal.sim;

import io.clp.time.TimelineEndedException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tasks and timers that can be ended or paused together, and that count the time alike: what runs in one process of the simulated world. */
final class Scope {
    final String name;

    /** What waits here for the end of a pause; null where it is not paused. Touched by the holder of the baton only. */
    @Nullable
    Frozen frozen;

    private final Scheduler scheduler;
    private volatile boolean killed;

    /** How it counts the time, where that is not as the run does. */
    private volatile @Nullable Skew skew;

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

    /** Returns its own monotonic time at a time of the run. */
    long read(long nanos) {
        Skew mine = skew;
        return mine == null ? nanos : mine.read(nanos);
    }

    long aheadNanos() {
        Skew mine = skew;
        return mine == null ? 0 : mine.aheadNanos();
    }

    /** Returns how much of the run's time it takes until so much has passed here; {@link Alarms#NEVER} where that is past the clock's range. */
    long ofRun(long ownNanos) {
        Skew mine = skew;
        if (mine == null || ownNanos > Alarms.NEVER / 4) {
            return ownNanos;
        }
        return mine.ofRun(ownNanos);
    }

    /** Returns how much of the run's time a time of its own takes. */
    Duration ofRun(Duration own) {
        boolean same = skew == null || own.toSeconds() > Alarms.NEVER / 4_000_000_000L;
        return same ? own : Duration.ofNanos(ofRun(own.toNanos()));
    }

    void step(long nanos) {
        Skew mine = skew;
        skew = (mine == null ? Skew.NONE : mine).stepped(nanos);
    }

    void drift(long perMillion) {
        scheduler.act(() -> driftNow(perMillion));
    }

    /** Counts the time from now on as another scope does. */
    void countAs(Scope other) {
        skew = other.skew;
    }

    /** Timers and limits that are set have as much of the scope's own time before them as they had. */
    private void driftNow(long perMillion) {
        Skew mine = skew;
        Skew before = mine == null ? Skew.NONE : mine;
        long now = scheduler.agenda.nowNanos();
        Skew after = before.drifting(now, perMillion);
        skew = after;
        for (Alarm alarm : scheduler.agenda.alarms.inOrder()) {
            if (alarm.scope() == this && alarm.atNanos > now) {
                scheduler.agenda.alarms.remove(alarm);
                scheduler.agenda.alarms.set(alarm, moved(alarm.atNanos, now, before, after));
            }
        }
        if (frozen != null) {
            for (Alarm alarm : frozen.alarms()) {
                if (alarm.atNanos > now) {
                    alarm.atNanos = moved(alarm.atNanos, now, before, after);
                }
            }
        }
    }

    private static long moved(long atNanos, long now, Skew before, Skew after) {
        return now + after.ofRun(before.read(atNanos) - before.read(now));
    }

    /** Stops everything in here until {@link #resume}: nothing begins or goes on, and no timer fires. */
    void pause() {
        scheduler.act(this::pauseNow);
    }

    private void pauseNow() {
        if (killed || frozen != null) {
            return;
        }
        Frozen ice = new Frozen();
        for (Party party : scheduler.agenda.ready.list()) {
            if (party.scope == this) {
                scheduler.agenda.ready.remove(party);
                ice.add(party);
            }
        }
        for (Alarm alarm : scheduler.agenda.alarms.inOrder()) {
            if (alarm.scope() == this) {
                scheduler.agenda.alarms.remove(alarm);
                ice.set(alarm, alarm.atNanos);
            }
        }
        frozen = ice;
    }

    void resume() {
        scheduler.act(this::resumeNow);
    }

    private void resumeNow() {
        Frozen ice = frozen;
        if (ice != null) {
            frozen = null;
            ice.thaw(scheduler.agenda);
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
        resumeNow();
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
