package io.clp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.time.Timer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The rules of {@link Timeline}, {@link Task} and {@link Timer}. */
public abstract class TimelineContract extends ContractSuite {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration LATER = Duration.ofMillis(200);
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final CompletableFuture<Void> never = new CompletableFuture<>();

    /** Makes the suite. */
    protected TimelineContract() {}

    @AfterEach
    final void leavesNoFlagBehind() {
        assertThat(Thread.interrupted()).as("an interrupt left to the test").isFalse();
    }

    @Test
    void theClocksGoTogether() throws InterruptedException {
        Instant wall = time().now();
        long nanos = time().nanos();
        assertThat(time().clock().getZone()).isEqualTo(ZoneOffset.UTC);
        time().sleep(LATER);
        assertThat(since(nanos)).isGreaterThanOrEqualTo(LATER);
        assertThat(Duration.between(wall, time().clock().instant()))
                .isBetween(LATER.minus(SOON), since(nanos).plus(SOON));
    }

    @Test
    void aSleepLastsAsLongAsTold() throws InterruptedException {
        long before = time().nanos();
        time().sleep(LATER);
        assertTook(since(before), LATER);
    }

    @Test
    void aSleepOfZeroOrLessReturnsAtOnce() throws InterruptedException {
        long before = time().nanos();
        time().sleep(Duration.ZERO);
        time().sleep(Duration.ofSeconds(Long.MIN_VALUE));
        assertTook(since(before), Duration.ZERO);
    }

