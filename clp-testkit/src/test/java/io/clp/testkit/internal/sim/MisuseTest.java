package io.clp.testkit.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.clp.time.Task;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MisuseTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Simulation simulation = Simulation.create(7);
    private final Timeline time = simulation.timeline();

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void deadlockListsTheTasksWithTheirStacks() {
        time.fork("first", () -> {
            time.sleep(Simulation.FOREVER);
            return "";
        });
        Task<Boolean> second = time.fork("second", () -> time.await(new CompletableFuture<>(), Simulation.FOREVER));
        assertThatThrownBy(() -> second.join(Simulation.FOREVER))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("deadlock")
                .hasMessageContaining("seed 7")
                .hasMessageContaining(
                        "task 'first' (1) sleeps for ever\n      at io.clp.testkit.internal.sim.MisuseTest")
                .hasMessageContaining("task 'second' (2) awaits a future for ever")
                .hasMessageContaining("the test joins 'second' for ever");
    }

    @Test
    void waitWithALimitIsNoDeadlock() throws Exception {
        assertThat(time.await(new CompletableFuture<>(), Duration.ofDays(1000))).isFalse();
        assertThat(time.nanos()).isEqualTo(Duration.ofDays(1000).toNanos());
    }

    @Test
    void unlimitedWaitOfTheTestEndsThoughPeriodicTimersGoOn() {
        time.every(SECOND, () -> {});
        assertThatThrownBy(() -> time.await(new CompletableFuture<>(), Simulation.FOREVER))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("has not happened after PT24H");
    }

    @Test
    void callbackMustNotWait() {
        List<Throwable> thrown = new ArrayList<>();
        time.after(SECOND, () -> {
            try {
                time.sleep(SECOND);
            } catch (InterruptedException | IllegalStateException e) {
                thrown.add(e);
            }
        });
        simulation.settle();
        assertThat(thrown).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(thrown.get(0)).hasMessageContaining("must not wait");
    }

    @Test
    void secondThreadFromOutsideIsRefusedWhileTheFirstWaits() throws Exception {
        List<Throwable> thrown = new ArrayList<>();
        time.fork("t", () -> onAnotherThread(() -> thrown.add(catchThrowableOf(simulation::settle))));
        simulation.settle();
        assertThat(thrown).singleElement().isInstanceOf(IllegalStateException.class);
        assertThat(thrown.get(0)).hasMessageContaining("is no task of this simulation");
    }

    @Test
    void threadsFromOutsideMayTakeTurns() throws Exception {
        onAnotherThread(() -> simulation.advance(SECOND));
        simulation.advance(SECOND);
        assertThat(time.nanos()).isEqualTo(2 * SECOND.toNanos());
    }

    @Test
    void foreignThreadMayCompleteAFuture() throws Exception {
        CompletableFuture<String> future = new CompletableFuture<>();
        Task<Boolean> waiter = time.fork("waiter", () -> time.await(future, Duration.ofMinutes(1)));
        time.fork("helper", () -> {
            time.sleep(SECOND);
            return onAnotherThread(() -> future.complete("x"));
        });
        assertThat(waiter.join(Duration.ofMinutes(2))).isTrue();
        assertThat(time.nanos()).isEqualTo(SECOND.toNanos());
    }

    @Test
    void foreignThreadMayForkAndSetTimers() throws Exception {
        List<String> ran = new ArrayList<>();
        time.fork(
                "helper",
                () -> onAnotherThread(() -> {
                    time.fork("forked", () -> ran.add("forked"));
                    time.after(SECOND, () -> ran.add("timer"));
                    time.after(SECOND, () -> ran.add("cancelled")).cancel();
                }));
        simulation.settle();
        assertThat(ran).containsExactly("forked", "timer");
    }

    @Test
    void capsLiveTasks() {
        for (int i = 0; i < LiveTasks.MAX; i++) {
            time.fork("t" + i, () -> "");
        }
        assertThatThrownBy(() -> time.fork("one too many", () -> ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot fork 'one too many': 1000 tasks have not ended");
        simulation.settle();
        time.fork("fits again", () -> "");
    }

    private static Throwable catchThrowableOf(Runnable call) {
        return catchThrowable(call::run);
    }

    private static String onAnotherThread(Runnable work) throws InterruptedException {
        Thread thread = new Thread(work);
        thread.start();
        thread.join();
        return "";
    }
}
