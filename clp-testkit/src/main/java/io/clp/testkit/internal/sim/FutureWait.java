package io.clp.testkit.internal.sim;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A party's hook on a future that it awaits; told on whatever thread completes the future. */
final class FutureWait implements BiConsumer<@Nullable Object, @Nullable Throwable> {
    final CompletableFuture<?> future;
    private final Scheduler scheduler;
    private final Party party;
    private boolean hooked;

    FutureWait(Scheduler scheduler, Party party, CompletableFuture<?> future) {
        this.scheduler = scheduler;
        this.party = party;
        this.future = future;
    }

    /** Hooks in, the first time; may be told at once, on this thread. */
    void arm() {
        if (!hooked) {
            hooked = true;
            CompletableFuture<?> ignored = future.whenComplete(this);
        }
    }

    @Override
    public void accept(@Nullable Object value, @Nullable Throwable failure) {
        scheduler.act(this::completed);
    }

    private void completed() {
        if (party.awaited == this) {
            scheduler.agenda.ready(party, Outcome.DONE);
        }
    }
}
