package io.clp.testkit.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.time.Task;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CloseTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void unwindsHungTasksInTheOrderOfTheirForks() {
        List<String> ended = new ArrayList<>();
        Simulation simulation = Simulation.create(3);
        Timeline time = simulation.timeline();
        List<Task<String>> tasks = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            tasks.add(time.fork(name, () -> {
                try {
                    time.sleep(Simulation.FOREVER);
                    return "";
                } finally {
                    ended.add(name);
                }
            }));
        }
        simulation.settle();
        simulation.close();
        assertThat(ended).containsExactly("a", "b", "c", "d");
        assertThat(tasks).allMatch(Task::done);
    }

    @Test
    void throwsAgainAtEveryCallOfAnUnwindingTask() {
        List<Throwable> thrown = new ArrayList<>();
        Simulation simulation = Simulation.create(1);
        Timeline time = simulation.timeline();
        time.fork("t", () -> {
            List<Runnable> calls = List.of(
                    () -> quietly(() -> time.sleep(Simulation.FOREVER)),
                    () -> quietly(() -> time.sleep(Duration.ZERO)),
                    () -> time.fork("more", () -> ""),
                    () -> time.after(SECOND, () -> {}),
                    time::now);
            for (Runnable call : calls) {
                try {
                    call.run();
                } catch (Error e) {
                    thrown.add(e);
                }
            }
            return "";
        });
        simulation.settle();
        simulation.close();
        assertThat(thrown).hasSize(5).allMatch(e -> e instanceof Unwind && e.getStackTrace().length == 0);
    }

    @Test
    void neverBeginsWhatHasNotBegun() {
        List<String> ran = new ArrayList<>();
        Simulation simulation = Simulation.create(1);
        Task<Boolean> task = simulation.timeline().fork("t", () -> ran.add("task"));
        simulation.timeline().after(Duration.ZERO, () -> ran.add("timer"));
        simulation.close();
        assertThat(ran).isEmpty();
        assertThat(task.done()).isTrue();
    }

    @Test
    void makesEveryLaterCallFail() {
        Simulation simulation = Simulation.create(1);
        Timeline time = simulation.timeline();
        simulation.close();
        assertThatCode(simulation::close).doesNotThrowAnyException();
        List<ThrowingCallable> calls = List.of(
                time::now,
                time::nanos,
                () -> time.sleep(SECOND),
                () -> time.await(new CompletableFuture<>(), SECOND),
                () -> time.fork("t", () -> ""),
                () -> time.after(SECOND, () -> {}),
                () -> time.every(SECOND, () -> {}),
                simulation::settle,
                () -> simulation.advance(SECOND));
        assertThat(calls).allSatisfy(call -> assertThatThrownBy(call)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the simulation is closed"));
    }

    @Test
    void retiresTheThreadOfATaskThatCannotBeEnded() {
        Simulation simulation = Simulation.create(1);
        Timeline time = simulation.timeline();
        int[] swallowed = new int[1];
        time.fork("stubborn", () -> {
            while (swallowed[0] >= 0) {
                try {
                    time.sleep(Simulation.FOREVER);
                } catch (Throwable ignored) {
                    swallowed[0]++;
                }
            }
            return "";
        });
        List<String> ended = new ArrayList<>();
        time.fork("meek", () -> {
            try {
                time.sleep(Simulation.FOREVER);
                return "";
            } finally {
                ended.add("meek");
            }
        });
        simulation.settle();
        assertThatThrownBy(simulation::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("'stubborn'")
                .hasMessageContaining("CloseTest.lambda$retires");
        assertThat(swallowed[0]).isEqualTo(100);
        assertThat(ended).containsExactly("meek");
    }

    @Test
    void isRefusedInATask() {
        Simulation simulation = Simulation.create(1);
        Task<String> task = simulation.timeline().fork("t", () -> {
            simulation.close();
            return "";
        });
        assertThatThrownBy(() -> task.join(SECOND))
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("close() is for the test");
        simulation.close();
    }

    @Test
    void leaksNoThreads() throws Exception {
        hangAndClose(0);
        int before = WorkerPool.created();
        for (int seed = 0; seed < 100_000; seed++) {
            hangAndClose(seed);
        }
        assertThat(WorkerPool.created()).isEqualTo(before);
    }

    private static void hangAndClose(long seed) throws InterruptedException {
        try (Simulation simulation = Simulation.create(seed)) {
            Timeline time = simulation.timeline();
            CompletableFuture<String> never = new CompletableFuture<>();
            time.fork("hung", () -> time.await(never, Simulation.FOREVER));
            time.fork("hung too", () -> time.await(never, Duration.ofDays(1)));
            time.sleep(SECOND);
        }
    }

    private interface Call {
        void run() throws InterruptedException;
    }

    private static void quietly(Call call) {
        try {
            call.run();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
