package io.clp.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.time.Task;
import io.clp.time.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SystemTimelineIT extends RealTimeIT {
    private final CompletableFuture<Void> never = new CompletableFuture<>();

    @AfterEach
    void leavesNoFlagBehind() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void isOneForAllCallers() {
        assertThat(Timeline.system()).isSameAs(Timeline.system()).isInstanceOf(WorkerTimeline.class);
    }

    @Test
    void readsTheSystemsClocks() {
        assertThat(timeline.now())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
        assertThat(timeline.clock().getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(timeline.nanos() - System.nanoTime()).isBetween(-60_000_000_000L, 60_000_000_000L);
    }

    @Test
    void sleepsAtLeastAsLongAsTold() throws InterruptedException {
        long before = System.nanoTime();
        timeline.sleep(Duration.ofMillis(20));
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(20_000_000);
    }

    @Test
    void returnsAtOnceFromASleepOfZeroOrLess() throws InterruptedException {
        timeline.sleep(Duration.ZERO);
        timeline.sleep(Duration.ofSeconds(Long.MIN_VALUE));
        assertThat(timeline.await(never, Duration.ofHours(-1))).isFalse();
    }

    @Test
    void throwsWhenInterruptedBeforeAWait() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> timeline.sleep(LONG)).isInstanceOf(InterruptedException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> timeline.await(never, LONG)).isInstanceOf(InterruptedException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> timeline.fork("any", () -> 1).join(LONG)).isInstanceOf(InterruptedException.class);
        assertThat(never).isNotDone();
    }

    @Test
    void awaitsCompletionInWhateverWay() throws Exception {
        assertThat(timeline.await(CompletableFuture.completedFuture(1), LONG)).isTrue();
        assertThat(timeline.await(CompletableFuture.failedFuture(new IOException()), Duration.ZERO))
                .isTrue();
        for (String way : new String[] {"value", "failure", "cancellation"}) {
            CompletableFuture<String> future = new CompletableFuture<>();
            timeline.after(SOON, () -> complete(future, way));
            assertThat(timeline.await(future, Duration.ofSeconds(Long.MAX_VALUE)))
                    .as(way)
                    .isTrue();
        }
    }

    private static void complete(CompletableFuture<String> future, String way) {
        if (way.equals("value")) {
            future.complete(way);
        } else if (way.equals("failure")) {
            future.completeExceptionally(new IOException(way));
        } else {
            future.cancel(false);
        }
    }

    @Test
    void saysWhenTheLimitPassedFirst() throws InterruptedException {
        assertThat(timeline.await(never, SOON)).isFalse();
        assertThat(never).isNotDone();
    }

    @Test
    void joinsWhatTheBodyReturned() throws Exception {
        Task<Integer> task = timeline.fork("answer", () -> 42);
        assertThat(task.join(LONG)).isEqualTo(42);
        assertThat(task.done()).isTrue();
        assertThat(task.name()).isEqualTo("answer");
    }

    @Test
    void keepsWhatTheBodyThrewForTheJoin() {
        Throwable[] thrown = {new IOException("disk"), new StackOverflowError("deep")};
        for (Throwable each : thrown) {
            Task<Void> task = timeline.fork("failing", () -> {
                if (each instanceof Error error) {
                    throw error;
                }
                throw (Exception) each;
            });
            assertThatThrownBy(() -> task.join(LONG))
                    .isInstanceOf(ExecutionException.class)
                    .hasCause(each);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void leavesATaskAloneWhoseJoinTookTooLong() throws Exception {
        CompletableFuture<String> gate = new CompletableFuture<>();
        Task<String> task = timeline.fork("slow", gate::get);
        assertThatThrownBy(() -> task.join(SOON))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("slow");
        assertThatThrownBy(() -> task.join(Duration.ZERO)).isInstanceOf(TimeoutException.class);
        assertThat(task.done()).isFalse();
        gate.complete("after all");
        assertThat(task.join(LONG)).isEqualTo("after all");
    }

    @Test
    void interruptsTheWaitOfATask() {
        Task<Boolean> task = timeline.fork("waiting", () -> timeline.await(never, LONG));
        task.interrupt();
        assertThatThrownBy(() -> task.join(LONG)).isInstanceOf(ExecutionException.class);
        assertThat(never).isNotDone();
        task.interrupt();
    }

    @Test
    void namesTheThreadAfterItsTask() throws Exception {
        Task<String> named =
                timeline.fork("mount R:", () -> Thread.currentThread().getName());
        assertThat(named.join(LONG)).startsWith("test-").endsWith(" mount R:");
        CompletableFuture<String> later = new CompletableFuture<>();
        timeline.execute(() -> later.complete(Thread.currentThread().getName()));
        assertThat(get(later)).matches("test-\\d+");
    }

    @Test
    void leaksNoInterruptToTheWorkAfterATask() throws Exception {
        for (int i = 0; i < 200; i++) {
            CountDownLatch begun = new CountDownLatch(1);
            Task<Void> task = timeline.fork("spinning", () -> {
                begun.countDown();
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
                return null;
            });
            begun.await();
            task.interrupt();
            task.join(LONG);
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            timeline.execute(() -> flag.complete(Thread.currentThread().isInterrupted()));
            assertThat(get(flag)).isFalse();
        }
    }

    @Test
    void leaksNoInterruptThatComesAsATaskEnds() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger continued = new AtomicInteger();
        AtomicInteger leaked = new AtomicInteger();
        List<Task<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Task<Integer> task = timeline.fork("short", () -> {
                timeline.executeNext(() -> {
                    leaked.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
                    continued.incrementAndGet();
                });
                return begun.incrementAndGet();
            });
            task.interrupt();
            tasks.add(task);
        }
        eventually(() -> tasks.stream().allMatch(Task::done) && continued.get() == begun.get());
        assertThat(leaked).hasValue(0);
    }
}
