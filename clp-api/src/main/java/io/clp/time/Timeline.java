package io.clp.time;

import io.clp.internal.time.SystemTimeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * The one source of time, waiting and concurrency: the system's in production, virtual time in tests.
 *
 * <p>A {@link io.clp.platform.Platform} owns one timeline and everything that runs on that platform uses it. Code that waits by
 * other means (a {@code Thread.sleep}, a lock held across a wait) does not obey virtual time.
 *
 * <p>Thread-safe. A wait that is interrupted throws {@link InterruptedException} with the thread's flag cleared, as the JDK's
 * own waits do.
 */
public interface Timeline {
    /** {@return the wall clock's time, for people, logs and events; it may jump} */
    Instant now();

    /** {@return a monotonic reading in nanoseconds, for limits and durations; only differences mean anything} */
    long nanos();

    /** {@return a clock that reads {@link #now()}, in UTC} */
    Clock clock();

    /**
     * Waits for a time.
     *
     * @param duration how long; zero or less returns at once
     * @throws InterruptedException the task was interrupted before or while it waited
     */
    void sleep(Duration duration) throws InterruptedException;

    /**
     * Waits until a future is completed, in whatever way.
     *
     * @param future what to wait for; its result is not looked at
     * @param limit how long to wait at most; zero or less only looks
     * @return true where the future is completed, false where the limit passed first
     * @throws InterruptedException the task was interrupted before or while it waited; the future is left alone
     */
    boolean await(CompletableFuture<?> future, Duration limit) throws InterruptedException;

    /**
     * Starts work beside the caller.
     *
     * <p>Never waits for a free thread unless the timeline was made over an executor that does.
     *
     * @param name what thread dumps and traces call it
     * @param body the work; what it throws is kept for {@link Task#join}, an {@link Error} included
     * @param <T> what the body returns
     * @return the running task
     */
    <T> Task<T> fork(String name, Callable<T> body);

    /**
     * Runs a callback once, later.
     *
     * @param delay from now; zero or less means as soon as possible, never within this call
     * @param callback must be short and must not wait; what it throws is logged
     * @return the handle that cancels it
     */
    Timer after(Duration delay, Runnable callback);

    /**
     * Runs a callback again and again, the first time after one interval; the next interval begins when the callback has
     * returned. Meant for background observation: virtual time does not count what is pending here as unfinished work.
     *
     * @param interval positive
     * @param callback must be short and must not wait; what it throws is logged and does not end the repetition
     * @return the handle that cancels it
     */
    Timer every(Duration interval, Runnable callback);

    /**
     * Returns the system's timeline: the real clocks, and threads of the library's own, one for all callers in this JVM.
     *
     * <p>Its threads are daemons named {@code clp-1}, {@code clp-2} and so on, with {@code clp-timer} for the timers. They are
     * made on demand and without a limit, so that work never waits for a thread, and end after some seconds without work;
     * nothing needs to be closed. They take no thread locals and no context class loader from the caller.
     *
     * @return always the same timeline
     */
    static Timeline system() {
        return SystemTimeline.shared();
    }

    /**
     * Makes a timeline of the real clocks whose work runs on the caller's executor.
     *
     * <p>The executor stays the caller's: nobody here shuts it down, and it must accept work for as long as the timeline is
     * used; once it refuses work, {@link #fork} throws {@link java.util.concurrent.RejectedExecutionException}. Where it is
     * bounded, work may wait in it for a free thread, and operations that hang can use it up; an executor without a bound,
     * such as {@link java.util.concurrent.Executors#newCachedThreadPool()}, does not have this limit. Only {@link #after} and
     * {@link #every} run their callbacks on the library's own threads, so that deadlines pass though the executor be full.
     *
     * @param executor may be shared with others
     * @return a timeline of its own
     */
    static Timeline system(ExecutorService executor) {
        return SystemTimeline.over(executor);
    }
}
