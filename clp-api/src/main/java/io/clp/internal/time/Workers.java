package io.clp.internal.time;

import java.util.List;

/** The threads of a timeline, its own or borrowed. The methods are those of {@link WorkerTimeline}. Thread-safe. */
interface Workers {
    void execute(Runnable work);

    void executeAll(List<? extends Runnable> work);

    void executeNext(Runnable work);

    boolean busy();

    /** Hands the caller's continuation, if it has one, to another thread. To be called before the caller waits. */
    void beforeWaiting();
}
