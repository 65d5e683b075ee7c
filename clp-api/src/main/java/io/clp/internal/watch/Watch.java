package io.clp.internal.watch;

import io.clp.time.Task;
import io.clp.time.Timer;
import io.clp.watch.WatchPolicy;
import org.jspecify.annotations.Nullable;

/** One watch. What changes in it is guarded by its {@link WatchTable}. */
final class Watch {
    final String id;
    final String service;
    WatchPolicy policy;
    WatchState state = WatchState.loading();
    /** Loads under way; the last of them that fails takes a watch that is still loading out of the table. */
    int loads;
    /** When it was first seen running, among all watches of the node; 0 before. */
    long order;

    /** Whether a look has begun and not returned. */
    boolean looking;
    /** Set once while the watch lives, so whoever ended it may read it outside the table's lock. */
    @Nullable
    Timer timer;
    /** The look that was begun last; may be read outside the lock as the timer may. */
    @Nullable
    Task<?> look;

    Watch(String id, String service, WatchPolicy policy) {
        this.id = id;
        this.service = service;
        this.policy = policy;
    }

    /** Ends what an ended watch has going; called outside the table's lock, by whoever ended it. */
    void silence() {
        if (timer != null) {
            timer.cancel();
        }
        if (look != null) {
            // Whatever it waits for need not be waited for any more: a kill goes on sooner, a close leaves less behind.
            look.interrupt();
        }
    }

    @Override
    public String toString() {
        return id + " (service " + service + ")";
    }
}
