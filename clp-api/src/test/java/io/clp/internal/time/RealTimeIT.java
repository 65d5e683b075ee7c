package io.clp.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What the tests in real time share: threads that end soon, and failures that are kept. */
abstract class RealTimeIT {
    static final Duration SOON = Duration.ofMillis(5);
    static final Duration LONG = Duration.ofSeconds(20);
    static final Duration KEEP_ALIVE = Duration.ofMillis(80);

    final List<Throwable> failures = new CopyOnWriteArrayList<>();
    final WorkerPool pool = new WorkerPool("test-", 2, Duration.ofNanos(20_000), KEEP_ALIVE, this::keep);
    final TimerQueue timers = new TimerQueue("test-timer", pool, KEEP_ALIVE, this::keep);
    final SystemTimeline timeline = new SystemTimeline(pool, timers, this::keep);

    private void keep(String what, Throwable cause) {
        assertThat(what).isNotBlank();
        failures.add(cause);
    }

    static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    static void eventually(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("time by which the condition holds")
                    .isLessThan(deadline);
            Thread.sleep(1);
        }
    }
}
