package io.clp.internal.watch;

import java.util.concurrent.CompletableFuture;

/** A restart that is under way, the stop that may have to follow it included. Guarded by its {@link WatchTable}. */
final class Restart {
    final Watch watch;
    /** Completed when nothing of it can touch the service any more. */
    final CompletableFuture<Void> over = new CompletableFuture<>();
    /** Whether a kill could not wait for it: what it starts it must stop. */
    boolean abandoned;
    /** Whether it was not begun after all because supervision was suspended: it does not count. */
    boolean refused;

    Restart(Watch watch) {
        this.watch = watch;
    }
}
