package io.clp.internal.time;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An unbounded pool of daemon threads that never leaves work waiting while all its threads are busy.
 *
 * <p>As long as work is queued, at least one worker is searching, that is, woken, started or lingering and not yet at the
 * queue. A searching worker that takes work and leaves some behind wakes the next before it begins. So short work is done by
 * the few threads that are awake, and work that waits gets a thread each, while the caller pays for few wake-ups.
 *
 * <p>Thread-safe.
 */
final class WorkerPool implements Workers {
    private final String prefix;
    private final int maxSearching;
    private final long lingerNanos;
    private final long keepAliveNanos;
    private final Failures failures;

    private final Object lock = new Object();
    private final WorkQueue queue = new WorkQueue();
    private @Nullable Worker lastIdle;
    private int searching;

    private int live;
    private int named;

    /**
     * Makes a pool without threads.
     *
     * @param prefix of the threads' names, which end in a number from 1
     * @param maxSearching how many workers may be under way to the queue at a time, at least 1
     * @param linger how long one thread at a time stays awake after short work, for the next to come without a wake-up
     * @param keepAlive how long an idle thread lives
     */
    WorkerPool(String prefix, int maxSearching, Duration linger, Duration keepAlive, Failures failures) {
        this.prefix = prefix;
        this.maxSearching = maxSearching;
        this.lingerNanos = linger.toNanos();
        this.keepAliveNanos = keepAlive.toNanos();
        this.failures = failures;
    }

    Failures failures() {
        return failures;
    }

    /** Returns how many threads there are. */
    int live() {
        synchronized (lock) {
            return live;
        }
    }

    @Override
    public void execute(Runnable work) {
        Worker woken;
        synchronized (lock) {
            queue.add(work);
            woken = summon();
        }
        wake(woken);
    }

    @Override
    public void executeAll(List<? extends Runnable> work) {
        Worker woken;
        synchronized (lock) {
            queue.addAll(work);
            woken = summon();
        }
        wake(woken);
    }

    @Override
    public void executeNext(Runnable work) {
        if (!(Thread.currentThread() instanceof Worker worker && worker.belongsTo(this) && worker.offerNext(work))) {
            execute(work);
        }
    }

    @Override
    public boolean busy() {
        return !queue.isEmpty();
    }

    @Override
    public void beforeWaiting() {
        if (Thread.currentThread() instanceof Worker worker && worker.belongsTo(this)) {
            worker.markWaited();
            Runnable next = worker.takeNext();
            if (next != null) {
                execute(next);
            }
        }
    }

    /** Returns the next work for a worker, waiting for it; null where the worker has been idle too long and must end. */
    @Nullable
    Runnable take(Worker worker) {
        boolean linger = lingerNanos > 0 && !worker.clearWaited();
        if (!worker.searching) { // one that is not counted leaves no others to be woken
            Runnable work = queue.pollShared();
            if (work != null) {
                return work;
            }
        }
        while (true) {
            Worker woken = null;
            boolean lingering = false;
            Runnable work;
            synchronized (lock) {
                work = queue.poll();
                if (worker.searching) {
                    worker.searching = false;
                    searching--;
                }
                if (work != null) {
                    woken = summon();
                } else if (linger && searching == 0) {
                    lingering = true;
                    worker.searching = true;
                    searching++;
                } else {
                    push(worker);
                }
            }
            wake(woken);
            if (work != null) {
                return work;
            }
            if (lingering) {
                linger = false;
                linger();
                continue;
            }
            if (!worker.awaitWake(keepAliveNanos) && retire(worker)) {
                return null;
            }
        }
    }

    /**
     * Picks workers to wake, the last to have become idle or new ones, until as many are searching as the limit and the queue
     * ask for; null where enough are.
     */
    private @Nullable Worker summon() {
        int most = queue.size(maxSearching);
        Worker woken = null;
        while (searching < most) {
            Worker worker = lastIdle;
            if (worker == null) {
                worker = new Worker(this, prefix + ++named);
                live++;
            } else {
                unlink(worker);
            }
            worker.searching = true;
            searching++;
            worker.alsoWoken = woken;
            woken = worker;
        }
        return woken;
    }

    private void wake(@Nullable Worker first) {
        Worker worker = first;
        while (worker != null) {
            Worker following = worker.alsoWoken;
            worker.alsoWoken = null;
            try {
                worker.wake();
            } catch (Throwable e) {
                giveUp(e);
            }
            worker = following;
        }
    }

    private void giveUp(Throwable e) {
        // The system has no thread left to give. The work stays queued for the workers there are.
        synchronized (lock) {
            searching--;
            live--;
        }
        failures.report("No thread could be started; work waits for one to become free.", e);
    }

    /** Stays awake for a moment: a wake-up costs more, and short work often follows short work. */
    private void linger() {
        long until = System.nanoTime() + lingerNanos; // the real clock: this is a part of the system's timeline
        while (queue.isEmpty() && System.nanoTime() - until < 0) { // as above
            Thread.onSpinWait();
        }
    }

    private boolean retire(Worker worker) {
        synchronized (lock) {
            if (!worker.idle) {
                return false;
            }
            unlink(worker);
            live--;
            return true;
        }
    }

    private void push(Worker worker) {
        worker.idle = true;
        worker.below = lastIdle;
        if (lastIdle != null) {
            lastIdle.above = worker;
        }
        lastIdle = worker;
    }

    private void unlink(Worker worker) {
        if (worker.above == null) {
            lastIdle = worker.below;
        } else {
            worker.above.below = worker.below;
        }
        if (worker.below != null) {
            worker.below.above = worker.above;
        }
        worker.above = null;
        worker.below = null;
        worker.idle = false;
    }
}
