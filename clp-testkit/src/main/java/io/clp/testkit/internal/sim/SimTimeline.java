package io.clp.testkit.internal.sim;

import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The timeline of a simulation: what its tasks and its test see of it. */
final class SimTimeline implements Timeline {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Scheduler scheduler;
    private final @Nullable Scope scope;
    private final Clock clock = new SimClock(this, ZoneOffset.UTC);

    SimTimeline(Scheduler scheduler, @Nullable Scope scope) {
        this.scheduler = scheduler;
        this.scope = scope;
    }

    @Override
    public Instant now() {
        return START.plusNanos(scope == null ? nanos() : nanos() + scope.aheadNanos());
    }

    @Override
    public long nanos() {
        check();
        long now = scheduler.agenda.nowNanos();
        return scope == null ? now : scope.read(now);
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        check();
        scheduler.waits.sleep(ofRun(duration));
    }

    @Override
    public boolean await(CompletableFuture<?> future, Duration limit) throws InterruptedException {
        check();
        return scheduler.waits.await(future, ofRun(limit));
    }

    @Override
    public <T> Task<T> fork(String name, Callable<T> body) {
        SimTask<T> task =
                new SimTask<>(scheduler, Objects.requireNonNull(name, "name"), Objects.requireNonNull(body, "body"));
        task.scope = scope;
        check();
        scheduler.tasks.reserve(name);
        scheduler.act(() -> scheduler.start(task));
        return task;
    }

    @Override
    public Timer after(Duration delay, Runnable callback) {
        return set(delay, callback, SimTimer.ONCE);
    }

    @Override
    public Timer every(Duration interval, Runnable callback) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("interval must be positive: " + interval);
        }
        return set(interval, callback, scheduler.agenda.in(interval) - scheduler.agenda.nowNanos());
    }

    private Timer set(Duration delay, Runnable callback, long intervalNanos) {
        check();
        SimTimer timer = new SimTimer(scheduler, Objects.requireNonNull(callback, "callback"), intervalNanos);
        timer.scope = scope;
        long at = scheduler.agenda.in(ofRun(delay));
        scheduler.act(() -> scheduler.agenda.set(timer, at));
        return timer;
    }

    private Duration ofRun(Duration own) {
        return scope == null ? own : scope.ofRun(own);
    }

    private void check() {
        if (scope == null) {
            scheduler.life.check();
        } else {
            scope.check();
        }
    }
}
