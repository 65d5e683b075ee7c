package io.clp.internal.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The pending timers and the one thread that hands them to workers when they are due. The thread begins with the first timer
 * and ends when there has been none for a while.
 *
 * <p>A cancelled timer stays in the queue, empty, until it is due, until half the queue is cancelled, or until the keep-alive
 * time has passed, whichever is first: cancelling is cheap, and nothing is kept for long.
 *
 * <p>Thread-safe.
 */
final class TimerQueue {
    private static final int FEW = 64;

    private final String threadName;
    private final Workers workers;
    private final long keepAliveNanos;
    private final Failures failures;

    private final Object lock = new Object();
    private final PriorityQueue<OneShotTimer> heap = new PriorityQueue<>();
    private @Nullable Thread thread;
    private long wakeAt;
    private long sequence;
    private int cancelled;

    TimerQueue(String threadName, Workers workers, Duration keepAlive, Failures failures) {
        this.threadName = threadName;
        this.workers = workers;
        this.keepAliveNanos = keepAlive.toNanos();
        this.failures = failures;
    }

    Failures failures() {
        return failures;
    }

    /** Returns how many timers are kept, those cancelled and not yet dropped included. */
    int size() {
        synchronized (lock) {
            return heap.size();
        }
    }

    /** Returns whether the thread lives. */
    boolean running() {
        synchronized (lock) {
            return thread != null;
        }
    }

    /** Runs a callback on a worker when the time has come; a delay of zero or less means at once. */
    OneShotTimer add(long delayNanos, Runnable callback) {
        long due = System.nanoTime() + delayNanos; // the real clock: this is a part of the system's timeline
        OneShotTimer timer = new OneShotTimer(this, due, callback);
        if (delayNanos <= 0) {
            workers.execute(timer);
            return timer;
        }
        Thread woken = null;
        synchronized (lock) {
            timer.sequence = sequence++;
            if (thread == null) {
                thread = start();
                wakeAt = timer.deadline;
            } else if (timer.deadline - wakeAt < 0) {
                wakeAt = timer.deadline;
                woken = thread;
            }
            timer.queued = true;
            heap.add(timer);
        }
        if (woken != null) {
            LockSupport.unpark(woken);
        }
        return timer;
    }

    /** Counts a cancelled timer, and drops all of them where they are many. */
    void cancelled(OneShotTimer timer) {
        synchronized (lock) {
            if (!timer.queued) {
                return;
            }
            timer.counted = true;
            cancelled++;
            if (cancelled > FEW && cancelled > heap.size() / 2) {
                purge();
            }
        }
    }

    private Thread start() {
        Thread started = new Thread(null, this::loop, threadName, 0, false);
        started.setDaemon(true);
        started.setContextClassLoader(TimerQueue.class.getClassLoader());
        started.start();
        return started;
    }

    private void loop() {
        List<OneShotTimer> due = new ArrayList<>();
        long emptySince = System.nanoTime(); // the real clock: this is a part of the system's timeline
        long purgedAt = emptySince;
        while (true) {
            long now = System.nanoTime(); // the real clock: this is a part of the system's timeline
            long wait;
            synchronized (lock) {
                takeDue(now, due);
                if (cancelled > 0 && now - purgedAt >= keepAliveNanos) {
                    purgedAt = now;
                    purge();
                }
                if (!heap.isEmpty() || !due.isEmpty()) {
                    emptySince = now;
                } else if (now - emptySince >= keepAliveNanos) {
                    thread = null;
                    return;
                }
                wait = nextWait(now);
                wakeAt = now + wait;
            }
            if (due.isEmpty()) {
                LockSupport.parkNanos(this, wait);
                Thread.interrupted();
            } else {
                failures.guard("Due callbacks found no worker.", () -> workers.executeAll(due));
                due.clear();
            }
        }
    }

    private void takeDue(long now, List<OneShotTimer> due) {
        OneShotTimer head = heap.peek();
        while (head != null && head.deadline - now <= 0) {
            heap.poll();
            head.queued = false;
            if (head.counted) {
                cancelled--;
            } else {
                due.add(head);
            }
            head = heap.peek();
        }
    }

    private long nextWait(long now) {
        OneShotTimer head = heap.peek();
        return head == null ? keepAliveNanos : Math.min(keepAliveNanos, head.deadline - now);
    }

    private void purge() {
        heap.removeIf(timer -> {
            timer.queued = timer.pending();
            return !timer.queued;
        });
        cancelled = 0;
    }
}
