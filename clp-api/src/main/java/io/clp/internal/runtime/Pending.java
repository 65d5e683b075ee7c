package io.clp.internal.runtime;

import io.clp.internal.decide.Call;
import java.util.concurrent.CompletableFuture;

/**
 * A call whose answer is awaited.
 *
 * @param call the call
 * @param answer completes with a report or an exception, on the engine's own thread: only the engine may hang anything on it
 */
record Pending(Call call, CompletableFuture<Object> answer) {}
