package io.clp.internal.runtime;

import io.clp.internal.decide.Call;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A call whose answer is awaited.
 *
 * @param call the call
 * @param answer completes with a report or an exception, on the engine's own thread: only the engine may hang anything on it
 */
record Pending(Call call, CompletableFuture<Object> answer) {
    /** Runs something on the engine's own thread once the answer is there; it must be short and must not throw. */
    @SuppressWarnings(
            "FutureReturnValueIgnored") // what is hung on it does not throw, so its future has nothing to tell
    void whenAnswered(BiConsumer<@Nullable Object, @Nullable Throwable> then) {
        answer.whenComplete(then);
    }
}
