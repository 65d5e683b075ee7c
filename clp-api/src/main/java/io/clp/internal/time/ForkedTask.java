package io.clp.internal.time;

import io.clp.time.Task;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** A task of a {@link SystemTimeline}. Thread-safe. */
final class ForkedTask<T> extends InterruptibleWork implements Task<T> {
    private final Timeline timeline;
    private final String name;
    private final Callable<T> callable;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    ForkedTask(Timeline timeline, String name, Callable<T> callable) {
        this.timeline = timeline;
        this.name = name;
        this.callable = callable;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean done() {
        return result.isDone();
    }

    @Override
    public T join(Duration limit) throws ExecutionException, TimeoutException, InterruptedException {
        if (!timeline.await(result, limit)) {
            throw new TimeoutException("Task " + name + " has not ended within " + limit + ".");
        }
        try {
            return result.get();
        } catch (CancellationException e) {
            throw new ExecutionException(e);
        }
    }

    @Override
    protected void body() {
        Thread thread = Thread.currentThread();
        String threadName = thread.getName();
        thread.setName(threadName + " " + name);
        try {
            result.complete(callable.call());
        } catch (Throwable e) {
            result.completeExceptionally(e);
        } finally {
            thread.setName(threadName);
        }
    }

    @Override
    protected void neverBegins() {
        result.completeExceptionally(new CancellationException("Task " + name + " was interrupted before it began."));
    }
}
