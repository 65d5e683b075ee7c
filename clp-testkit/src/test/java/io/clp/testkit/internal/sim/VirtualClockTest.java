package io.clp.testkit.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.time.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VirtualClockTest {
    private final Simulation simulation = Simulation.create(1);
    private final Timeline time = simulation.timeline();

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void beginsAtAFixedInstant() {
        assertThat(time.now()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(time.nanos()).isZero();
        assertThat(time.clock().instant()).isEqualTo(time.now());
        assertThat(time.clock().getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void sleepMovesTheClockByExactlyThatMuch() throws Exception {
        time.sleep(Duration.ofDays(100).plusNanos(1));
        assertThat(time.now()).isEqualTo(Instant.parse("2026-04-11T00:00:00.000000001Z"));
        time.sleep(Duration.ZERO);
        time.sleep(Duration.ofSeconds(-1));
        assertThat(time.nanos()).isEqualTo(Duration.ofDays(100).plusNanos(1).toNanos());
    }

    @Test
    void sleepingAloneStartsNoThread() throws Exception {
        int before = WorkerPool.created();
        for (int i = 0; i < 1_000; i++) {
            time.sleep(Duration.ofSeconds(1));
        }
        assertThat(WorkerPool.created()).isEqualTo(before);
    }

    @Test
    void advanceRunsWhatIsDueAndStopsExactlyThere() {
        List<Long> fired = new ArrayList<>();
        time.every(
                Duration.ofSeconds(2),
                () -> fired.add(Duration.ofNanos(time.nanos()).toSeconds()));
        time.after(Duration.ofSeconds(5), () -> fired.add(-5L));
        time.after(Duration.ofSeconds(5).plusNanos(1), () -> fired.add(-6L));
        simulation.advance(Duration.ofSeconds(5));
        assertThat(fired).containsExactly(2L, 4L, -5L);
        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(5).toNanos());
        simulation.advance(Duration.ZERO);
        assertThat(fired).hasSize(3);
        simulation.advance(Duration.ofNanos(1));
        assertThat(fired).endsWith(-6L);
    }

    @Test
    void advanceByNothingRunsWhatIsReady() {
        Task<String> task = time.fork("t", () -> "ran");
        simulation.advance(Duration.ZERO);
        assertThat(task.done()).isTrue();
    }

    @Test
    void advanceRefusesToGoBack() {
        assertThatThrownBy(() -> simulation.advance(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-0.000000001S");
    }

    @Test
    void awaitEndsWithTheFutureOrTheLimit() throws Exception {
        CompletableFuture<String> future = new CompletableFuture<>();
        time.after(Duration.ofSeconds(3), () -> future.complete("x"));
        assertThat(time.await(future, Duration.ZERO)).isFalse();
        assertThat(time.await(future, Duration.ofSeconds(1))).isFalse();
        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
        assertThat(time.await(future, Duration.ofSeconds(10))).isTrue();
        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(3).toNanos());
        assertThat(time.await(CompletableFuture.failedFuture(new IllegalStateException()), Duration.ZERO))
                .isTrue();
    }

    @Test
    void sameFutureMayBeAwaitedAgainAndAgain() throws Exception {
        CompletableFuture<String> future = new CompletableFuture<>();
        Task<Integer> poller = time.fork("poller", () -> {
            int looks = 0;
            while (!time.await(future, Duration.ofSeconds(1))) {
                looks++;
            }
            return looks;
        });
        time.after(Duration.ofMillis(9_500), () -> future.complete("x"));
        assertThat(poller.join(Duration.ofMinutes(1))).isEqualTo(9);
        assertThat(future.getNumberOfDependents()).isZero();
        assertThat(time.nanos()).isEqualTo(Duration.ofMillis(9_500).toNanos());
    }

    @Test
    void joinGivesTheResultTheFailureOrTheLimit() throws Exception {
        Task<String> good = time.fork("good", () -> {
            time.sleep(Duration.ofSeconds(2));
            return "done";
        });
        Task<String> bad = time.fork("bad", () -> {
            throw new AssertionError("boom");
        });
        assertThatThrownBy(() -> good.join(Duration.ofSeconds(1))).isInstanceOf(TimeoutException.class);
        assertThat(good.join(Duration.ofSeconds(1).plusNanos(1))).isEqualTo("done");
        assertThatThrownBy(() -> bad.join(Duration.ZERO))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(AssertionError.class);
    }

    @Test
    void cancelledTimerDoesNotFire() {
        List<String> fired = new ArrayList<>();
        Timer once = time.after(Duration.ofSeconds(1), () -> fired.add("once"));
        Timer ran = time.after(Duration.ofMillis(1), () -> fired.add("ran"));
        Timer periodic = time.every(Duration.ofSeconds(1), () -> fired.add("periodic"));
        simulation.advance(Duration.ofMillis(1));
        assertThat(once.cancel()).isTrue();
        assertThat(once.cancel()).isFalse();
        assertThat(ran.cancel()).isFalse();
        simulation.advance(Duration.ofSeconds(1));
        assertThat(periodic.cancel()).isTrue();
        simulation.advance(Duration.ofSeconds(10));
        assertThat(fired).containsExactly("ran", "periodic");
    }

    @Test
    void periodicTimerGoesOnPastAFailureAndCanEndItself() {
        List<Integer> counts = new ArrayList<>();
        Timer[] self = new Timer[1];
        self[0] = time.every(Duration.ofSeconds(1), () -> {
            counts.add(counts.size());
            if (counts.size() == 3) {
                self[0].cancel();
            }
            throw new IllegalStateException("logged");
        });
        simulation.advance(Duration.ofMinutes(1));
        assertThat(counts).hasSize(3);
    }

    @Test
    void delayOfNothingNeverRunsWithinTheCall() {
        List<String> order = new ArrayList<>();
        time.after(Duration.ofSeconds(-1), () -> order.add("callback"));
        order.add("caller");
        simulation.advance(Duration.ZERO);
        assertThat(order).containsExactly("caller", "callback");
    }

    @Test
    void intervalMustBePositive() {
        assertThatThrownBy(() -> time.every(Duration.ZERO, () -> {})).isInstanceOf(IllegalArgumentException.class);
    }
}
