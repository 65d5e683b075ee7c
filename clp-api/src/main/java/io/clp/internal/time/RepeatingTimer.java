package io.clp.internal.time;

import io.clp.time.Timeline;
import io.clp.time.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A callback that comes back one interval after it has returned. The first cancellation returns true. Thread-safe. */
final class RepeatingTimer implements Timer, Runnable {
    private final Timeline timeline;
    private final Duration interval;
    private final Runnable callback;
    private final Failures failures;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile @Nullable Timer pending;

    RepeatingTimer(Timeline timeline, Duration interval, Runnable callback, Failures failures) {
        this.timeline = timeline;
        this.interval = interval;
        this.callback = callback;
        this.failures = failures;
    }

    void arm() {
        Timer next = timeline.after(interval, this);
        pending = next;
        if (cancelled.get()) {
            // The cancellation may have come before there was a next one to take back.
            next.cancel();
        }
    }

    @Override
    public void run() {
        if (cancelled.get()) {
            return;
        }
        failures.guard("A repeated callback failed; it will be repeated nevertheless.", callback);
        if (!cancelled.get()) {
            arm();
        }
    }

    @Override
    public boolean cancel() {
        if (!cancelled.compareAndSet(false, true)) {
            return false;
        }
        Timer last = pending;
        if (last != null) {
            last.cancel();
        }
        return true;
    }
}
