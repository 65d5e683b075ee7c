package io.clp.time;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * Work that a {@link Timeline} runs beside its caller.
 *
 * <p>Thread-safe.
 *
 * @param <T> what the work returns
 */
public interface Task<T> {
    /** {@return the name given when the task was forked} */
    String name();

    /** {@return whether the task has ended: returned, thrown, or been interrupted before it began} */
    boolean done();

    /**
     * Waits for the end of the task.
     *
     * @param limit how long to wait at most; zero or less only looks
     * @return what the body returned, null only where the body returned null
     * @throws ExecutionException the body threw; the cause is what it threw
     * @throws TimeoutException the task had not ended by then; it goes on
     * @throws InterruptedException the waiting task was interrupted; the awaited one goes on
     */
    T join(Duration limit) throws ExecutionException, TimeoutException, InterruptedException;

    /**
     * Interrupts the task: its next or present wait ends with {@link InterruptedException}. A task that has not begun never
     * begins and ends with {@link java.util.concurrent.CancellationException} as its failure. Does nothing once the task has
     * ended.
     */
    void interrupt();
}
