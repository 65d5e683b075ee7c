package io.clp.testkit.internal.sim;

import io.clp.time.Timeline;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * One run in virtual time: its timeline, and what the test does with it.
 *
 * <p>One task runs at a time, and the seed decides who is next whenever a task waits or ends; so a run is a pure function of its
 * seed. The thread of the test counts as a task that runs until it waits. Any thread may be the test, one after another; while
 * one of them waits in here, another that tries to is refused with {@link IllegalStateException}. Code that blocks by other
 * means than the timeline, or holds a lock across its waits, fails the test's call after 10 seconds of real time (the system
 * property {@code io.clp.testkit.stall}, in milliseconds), and the simulation can only be closed then.
 *
 * <p>The methods that do not wait are thread-safe. After {@link #close} everything throws {@link IllegalStateException}.
 */
public final class Simulation implements AutoCloseable {
    /** A limit that never passes: a task that waits so long hangs, and {@link #settle} does not wait for it. */
    public static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    private static final String STALL_PROPERTY = "io.clp.testkit.stall";
    private static final long STALL_MILLIS = 10_000;

    private final Scheduler scheduler;
    private final Timeline timeline;
    private final ConcurrentMap<String, Scope> scopes = new ConcurrentHashMap<>();

    private Simulation(long seed, long stallMillis) {
        scheduler = new Scheduler(seed, stallMillis);
        timeline = new SimTimeline(scheduler, null);
    }

    /** Returns a new run at 2026-01-01T00:00:00Z, with nothing in it. */
    public static Simulation create(long seed) {
        return create(seed, Long.getLong(STALL_PROPERTY, STALL_MILLIS));
    }

    static Simulation create(long seed, long stallMillis) {
        return new Simulation(seed, stallMillis);
    }

    /** Returns the timeline on which everything in this run waits. */
    public Timeline timeline() {
        return timeline;
    }

    /**
     * Returns the timeline of a part of this run that can be ended by itself: what a process of the simulated world waits on.
     *
     * @param scope its name; each name stands for one part, for ever
     */
    public Timeline timeline(String scope) {
        return new SimTimeline(scheduler, scope(scope));
    }

    /**
     * Ends a part of this run: its timers are gone, what has not begun never begins, and its tasks are unwound, each when its turn
     * comes. Its timeline refuses every call from now on with {@link IllegalStateException}. A task may end its own part, and does not
     * come back from this call then. Ending twice does nothing.
     */
    public void kill(String scope) {
        scheduler.life.check();
        scope(scope).kill();
    }

    /**
     * Stops a part of this run until {@link #resume}: its tasks do not go on and its timers do not fire; the rest of the run does not wait
     * for it. A task may pause its own part, and goes on until it waits. Pausing twice does nothing.
     */
    public void pause(String scope) {
        scheduler.life.check();
        scope(scope).pause();
    }

    /** Lets a part of this run go on: what has become due meanwhile happens at once, in no promised order. */
    public void resume(String scope) {
        scheduler.life.check();
        scope(scope).resume();
    }

    /** Sets the wall clock of a part of this run forward, or back where the time is negative. Its monotonic clock does not change. */
    public void step(String scope, Duration by) {
        scope(scope).step(by.toNanos());
    }

    /**
     * Lets a part of this run count the time faster or slower from now on, its limits, timers and wall clock alike. What is set already
     * keeps as much of the part's own time before it as it had.
     *
     * @param perMillion how many of its own nanoseconds pass in a million of the run's; positive
     */
    public void drift(String scope, long perMillion) {
        scheduler.life.check();
        scope(scope).drift(perMillion);
    }

    /** Lets a part of this run begin with the clocks of another one, steps and drift included. */
    public void countAs(String scope, String other) {
        scope(scope).countAs(scope(other));
    }

    /** Returns whether the code that calls this belongs to a part that was ended, or to a run that is being closed. */
    public boolean callerWasKilled() {
        return scheduler.life.unwinding() || scheduler.life.callerWasKilled();
    }

    private Scope scope(String name) {
        return scopes.computeIfAbsent(name, it -> new Scope(scheduler, it));
    }

    /**
     * Runs until nothing is pending but periodic timers and tasks that wait without limit, and then until a round in which each
     * periodic timer has fired once more and its work has ended without {@link #progress}. Timers with an interval above an hour
     * are not waited for.
     *
     * @throws AssertionError after one hour of virtual time, with what is still pending; or what a step hook threw
     */
    public void settle() {
        scheduler.waits.settle();
    }

    /**
     * Runs everything that is due within a time, and leaves the clock exactly there.
     *
     * @param duration not negative
     * @throws AssertionError the clock cannot get there; or what a step hook threw
     */
    public void advance(Duration duration) {
        scheduler.waits.advance(duration);
    }

    /** Tells that something in the simulated world has changed, so that {@link #settle} looks once more. */
    public void progress() {
        scheduler.progress();
    }

    /** Returns how many times a task or a callback was picked to run. A reading; another thread may add to it. */
    public long steps() {
        return scheduler.steps();
    }

    /**
     * Sets what runs after each step, on whichever thread made it. It must not wait. What it throws ends the test's present
     * call, on the test's thread.
     *
     * @param hook null for none
     */
    public void onStep(@Nullable Runnable hook) {
        scheduler.life.check();
        scheduler.act(() -> scheduler.onStep(hook));
    }

    /**
     * Ends the run: every task that waits is unwound, in the order of their forks; nothing that has not begun begins. Closing
     * twice does nothing.
     *
     * @throws AssertionError a task could not be ended: it ignores the unwinding error again and again, or blocks
     */
    @Override
    public void close() {
        scheduler.life.close();
    }
}