    @Test
    void anAwaitEndsWhenTheFutureIsCompletedInWhateverWay() throws InterruptedException {
        assertThat(time().await(CompletableFuture.completedFuture(1), FOREVER)).isTrue();
        assertThat(time().await(CompletableFuture.failedFuture(new IOException()), Duration.ZERO))
                .isTrue();
        for (String way : List.of("value", "failure", "cancellation")) {
            CompletableFuture<String> future = new CompletableFuture<>();
            Timer ignored = time().after(SOON, () -> complete(future, way));
            assertThat(time().await(future, FOREVER)).as(way).isTrue();
            assertThat(ignored.cancel()).isFalse();
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
    void anAwaitSaysWhenTheLimitPassedFirst() throws InterruptedException {
        long before = time().nanos();
        assertThat(time().await(never, LATER)).isFalse();
        assertTook(since(before), LATER);
        assertThat(time().await(never, Duration.ZERO)).isFalse();
        assertThat(time().await(never, Duration.ofHours(-1))).isFalse();
        assertThat(never).isNotDone();
    }

    @Test
    void anInterruptBeforeAWaitEndsIt() {
        Task<Boolean> other = time().fork("other", () -> time().await(never, LATER));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> time().sleep(FOREVER)).isInstanceOf(InterruptedException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> time().await(never, FOREVER)).isInstanceOf(InterruptedException.class);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> other.join(FOREVER)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(never).isNotDone();
    }

    @Test
    void anInterruptDuringAWaitEndsItWithTheFlagCleared() throws Exception {
        Task<String> other = time().fork("other", () -> {
            time().await(never, Duration.ofMillis(1_500));
            return "goes on";
        });
        assertTook(interrupted(() -> sleep(FOREVER)), Duration.ZERO);
        assertTook(interrupted(() -> time().await(never, FOREVER)), Duration.ZERO);
        assertTook(interrupted(() -> other.join(FOREVER)), Duration.ZERO);
        assertThat(never).isNotDone();
        assertThat(get(other)).isEqualTo("goes on");
    }

    private boolean sleep(Duration duration) throws InterruptedException {
        time().sleep(duration);
        return true;
    }

    @Test
    void aTaskReturnsWhatItsBodyReturned() throws Exception {
        Task<Integer> task = time().fork("answer", () -> 42);
        assertThat(get(task)).isEqualTo(42);
        assertThat(task.done()).isTrue();
        assertThat(task.name()).isEqualTo("answer");
        assertThat(task.join(Duration.ZERO)).isEqualTo(42);
    }

    @Test
    void aTaskKeepsWhatItsBodyThrewForTheJoin() {
        for (Throwable thrown : List.of(new IOException("disk"), new StackOverflowError("deep"))) {
            Task<Integer> task = time().fork("failing", () -> {
                if (thrown instanceof Error error) {
                    throw error;
                }
                throw (Exception) thrown;
            });
            assertThatThrownBy(() -> task.join(patience()))
                    .isInstanceOf(ExecutionException.class)
                    .hasCause(thrown);
            assertThat(task.done()).isTrue();
        }
    }

    @Test
    void aJoinThatTookTooLongLeavesTheTaskAlone() throws Exception {
        CompletableFuture<String> gate = new CompletableFuture<>();
        Task<String> task = time().fork("slow", () -> {
            time().await(gate, FOREVER);
            return gate.join();
        });
        long before = time().nanos();
        assertThatThrownBy(() -> task.join(LATER))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining("slow");
        assertTook(since(before), LATER);
        assertThatThrownBy(() -> task.join(Duration.ZERO)).isInstanceOf(TimeoutException.class);
        assertThat(task.done()).isFalse();
        gate.complete("after all");
        assertThat(get(task)).isEqualTo("after all");
    }

    @Test
    void aTaskInterruptedBeforeItBeganNeverBegins() throws Exception {
        for (int i = 0; i < 20; i++) {
            AtomicInteger begun = new AtomicInteger();
            Task<Integer> task = time().fork("short", begun::incrementAndGet);
            task.interrupt();
            try {
                assertThat(get(task)).isEqualTo(1);
            } catch (ExecutionException e) {
                assertThat(e).hasCauseInstanceOf(CancellationException.class);
                time().sleep(Duration.ofMillis(1));
                assertThat(begun).hasValue(0);
            }
            task.interrupt();
        }
    }

    @Test
    void noInterruptLeaksFromATaskToTheWorkAfterIt() throws Exception {
        for (int i = 0; i < 50; i++) {
            Task<Boolean> leaky = time().fork("leaky", () -> {
                Thread.currentThread().interrupt();
                return true;
            });
            get(leaky);
            assertThat(get(time().fork("next", () -> Thread.currentThread().isInterrupted())))
                    .isFalse();
            CompletableFuture<Boolean> flag = new CompletableFuture<>();
            callback(Duration.ZERO, () -> flag.complete(Thread.currentThread().isInterrupted()));
            assertThat(get(flag)).isFalse();
        }
    }

    @Test
    void aTaskForksAndJoins() throws Exception {
        Task<Integer> outer = time().fork("outer", () -> {
            int sum = 0;
            List<Task<Integer>> inner = new ArrayList<>();
            for (int i = 1; i <= 10; i++) {
                int number = i;
                inner.add(time().fork("inner " + i, () -> {
                    time().sleep(SOON);
                    return number;
                }));
            }
            for (Task<Integer> each : inner) {
                sum += each.join(patience());
            }
            return sum;
        });
        assertThat(get(outer)).isEqualTo(55);
    }

    @Test
    void tasksWaitBesideEachOther() throws Exception {
        long before = time().nanos();
        List<Task<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tasks.add(time().fork("sleeper " + i, () -> sleep(LATER)));
        }
        for (Task<Boolean> task : tasks) {
            get(task);
        }
        assertTook(since(before), LATER);
    }

    @Test
    void aCallbackRunsWhenItIsDue() throws Exception {
        long before = time().nanos();
        CompletableFuture<Long> at = new CompletableFuture<>();
        Timer timer = time().after(LATER, () -> at.complete(time().nanos()));
        assertTook(Duration.ofNanos(get(at) - before), LATER);
        assertThat(timer.cancel()).isFalse();
    }

    @Test
    void aCallbackWithoutDelayRunsAsSoonAsPossibleAndNotWithinTheCall() throws Exception {
        ThreadLocal<Boolean> within = ThreadLocal.withInitial(() -> false);
        CompletableFuture<Boolean> ran = new CompletableFuture<>();
        within.set(true);
        long before = time().nanos();
        callback(Duration.ofSeconds(-1), () -> ran.complete(within.get()));
        within.set(false);
        assertThat(get(ran)).isFalse();
        assertTook(since(before), Duration.ZERO);
    }

