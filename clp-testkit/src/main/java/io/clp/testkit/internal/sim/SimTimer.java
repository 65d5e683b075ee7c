package io.clp.testkit.internal.sim;

import io.clp.time.Timer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A callback at a virtual time, once or again and again. */
final class SimTimer extends Alarm implements Timer {
    /** The interval of a timer that fires once. */
    static final long ONCE = 0;

    /** Whether a round of {@link Settling} waits for it. */
    boolean expected;

    /** What it is ended with; none where nothing but the close ends it. */
    @Nullable
    Scope scope;

    final long intervalNanos;
    private final Scheduler scheduler;
    private final Runnable callback;
    private final AtomicBoolean over = new AtomicBoolean();

    SimTimer(Scheduler scheduler, Runnable callback, long intervalNanos) {
        this.scheduler = scheduler;
        this.callback = callback;
        this.intervalNanos = intervalNanos;
    }

    @Override
    @Nullable
    Scope scope() {
        return scope;
    }

    /** Whether it will never fire again. */
    boolean over() {
        return over.get();
    }

    @Override
    boolean periodic() {
        return intervalNanos != ONCE;
    }

    @Override
    public boolean cancel() {
        if (!over.compareAndSet(false, true)) {
            return false;
        }
        scheduler.act(() -> scheduler.agenda.alarms.remove(this));
        return true;
    }

    /** Returns whether the callback is to run now; from here on a timer that fires once can no longer be cancelled. */
    boolean begin() {
        expected = false;
        if (killed()) {
            return false;
        }
        return periodic() ? !over.get() : over.compareAndSet(false, true);
    }

    void run() {
        callback.run();
    }

    /** Sets a periodic timer again. */
    void repeat() {
        if (periodic() && !over.get() && !killed()) {
            Scope mine = scope;
            long at = scheduler.agenda.nowNanos() + (mine == null ? intervalNanos : mine.ofRun(intervalNanos));
            scheduler.agenda.set(this, at < 0 ? Alarms.NEVER : at);
        }
    }

    private boolean killed() {
        Scope mine = scope;
        return mine != null && mine.killed();
    }

    /** Names the callback without what differs from run to run. */
    String describe() {
        String type = callback.getClass().getName();
        int lambda = type.indexOf("$$Lambda");
        return "timer of " + (lambda < 0 ? type : type.substring(0, lambda));
    }
}
