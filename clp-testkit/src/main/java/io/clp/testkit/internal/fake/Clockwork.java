package io.clp.testkit.internal.fake;

import io.clp.time.Timeline;
import java.time.Duration;

/** The time in which machines live: virtual, or the system's. Thread-safe. */
interface Clockwork extends AutoCloseable {
    /** Returns the time of the machines themselves, which no power-off ends. */
    Timeline hardware();

    /** Returns the time of a new process. */
    Timeline process(String name);

    /** Ends a process: its tasks and timers are gone, and its timeline refuses every call. */
    void end(String process);

    /** Stops a process until {@link #resume}: its tasks and timers do not go on, and nobody waits for them. */
    void pause(String process);

    /** Lets a paused process go on. */
    void resume(String process);

    /** Sets the wall clock of a process forward or back. */
    void step(String process, Duration by);

    /** Lets a process count so many nanoseconds in a million of the machines' own. */
    void drift(String process, long perMillion);

    /** Gives a new process the clocks of one before it. */
    void inherit(String process, String before);

    /** Returns whether the calling code belongs to a process that has been ended. */
    boolean calledByTheDead();

    /** Lets time pass until nothing is pending. */
    void settle();

    /** Lets a time pass. */
    void advance(Duration time);

    /** Tells that something has changed. */
    void progress();

    @Override
    void close();
}