    @Test
    void callbacksRunInTheOrderInWhichTheyAreDue() throws Exception {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Boolean> last = new CompletableFuture<>();
        callback(LATER.multipliedBy(3), () -> {
            order.add("third");
            last.complete(true);
        });
        callback(LATER, () -> order.add("first"));
        callback(LATER.multipliedBy(2), () -> order.add("second"));
        get(last);
        assertThat(order).containsExactly("first", "second", "third");
    }

    @Test
    void aCancelledCallbackDoesNotRun() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        Timer timer = time().after(LATER.multipliedBy(5), runs::incrementAndGet);
        assertThat(timer.cancel()).isTrue();
        assertThat(timer.cancel()).isFalse();
        time().sleep(LATER.multipliedBy(6));
        assertThat(runs).hasValue(0);
    }

    @Test
    void eachCallbackRunsOrIsCancelledAndNeverBoth() throws Exception {
        AtomicInteger ran = new AtomicInteger();
        List<Timer> timers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            timers.add(time().after(Duration.ofNanos(10_000L * i), ran::incrementAndGet));
        }
        int cancelled = 0;
        for (Timer timer : timers) {
            cancelled += timer.cancel() ? 1 : 0;
        }
        int expected = timers.size() - cancelled;
        eventually("all others ran", () -> ran.get() >= expected);
        time().sleep(SOON);
        assertThat(ran).hasValue(expected);
    }

    @Test
    void aCallbackThatFailsDisturbsNoOther() throws Exception {
        callback(SOON, () -> {
            throw new IllegalStateException("a callback of the contract suite fails on purpose");
        });
        CompletableFuture<Boolean> later = new CompletableFuture<>();
        callback(SOON.multipliedBy(2), () -> later.complete(true));
        assertThat(get(later)).isTrue();
    }

    @Test
    void aRepetitionBeginsAfterOneIntervalAndEndsWhenCancelled() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        long before = time().nanos();
        CompletableFuture<Long> first = new CompletableFuture<>();
        Timer timer = time().every(LATER, () -> {
            first.complete(time().nanos());
            runs.incrementAndGet();
        });
        eventually("it ran three times", () -> runs.get() >= 3);
        assertThat(Duration.ofNanos(first.join() - before)).isGreaterThanOrEqualTo(LATER);
        assertThat(since(before)).isGreaterThanOrEqualTo(LATER.multipliedBy(3));
        assertThat(timer.cancel()).isTrue();
        assertThat(timer.cancel()).isFalse();
        time().sleep(SOON);
        int after = runs.get();
        time().sleep(LATER.multipliedBy(3));
        assertThat(runs).hasValue(after);
    }

    @Test
    void aRepetitionGoesOnThoughItsCallbackFails() throws InterruptedException {
        AtomicInteger runs = new AtomicInteger();
        Timer timer = time().every(SOON, () -> {
            if (runs.incrementAndGet() == 2) {
                throw new IllegalStateException("a repetition of the contract suite fails on purpose");
            }
        });
        eventually("it ran on", () -> runs.get() > 4);
        assertThat(timer.cancel()).isTrue();
    }

    @Test
    void aRepetitionCanCancelItself() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        CompletableFuture<Timer> self = new CompletableFuture<>();
        self.complete(time().every(LATER, () -> {
            runs.incrementAndGet();
            self.join().cancel();
        }));
        time().sleep(LATER.multipliedBy(4));
        assertThat(runs).hasValue(1);
    }

    @Test
    void anIntervalMustBePositive() {
        Timeline time = time();
        assertThatThrownBy(() -> time.every(Duration.ZERO, () -> {})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> time.every(Duration.ofNanos(-1), () -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void callback(Duration delay, Runnable work) {
        Timer timer = time().after(delay, work);
        assertThat(timer).isNotNull();
    }
}
