package io.clp.internal.script;

import io.clp.time.Task;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A task of a {@link SteppedTimeline}: a thread of which only one runs at a time. */
final class Strand<T> implements Task<T> {
    private final SteppedTimeline timeline;
    private final String name;
    private final Semaphore go = new Semaphore(0);
    private final Semaphore back = new Semaphore(0);
    private final CompletableFuture<T> end = new CompletableFuture<>();
    private final Callable<T> body;
    private boolean begun;
    private boolean interrupted;
    private int parks;
    private boolean parked;
    /** Whether the present wait ignores interrupts, as a call into Windows does. */
    boolean deaf;

    Strand(SteppedTimeline timeline, String name, Callable<T> body) {
        this.timeline = timeline;
        this.name = name;
        this.body = body;
    }

    /** Lets the strand run until it waits or ends. Called by the driver only. */
    void step() {
        if (end.isDone()) {
            return;
        }
        if (!begun) {
            begun = true;
            Thread thread = new Thread(this::run, name);
            thread.setDaemon(true);
            thread.start();
        }
        timeline.current = this;
        go.release();
        back.acquireUninterruptibly();
        timeline.current = null;
    }

    private void run() {
        go.acquireUninterruptibly();
        try {
            end.complete(body.call());
        } catch (Throwable e) {
            end.completeExceptionally(e);
        }
        back.release();
    }

    /** Waits on the strand's own thread until woken; the wake-ups are armed by the caller. */
    void park(boolean interruptible) throws InterruptedException {
        if (interruptible) {
            throwIfInterrupted();
        }
        parked = true;
        back.release();
        go.acquireUninterruptibly();
        if (interruptible) {
            throwIfInterrupted();
        }
    }

    /** Returns what ends the present wait, and no later one. */
    Runnable waker() {
        int park = ++parks;
        return () -> {
            if (park == parks && parked) {
                parked = false;
                step();
            }
        };
    }

    private void throwIfInterrupted() throws InterruptedException {
        if (interrupted) {
            interrupted = false;
            throw new InterruptedException(name);
        }
    }

    @Nullable
    Throwable failure() {
        return end.isCompletedExceptionally()
                ? end.handle((value, error) -> error).join()
                : null;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean done() {
        return end.isDone();
    }

    @Override
    public T join(Duration limit) throws ExecutionException, TimeoutException, InterruptedException {
        if (!timeline.await(end, limit)) {
            throw new TimeoutException(name);
        }
        return end.get();
    }

    @Override
    public void interrupt() {
        if (!begun) {
            end.completeExceptionally(new CancellationException(name));
        } else if (!end.isDone()) {
            interrupted = true;
            timeline.later(Duration.ZERO, waker(parks));
        }
    }

    private Runnable waker(int park) {
        return () -> {
            if (park == parks && parked && interrupted && !deaf) {
                parked = false;
                step();
            }
        };
    }
}
