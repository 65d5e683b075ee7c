package io.clp.internal.script;

import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A timeline that stands still between steps: one task runs at a time, in the order of time and then of asking. */
public final class SteppedTimeline implements Timeline {
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::sequence));

    @Nullable
    Strand<?> current;

    private long now;
    private long sequence;

    private record Event(long at, long sequence, Runnable what) {}

    /** Begins a task; it runs when the test lets time pass. */
    public <T> Task<T> begin(Callable<T> body) {
        return fork("test", body);
    }

    /** Runs a task to its end, and throws what it threw. */
    public <T> T call(Callable<T> body) throws Exception {
        Task<T> task = begin(body);
        while (!task.done()) {
            step();
        }
        return result(task);
    }

    /** Returns what an ended task returned, or throws what it threw. */
    public static <T> T result(Task<T> task) throws Exception {
        Strand<T> strand = (Strand<T>) task;
        Throwable failure = strand.failure();
        if (failure instanceof Exception e) {
            throw e;
        } else if (failure instanceof Error e) {
            throw e;
        }
        return strand.join(Duration.ZERO);
    }

    /** Lets time pass. */
    public void advance(Duration duration) {
        long end = now + duration.toNanos();
        while (!events.isEmpty() && events.element().at() <= end) {
            step();
        }
        now = end;
    }

    private void step() {
        if (events.isEmpty()) {
            throw new IllegalStateException("nothing will ever happen");
        }
        Event event = events.remove();
        now = event.at();
        event.what().run();
    }

    Event later(Duration delay, Runnable what) {
        Event event = new Event(now + Math.max(0, delay.toNanos()), sequence++, what);
        events.add(event);
        return event;
    }

    /** Waits as a call into Windows does: an interrupt stays pending. */
    public void hang(Duration duration) {
        Strand<?> strand = strand();
        strand.deaf = true;
        later(duration, strand.waker());
        try {
            strand.park(false);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        strand.deaf = false;
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        if (!duration.isZero() && !duration.isNegative()) {
            Strand<?> strand = strand();
            later(duration, strand.waker());
            strand.park(true);
        }
    }

    @Override
    public boolean await(CompletableFuture<?> future, Duration limit) throws InterruptedException {
        if (future.isDone() || limit.isZero() || limit.isNegative()) {
            return future.isDone();
        }
        Strand<?> strand = strand();
        Runnable waker = strand.waker();
        later(limit, waker);
        CompletableFuture<?> unused = future.whenComplete((value, error) -> later(Duration.ZERO, waker));
        strand.park(true);
        return future.isDone();
    }

    private Strand<?> strand() {
        if (current == null) {
            throw new IllegalStateException("only tasks wait");
        }
        return current;
    }

    @Override
    public <T> Task<T> fork(String name, Callable<T> body) {
        Strand<T> strand = new Strand<>(this, name, body);
        later(Duration.ZERO, strand::step);
        return strand;
    }

    @Override
    public Timer after(Duration delay, Runnable callback) {
        Event event = later(delay, callback);
        return () -> events.remove(event);
    }

    @Override
    public Timer every(Duration interval, Runnable callback) {
        boolean[] cancelled = new boolean[1];
        Runnable again = new Runnable() {
            @Override
            public void run() {
                if (!cancelled[0]) {
                    callback.run();
                    later(interval, this);
                }
            }
        };
        later(interval, again);
        return () -> !cancelled[0] && (cancelled[0] = true);
    }

    @Override
    public Instant now() {
        return Instant.EPOCH.plusNanos(now);
    }

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public Clock clock() {
        return Clock.fixed(now(), ZoneOffset.UTC);
    }
}
