package io.clp.internal.runtime;

import io.clp.time.TimelineEndedException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;

/**
 * Hands answers on beside the engine's own work, so that what a user hangs on them delays nobody.
 *
 * @param launcher runs it
 * @param log where it is told that an executor refuses
 */
record Handover(Launcher launcher, Logger log) {
    @SuppressWarnings(
            "FutureReturnValueIgnored") // what is hung on it does not throw, so its future has nothing to tell
    <R> CompletableFuture<R> later(CompletableFuture<Object> answer, Class<R> type) {
        CompletableFuture<R> given = new CompletableFuture<>();
        answer.whenComplete((result, failure) -> {
            Runnable hand = () -> {
                if (failure == null) {
                    given.complete(type.cast(result));
                } else {
                    given.completeExceptionally(failure);
                }
            };
            try {
                launcher.execute("answer", hand);
            } catch (TimelineEndedException e) {
                throw e;
            } catch (RuntimeException | Error e) { // thrown on, it would be lost, and the answer with it
                log.warn("the executor refuses an answer; it is given on the engine's own thread", e);
                hand.run();
            }
        });
        return given;
    }

    /** As {@link #later}; an answer that is there already is given at once. */
    <R> CompletableFuture<R> soon(CompletableFuture<Object> answer, Class<R> type) {
        return answer.isDone() ? answer.thenApply(type::cast) : later(answer, type);
    }
}
