package io.clp.internal.runtime;

import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** The timeline as one attempt may use it. What it forks is inside the attempt too. */
record GuardedTimeline(Timeline timeline, Guard guard) implements Timeline {
    @Override
    public Instant now() {
        return timeline.now();
    }

    @Override
    public long nanos() {
        return timeline.nanos();
    }

    @Override
    public Clock clock() {
        return timeline.clock();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        guard.<Boolean>wait("sleep", () -> {
            timeline.sleep(duration);
            return true;
        });
    }

    @Override
    public boolean await(CompletableFuture<?> future, Duration limit) throws InterruptedException {
        return guard.<Boolean>wait("await", () -> timeline.await(future, limit));
    }

    @Override
    public <T> Task<T> fork(String name, Callable<T> body) {
        guard.check("fork " + name);
        return timeline.fork(name, () -> {
            Attempt outer = Inside.enter(guard.attempt());
            try {
                return body.call();
            } finally {
                Inside.leave(outer);
            }
        });
    }

    @Override
    public Timer after(Duration delay, Runnable callback) {
        guard.check("after");
        return timeline.after(delay, callback);
    }

    @Override
    public Timer every(Duration interval, Runnable callback) {
        guard.check("every");
        return timeline.every(interval, callback);
    }
}
