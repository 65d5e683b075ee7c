package io.clp.internal.time;

import io.clp.time.Task;
import io.clp.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * The timeline of the real world: the system's clocks and platform threads.
 *
 * <p>Thread-safe. Needs no closing: its threads are daemons that end when idle.
 */
public final class SystemTimeline implements WorkerTimeline {
    /**
     * Two searching workers keep both ends of a wake-up busy. Measured on two cores with a hundred sleeps of 1 ms: one costs a
     * tenth to a quarter more, four gain nothing, and a hundred cost a tenth more.
     */
    private static final int SEARCHING = 2;

    /** Measured: halves start and stop of a chain of short operations; 50 us gain no more and disturb work that waits. */
    private static final Duration LINGER =
            Runtime.getRuntime().availableProcessors() > 1 ? Duration.ofNanos(20_000) : Duration.ZERO;

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(5);

    private final Workers workers;
    private final TimerQueue timers;
    private final Failures failures;

    SystemTimeline(Workers workers, TimerQueue timers, Failures failures) {
        this.workers = workers;
        this.timers = timers;
        this.failures = failures;
    }

    /** Returns the one timeline over the library's own threads, the same at each call. */
    public static SystemTimeline shared() {
        return Shared.TIMELINE;
    }

    /**
     * Makes a timeline whose work runs on a user's executor. Timers run on the library's own threads nevertheless: a deadline
     * has to pass though the executor be full.
     */
    public static SystemTimeline over(ExecutorService executor) {
        Failures failures = Shared.FAILURES;
        return new SystemTimeline(new BorrowedWorkers(executor, failures), Shared.TIMERS, failures);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
        long deadline = System.nanoTime() + nanosOf(duration);
        failIfInterrupted();
        long left = deadline - System.nanoTime();
        if (left > 0) {
            workers.beforeWaiting();
        }
        while (left > 0) {
            LockSupport.parkNanos(this, left);
            failIfInterrupted();
            left = deadline - System.nanoTime();
        }
    }

    @Override
    public boolean await(CompletableFuture<?> future, Duration limit) throws InterruptedException {
        failIfInterrupted();
        long nanos = nanosOf(limit);
        if (future.isDone() || nanos <= 0) {
            return future.isDone();
        }
        workers.beforeWaiting();
        try {
            future.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | CancellationException e) {
            return true;
        } catch (TimeoutException e) {
            return future.isDone();
        }
    }

    @Override
    public <T> Task<T> fork(String name, Callable<T> body) {
        ForkedTask<T> task = new ForkedTask<>(this, name, body);
        workers.execute(task);
        return task;
    }

    @Override
    public Timer after(Duration delay, Runnable callback) {
        return timers.add(nanosOf(delay), callback);
    }

    @Override
    public Timer every(Duration interval, Runnable callback) {
        if (interval.isZero() || interval.isNegative()) {
            throw new IllegalArgumentException("interval must be positive: " + interval);
        }
        RepeatingTimer timer = new RepeatingTimer(this, interval, callback, failures);
        timer.arm();
        return timer;
    }

    @Override
    public void execute(Runnable work) {
        workers.execute(work);
    }

    @Override
    public void executeAll(List<? extends Runnable> work) {
        workers.executeAll(work);
    }

    @Override
    public void executeNext(Runnable work) {
        workers.executeNext(work);
    }

    @Override
    public boolean busy() {
        return workers.busy();
    }

    private static void failIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** Returns a length in nanoseconds, at most 146 years: sums with a clock reading must not overflow. */
    private static long nanosOf(Duration duration) {
        long most = Long.MAX_VALUE / 2;
        if (duration.toSeconds() >= most / 1_000_000_000L) {
            return most;
        }
        return duration.isNegative() ? 0 : duration.toNanos();
    }

    private static final class Shared {
        static final Failures FAILURES = Failures.logged();
        static final WorkerPool POOL = new WorkerPool("clp-", SEARCHING, LINGER, KEEP_ALIVE, FAILURES);
        static final TimerQueue TIMERS = new TimerQueue("clp-timer", POOL, KEEP_ALIVE, FAILURES);
        static final SystemTimeline TIMELINE = new SystemTimeline(POOL, TIMERS, FAILURES);
    }
}
