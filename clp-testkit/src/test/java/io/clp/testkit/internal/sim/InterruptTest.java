package io.clp.testkit.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.time.Task;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InterruptTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Simulation simulation = Simulation.create(1);
    private final Timeline time = simulation.timeline();

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void endsTheWaitWithTheFlagCleared() throws Exception {
        Task<String> task = time.fork("t", () -> {
            try {
                time.sleep(Simulation.FOREVER);
                return "slept";
            } catch (InterruptedException e) {
                return "flag " + Thread.currentThread().isInterrupted() + " at " + time.nanos();
            }
        });
        simulation.advance(SECOND);
        task.interrupt();
        assertThat(task.join(SECOND)).isEqualTo("flag false at 1000000000");
    }

    @Test
    void ofATaskNotBegunMeansThatItNeverBegins() {
        Task<String> task = time.fork("t", () -> {
            throw new AssertionError("began");
        });
        task.interrupt();
        assertThat(task.done()).isTrue();
        simulation.settle();
        assertThatThrownBy(() -> task.join(Duration.ZERO))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CancellationException.class);
    }

    @Test
    void ofOneselfIsDeliveredAtTheNextWait() throws Exception {
        CompletableFuture<Task<String>> self = new CompletableFuture<>();
        Task<String> task = time.fork("t", () -> {
            time.await(self, SECOND);
            self.join().interrupt();
            boolean flag = Thread.currentThread().isInterrupted();
            try {
                time.sleep(Duration.ZERO);
                return "not delivered";
            } catch (InterruptedException e) {
                return flag + " " + Thread.currentThread().isInterrupted();
            }
        });
        self.complete(task);
        assertThat(task.join(SECOND)).isEqualTo("true false");
    }

    @Test
    void afterTheWaitHasEndedShowsAsTheFlag() throws Exception {
        CompletableFuture<String> future = new CompletableFuture<>();
        Task<String> task = time.fork(
                "t",
                () -> time.await(future, Simulation.FOREVER) + " "
                        + Thread.currentThread().isInterrupted());
        simulation.settle();
        future.complete("x");
        task.interrupt();
        assertThat(task.join(SECOND)).isEqualTo("true true");
    }

    @Test
    void ofTheJoinerLeavesTheJoinedTaskAlone() throws Exception {
        Task<String> slow = time.fork("slow", () -> {
            time.sleep(Duration.ofSeconds(5));
            return "slow";
        });
        Task<String> joiner = time.fork("joiner", () -> slow.join(Duration.ofMinutes(1)));
        simulation.advance(SECOND);
        joiner.interrupt();
        assertThatThrownBy(() -> joiner.join(SECOND)).hasCauseInstanceOf(InterruptedException.class);
        assertThat(slow.join(Duration.ofMinutes(1))).isEqualTo("slow");
    }

    @Test
    void doesNotLeakToTheNextTaskOnTheThread() throws Exception {
        Task<Thread> leaky = time.fork("leaky", () -> {
            Thread.currentThread().interrupt();
            return Thread.currentThread();
        });
        Thread first = leaky.join(SECOND);
        Task<String> next = time.fork("next", () -> {
            time.sleep(SECOND);
            return (Thread.currentThread() == first) + " slept";
        });
        assertThat(next.join(Duration.ofMinutes(1))).isEqualTo("true slept");
    }

    @Test
    void ofTheTestEndsItsWait() throws Exception {
        Thread test = Thread.currentThread();
        time.fork("t", () -> {
            test.interrupt();
            return "";
        });
        time.fork("keeps it going", () -> {
            for (int i = 0; i < 1_000_000; i++) {
                time.sleep(SECOND);
            }
            return "";
        });
        assertThatThrownBy(() -> time.await(new CompletableFuture<>(), Duration.ofDays(1000)))
                .isInstanceOf(InterruptedException.class);
        assertThat(test.isInterrupted()).isFalse();
    }

    @Test
    void beforeTheWaitEndsItAtOnce() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> time.sleep(SECOND)).isInstanceOf(InterruptedException.class);
        assertThat(time.nanos()).isZero();
    }

    @Test
    void ofAnEndedTaskDoesNothing() throws Exception {
        Task<String> task = time.fork("t", () -> "done");
        simulation.settle();
        task.interrupt();
        assertThat(task.join(Duration.ZERO)).isEqualTo("done");
    }
}
