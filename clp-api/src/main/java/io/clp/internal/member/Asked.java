package io.clp.internal.member;

import io.clp.ClpException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The calls that wait for an answer. Thread-safe. */
final class Asked {
    private final Map<Long, CompletableFuture<Object>> waiting = new ConcurrentHashMap<>();

    CompletableFuture<Object> expect(MemberCall call) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        waiting.put(call.number(), answer);
        return answer;
    }

    void answer(MemberCall call, @Nullable Object result, @Nullable ClpException error) {
        CompletableFuture<Object> answer = waiting.remove(call.number());
        if (answer == null) {
            return; // the member asked itself
        }
        if (error != null) {
            answer.completeExceptionally(error);
        } else if (result != null) {
            answer.complete(result);
        } else {
            answer.completeExceptionally(new IllegalStateException(call.kind() + " was answered without a result"));
        }
    }
}
