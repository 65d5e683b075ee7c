package io.clp.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.time.Task;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BorrowedWorkersIT extends RealTimeIT {
    private final ExecutorService one = Executors.newSingleThreadExecutor(work -> new Thread(work, "borrowed"));
    private final BorrowedWorkers workers = new BorrowedWorkers(one, (what, cause) -> failures.add(cause));
    private final SystemTimeline borrowed = new SystemTimeline(workers, timers, (what, cause) -> failures.add(cause));

    @AfterEach
    void shutDown() {
        one.shutdownNow();
    }

    @Test
    void runsForkedWorkOnTheGivenExecutor() throws Exception {
        Task<String> task =
                Timeline.system(one).fork("job", () -> Thread.currentThread().getName());
        assertThat(task.join(LONG)).isEqualTo("borrowed job");
        assertThat(one.isShutdown()).isFalse();
    }

    @Test
    void firesTimersThoughTheExecutorIsFull() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Task<Void> hanging = borrowed.fork("hanging", () -> {
            gate.await();
            return null;
        });
        CompletableFuture<Boolean> fired = new CompletableFuture<>();
        borrowed.after(SOON, () -> fired.complete(true));
        assertThat(get(fired)).isTrue();
        assertThat(hanging.done()).isFalse();
        gate.countDown();
        hanging.join(LONG);
    }

    @Test
    void neverBeginsATaskInterruptedInTheQueue() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        Task<Boolean> first = borrowed.fork("first", () -> gate.await(LONG.toSeconds(), TimeUnit.SECONDS));
        Task<String> second = borrowed.fork("second", () -> "begun");
        second.interrupt();
        assertThat(second.done()).isTrue();
        assertThatThrownBy(() -> second.join(Duration.ZERO)).hasCauseInstanceOf(CancellationException.class);
        gate.countDown();
        assertThat(first.join(LONG)).isTrue();
        assertThat(borrowed.fork("third", () -> "runs").join(LONG)).isEqualTo("runs");
    }

    @Test
    void runsAContinuationBeforeWhatIsQueued() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        CompletableFuture<Boolean> last = new CompletableFuture<>();
        CountDownLatch queued = new CountDownLatch(1);
        workers.execute(() -> {
            awaitUnchecked(queued);
            workers.executeNext(() -> order.add("continuation"));
            Thread.currentThread().interrupt();
        });
        workers.executeAll(List.of(() -> order.add("queued"), () -> last.complete(Thread.interrupted())));
        queued.countDown();
        assertThat(get(last)).isFalse();
        assertThat(order).containsExactly("continuation", "queued");
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void handsTheContinuationOverBeforeAWait() throws Exception {
        ExecutorService many = Executors.newCachedThreadPool();
        try {
            WorkerTimeline over = SystemTimeline.over(many);
            CompletableFuture<Boolean> result = new CompletableFuture<>();
            over.execute(() -> {
                CompletableFuture<Boolean> continued = new CompletableFuture<>();
                over.executeNext(() -> continued.complete(true));
                try {
                    result.complete(over.await(continued, LONG));
                } catch (InterruptedException e) {
                    result.completeExceptionally(e);
                }
            });
            assertThat(get(result)).isTrue();
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void saysSoWhenTheExecutorRefuses() {
        one.shutdown();
        assertThatThrownBy(() -> borrowed.fork("late", () -> 1)).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> borrowed.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void runsAContinuationAfterTheWorkWhereTheExecutorRefusesIt() throws Exception {
        CompletableFuture<Boolean> continued = new CompletableFuture<>();
        CompletableFuture<Boolean> early = new CompletableFuture<>();
        workers.execute(() -> {
            one.shutdown();
            workers.executeNext(() -> continued.complete(true));
            workers.beforeWaiting();
            early.complete(continued.isDone());
        });
        assertThat(get(continued)).isTrue();
        assertThat(get(early)).isFalse();
        assertThat(failures).hasSize(1).first().isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void keepsTheFlagOfACallerThatRunsTheWorkItself() {
        CompletableFuture<Boolean> inside = new CompletableFuture<>();
        WorkerTimeline direct = SystemTimeline.over(new DirectExecutor());
        Thread.currentThread().interrupt();
        direct.execute(() -> inside.complete(Thread.currentThread().isInterrupted()));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(inside.join()).isFalse();
    }

    @Test
    void reportsWhatWorkThrows() throws Exception {
        Error error = new AssertionError("bad");
        workers.execute(() -> {
            throw error;
        });
        CompletableFuture<Boolean> later = new CompletableFuture<>();
        workers.execute(() -> later.complete(true));
        get(later);
        assertThat(failures).containsExactly(error);
    }

    /** An executor that uses no thread of its own. */
    private static final class DirectExecutor extends AbstractExecutorService {
        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }
}
