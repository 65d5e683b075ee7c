package io.clp.internal.time;

import io.clp.time.Timer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A callback of a {@link TimerQueue}, due at one moment. Thread-safe. */
final class OneShotTimer implements Timer, Runnable, Comparable<OneShotTimer> {
    private static final VarHandle CALLBACK;

    static {
        try {
            CALLBACK = MethodHandles.lookup().findVarHandle(OneShotTimer.class, "callback", Runnable.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final TimerQueue queue;
    final long deadline;

    /** Null once it has begun or been cancelled, so that a cancelled timer holds nothing. */
    @SuppressWarnings("unused")
    private volatile @Nullable Runnable callback;

    /** Breaks ties between deadlines in the order of arrival; under the queue's lock. */
    long sequence;

    /** Under the queue's lock. */
    boolean queued;

    /** Whether the queue has counted this as cancelled; under the queue's lock. */
    boolean counted;

    OneShotTimer(TimerQueue queue, long deadline, Runnable callback) {
        this.queue = queue;
        this.deadline = deadline;
        this.callback = callback;
    }

    boolean pending() {
        return callback != null;
    }

    @Override
    public boolean cancel() {
        if (CALLBACK.getAndSet(this, null) == null) {
            return false;
        }
        queue.cancelled(this);
        return true;
    }

    @Override
    public void run() {
        Runnable taken = (Runnable) CALLBACK.getAndSet(this, null);
        if (taken != null) {
            queue.failures().guard("A timer's callback ended abnormally.", taken);
        }
    }

    @Override
    public int compareTo(OneShotTimer other) {
        long difference = deadline == other.deadline ? sequence - other.sequence : deadline - other.deadline;
        return Long.signum(difference);
    }
}
