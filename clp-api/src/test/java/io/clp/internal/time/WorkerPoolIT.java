package io.clp.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkerPoolIT extends RealTimeIT {
    @Test
    void neverMakesWorkWaitForAThread() throws Exception {
        int parties = 60;
        CyclicBarrier barrier = new CyclicBarrier(parties + 1);
        Runnable meeting = () -> meet(barrier);
        pool.executeAll(Collections.nCopies(parties / 2, meeting));
        for (int i = 0; i < parties / 2; i++) {
            pool.execute(meeting);
        }
        meet(barrier);
        assertThat(failures).isEmpty();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void runsShortWorkOnFewThreads() throws Exception {
        CountDownLatch latch = new CountDownLatch(10_000);
        pool.executeAll(Collections.nCopies(10_000, latch::countDown));
        assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(pool.live()).isBetween(1, 100);
    }

    @Test
    void takesNoWorkFromAnEmptyList() {
        pool.executeAll(List.of());
        assertThat(pool.live()).isZero();
    }

    @Test
    void reusesItsThreads() throws Exception {
        for (int i = 0; i < 200; i++) {
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            pool.execute(() -> done.complete(true));
            get(done);
        }
        assertThat(pool.live()).isBetween(1, 5);
    }

    @Test
    void endsIdleThreadsAndBeginsNewOnes() throws Exception {
        CompletableFuture<Thread> first = new CompletableFuture<>();
        pool.execute(() -> first.complete(Thread.currentThread()));
        assertThat(get(first).isDaemon()).isTrue();
        eventually(() -> pool.live() == 0 && !first.join().isAlive());
        CompletableFuture<Thread> second = new CompletableFuture<>();
        pool.execute(() -> second.complete(Thread.currentThread()));
        assertThat(get(second)).isNotSameAs(first.join());
    }

    @Test
    void runsAContinuationOnTheSameThreadAfterTheWork() throws Exception {
        CompletableFuture<Thread> first = new CompletableFuture<>();
        CompletableFuture<Thread> second = new CompletableFuture<>();
        pool.execute(() -> {
            pool.executeNext(() -> second.complete(first.isDone() ? Thread.currentThread() : null));
            first.complete(Thread.currentThread());
        });
        assertThat(get(second)).isSameAs(get(first));
    }

    @Test
    void runsASecondContinuationElsewhere() throws Exception {
        CompletableFuture<Boolean> second = new CompletableFuture<>();
        CompletableFuture<Boolean> first = new CompletableFuture<>();
        pool.execute(() -> {
            pool.executeNext(() -> first.complete(true));
            pool.executeNext(() -> second.complete(!first.isDone()));
            second.join();
        });
        assertThat(get(second)).isTrue();
        assertThat(get(first)).isTrue();
    }

    @Test
    void executesAContinuationOfAStranger() throws Exception {
        CompletableFuture<Thread> done = new CompletableFuture<>();
        pool.executeNext(() -> done.complete(Thread.currentThread()));
        assertThat(get(done)).isNotSameAs(Thread.currentThread());
    }

    @Test
    void handsTheContinuationOverBeforeAWait() throws Exception {
        CompletableFuture<Boolean> byAwait = new CompletableFuture<>();
        pool.execute(() -> {
            CompletableFuture<Boolean> continued = new CompletableFuture<>();
            pool.executeNext(() -> continued.complete(true));
            byAwait.complete(awaitUnchecked(continued));
        });
        assertThat(get(byAwait)).isTrue();
    }

    private boolean awaitUnchecked(CompletableFuture<?> future) {
        try {
            return timeline.await(future, LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void handsTheContinuationOverBeforeASleep() throws Exception {
        CompletableFuture<Boolean> before = new CompletableFuture<>();
        CompletableFuture<Boolean> continued = new CompletableFuture<>();
        pool.execute(() -> {
            pool.executeNext(() -> continued.complete(true));
            while (!continued.isDone()) {
                sleepUnchecked();
            }
            before.complete(true);
        });
        assertThat(get(before)).isTrue();
    }

    private void sleepUnchecked() {
        try {
            timeline.sleep(SOON);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void clearsAFlagThatWorkLeavesBehind() throws Exception {
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        pool.execute(() -> {
            pool.executeNext(() -> flag.complete(Thread.currentThread().isInterrupted()));
            Thread.currentThread().interrupt();
        });
        assertThat(get(flag)).isFalse();
    }

    @Test
    void reportsWhatWorkThrowsAndGoesOn() throws Exception {
        Error error = new NoClassDefFoundError("gone");
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        CompletableFuture<Thread> following = new CompletableFuture<>();
        pool.execute(() -> {
            thread.complete(Thread.currentThread());
            pool.executeNext(() -> following.complete(Thread.currentThread()));
            throw error;
        });
        assertThat(get(following)).isSameAs(get(thread));
        assertThat(failures).containsExactly(error);
    }

    @Test
    void goesOnThoughTheLogFails() throws Exception {
        IllegalStateException broken = new IllegalStateException("log full");
        WorkerPool unlogged = new WorkerPool("unlogged-", 1, Duration.ZERO, KEEP_ALIVE, (what, cause) -> {
            throw broken;
        });
        Error error = new AssertionError("bad");
        CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
        CompletableFuture<Boolean> continued = new CompletableFuture<>();
        unlogged.execute(() -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> uncaught.complete(e));
            unlogged.executeNext(() -> continued.complete(true));
            throw error;
        });
        assertThat(get(uncaught)).isSameAs(error).hasSuppressedException(broken);
        assertThat(get(continued)).isTrue();
    }
}
