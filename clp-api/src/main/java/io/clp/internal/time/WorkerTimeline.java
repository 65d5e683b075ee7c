package io.clp.internal.time;

import io.clp.time.Timeline;
import java.util.List;

/**
 * A timeline that also takes bare work: what the engine runs its operations on, without the cost of a task for each.
 *
 * <p>Thread-safe. Work that throws is logged and harms neither its thread nor other work. An interrupt flag that work leaves
 * behind is cleared before its thread takes the next. All three methods throw {@link
 * java.util.concurrent.RejectedExecutionException} where the timeline was made over an executor that refuses the work.
 */
public interface WorkerTimeline extends Timeline {
    /**
     * Runs work beside the caller.
     *
     * @param work may wait
     */
    void execute(Runnable work);

    /**
     * Runs several pieces of work beside the caller and beside each other, begun in the order of the list. Cheaper than one
     * call for each.
     *
     * @param work may wait; where an executor refuses one of them, those before it run and those after it do not
     */
    void executeAll(List<? extends Runnable> work);

    /**
     * Runs work on the calling thread as soon as the work that calls returns: a continuation without a hand-off between
     * threads. Meant as the last act of a piece of work. Does the same as {@link #execute} where the caller is not itself work
     * of this timeline, or has called this before. Work that goes on to wait through this timeline hands its continuation to
     * another thread first.
     *
     * @param work may wait
     */
    void executeNext(Runnable work);

    /**
     * Returns whether work waits here for a thread. Each piece of it gets one, whatever the work that runs does; so something short that
     * is not urgent may queue up behind it. Always false where the threads are those of a user's executor, which promises no such thing.
     */
    boolean busy();
}
