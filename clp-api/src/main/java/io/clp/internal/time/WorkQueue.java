package io.clp.internal.time;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Work that waits for a thread of a {@link WorkerPool}, first in, first out. Under the pool's lock, but for what says otherwise.
 *
 * <p>What came together stays together: the threads share such a batch without the lock, which short work would spend its time on.
 */
final class WorkQueue {
    /** Single pieces of work, and batches. */
    private final Queue<Object> waiting = new ArrayDeque<>();

    /** Whether there is more than the batch that is shared; written under the lock. */
    private volatile boolean more;

    /** The batch before everything else that waits; written under the lock, and shared without it. */
    private volatile @Nullable Batch shared;

    private static final class Batch {
        private final Runnable[] work;
        private final AtomicInteger taken = new AtomicInteger();

        Batch(Runnable[] work) {
            this.work = work;
        }

        int size() {
            return Math.max(0, work.length - taken.get());
        }

        @Nullable
        Runnable poll() {
            int next = taken.get() < work.length ? taken.getAndIncrement() : work.length;
            return next < work.length ? work[next] : null;
        }
    }

    void add(Runnable work) {
        waiting.add(work);
        more = true;
    }

    void addAll(List<? extends Runnable> work) {
        if (!work.isEmpty()) {
            waiting.add(new Batch(work.toArray(new Runnable[0])));
            more = true;
        }
    }

    /** Returns how much waits, or the limit where it is more. */
    int size(int limit) {
        Batch batch = shared;
        int size = batch == null ? 0 : batch.size();
        for (Object it : waiting) {
            if (size >= limit) {
                return limit;
            }
            size += it instanceof Batch later ? later.size() : 1;
        }
        return Math.min(size, limit);
    }

    @Nullable
    Runnable poll() {
        Runnable work = pollShared();
        if (work != null) {
            return work;
        }
        Object next = waiting.poll();
        if (next instanceof Batch batch) {
            work = batch.poll(); // before others can
            shared = batch;
        } else {
            shared = null; // keeps nothing of what is done
            work = (Runnable) next;
        }
        more = !waiting.isEmpty();
        return work;
    }

    /** Returns the next work where it is part of a batch, null otherwise. Needs no lock. */
    @Nullable
    Runnable pollShared() {
        Batch batch = shared;
        return batch == null ? null : batch.poll();
    }

    /** Returns whether nothing waits. Needs no lock. */
    boolean isEmpty() {
        if (more) { // before the batch: what leaves the one for the other is seen in either
            return false;
        }
        Batch batch = shared;
        return batch == null || batch.size() == 0;
    }
}
