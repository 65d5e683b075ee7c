package io.clp.internal.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.time.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TimerQueueIT extends RealTimeIT {
    @Test
    void runsACallbackWhenItIsDue() throws Exception {
        long before = System.nanoTime();
        CompletableFuture<Long> at = new CompletableFuture<>();
        Timer timer = timeline.after(Duration.ofMillis(20), () -> at.complete(System.nanoTime()));
        assertThat(get(at) - before).isGreaterThanOrEqualTo(20_000_000);
        assertThat(timer.cancel()).isFalse();
    }

    @Test
    void runsACallbackWithoutDelayElsewhere() throws Exception {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        timeline.after(Duration.ofSeconds(-1), () -> thread.complete(Thread.currentThread()));
        assertThat(get(thread)).isNotSameAs(Thread.currentThread());
    }

    @Test
    void runsTheEarlierFirstThoughItCameLater() throws Exception {
        AtomicInteger far = new AtomicInteger();
        timeline.after(LONG, far::incrementAndGet);
        CompletableFuture<Boolean> near = new CompletableFuture<>();
        timeline.after(SOON, () -> near.complete(true));
        assertThat(get(near)).isTrue();
        assertThat(far).hasValue(0);
        assertThat(timers.size()).isOne();
    }

    @Test
    void doesNotRunWhatIsCancelled() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Timer timer = timeline.after(SOON, runs::incrementAndGet);
        boolean cancelled = timer.cancel();
        assertThat(timer.cancel()).isFalse();
        CompletableFuture<Boolean> later = new CompletableFuture<>();
        timeline.after(SOON.multipliedBy(4), () -> later.complete(true));
        get(later);
        assertThat(runs).hasValue(cancelled ? 0 : 1);
    }

    @Test
    void dropsCancelledTimersWhileTheyAreMany() {
        Timer kept = timeline.after(LONG, () -> {});
        for (int i = 0; i < 10_000; i++) {
            assertThat(timeline.after(Duration.ofHours(1), () -> {}).cancel()).isTrue();
        }
        assertThat(timers.size()).isBetween(1, 200);
        assertThat(kept.cancel()).isTrue();
    }

    @Test
    void dropsTheLastCancelledTimersAndEndsItsThread() throws Exception {
        for (int i = 0; i < 10; i++) {
            timeline.after(Duration.ofDays(400_000), () -> {}).cancel();
        }
        assertThat(timers.running()).isTrue();
        eventually(() -> timers.size() == 0 && !timers.running());
        CompletableFuture<Boolean> again = new CompletableFuture<>();
        timeline.after(SOON, () -> again.complete(true));
        assertThat(get(again)).isTrue();
    }

    @Test
    void keepsItsCountThroughRacingCancellations() throws Exception {
        List<Timer> pending = new ArrayList<>();
        AtomicInteger ran = new AtomicInteger();
        for (int i = 0; i < 2_000; i++) {
            pending.add(timeline.after(Duration.ofNanos(1_000L * i), ran::incrementAndGet));
        }
        int cancelled = 0;
        for (Timer timer : pending) {
            cancelled += timer.cancel() ? 1 : 0;
        }
        int expected = 2_000 - cancelled;
        eventually(() -> ran.get() == expected && timers.size() == 0 && !timers.running());
    }

    @Test
    void reportsAFailingCallbackAndGoesOn() throws Exception {
        RuntimeException failure = new IllegalStateException("listener");
        timeline.after(SOON, () -> {
            throw failure;
        });
        CompletableFuture<Boolean> later = new CompletableFuture<>();
        timeline.after(SOON.multipliedBy(2), () -> later.complete(true));
        get(later);
        eventually(() -> failures.contains(failure));
    }

    @Test
    void repeatsUntilCancelledThoughTheCallbackFails() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Timer timer = timeline.every(Duration.ofMillis(1), () -> {
            if (runs.incrementAndGet() == 2) {
                throw new IllegalStateException("second");
            }
        });
        eventually(() -> runs.get() > 4);
        assertThat(failures).hasSize(1);
        assertThat(timer.cancel()).isTrue();
        assertThat(timer.cancel()).isFalse();
        eventually(() -> !timers.running());
        int after = runs.get();
        timeline.sleep(SOON);
        assertThat(runs).hasValue(after);
    }

    @Test
    @SuppressWarnings("ThreadPriorityCheck") // the yield only gives an overlap its chance; nothing relies on it
    void beginsTheNextIntervalWhenTheCallbackHasReturned() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger runs = new AtomicInteger();
        Timer timer = timeline.every(Duration.ofNanos(1), () -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            runs.incrementAndGet();
            inside.decrementAndGet();
        });
        eventually(() -> runs.get() > 50);
        timer.cancel();
        assertThat(most).hasValue(1);
    }

    @Test
    void refusesAnIntervalThatIsNotPositive() {
        assertThatThrownBy(() -> timeline.every(Duration.ZERO, () -> {})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> timeline.every(Duration.ofNanos(-1), () -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
