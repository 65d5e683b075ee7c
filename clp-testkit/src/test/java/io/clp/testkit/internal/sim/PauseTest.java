package io.clp.testkit.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.time.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PauseTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Simulation simulation = Simulation.create(5);
    private final Timeline world = simulation.timeline();
    private final Timeline process = simulation.timeline("process");
    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void close() {
        simulation.close();
    }

    private void at(String what) {
        seen.add(what + " at " + world.nanos() / SECOND.toNanos());
    }

    @Test
    void whatIsDueMeanwhileHappensAtOnceAfterwards() {
        process.after(SECOND, () -> at("timer"));
        process.after(MINUTE, () -> at("late timer"));
        process.fork("sleeper", () -> {
            process.sleep(SECOND);
            at("sleeper");
            return 0;
        });
        world.after(SECOND, () -> at("hardware"));
        simulation.advance(Duration.ofMillis(1));
        simulation.pause("process");
        simulation.pause("process");
        simulation.advance(SECOND.multipliedBy(10));
        assertThat(seen).containsExactly("hardware at 1");
        simulation.resume("process");
        simulation.resume("process");
        simulation.advance(MINUTE);
        assertThat(seen)
                .containsExactlyInAnyOrder("hardware at 1", "timer at 10", "sleeper at 10", "late timer at 60")
                .endsWith("late timer at 60");
    }

    @Test
    void nobodyWaitsForAPausedPart() {
        process.fork("sleeper", () -> {
            process.sleep(SECOND);
            return seen.add("slept");
        });
        process.every(SECOND, () -> seen.add("period"));
        simulation.advance(Duration.ofMillis(1));
        simulation.pause("process");
        simulation.settle();
        assertThat(seen).isEmpty();
        assertThat(world.nanos()).isLessThan(SECOND.toNanos());
    }

    @Test
    void whatIsAskedOfItMeanwhileWaits() {
        simulation.pause("process");
        process.fork("new", () -> seen.add("forked"));
        process.after(SECOND, () -> seen.add("timer"));
        Timer cancelled = process.after(SECOND, () -> seen.add("cancelled timer"));
        simulation.advance(MINUTE);
        assertThat(seen).isEmpty();
        assertThat(cancelled.cancel()).isTrue();
        simulation.resume("process");
        simulation.settle();
        assertThat(seen).containsExactlyInAnyOrder("forked", "timer");
    }

    @Test
    void aFutureThatIsCompletedMeanwhileIsFoundCompleted() {
        CompletableFuture<String> future = new CompletableFuture<>();
        CompletableFuture<String> never = new CompletableFuture<>();
        process.fork("waits", () -> seen.add("done: " + process.await(future, MINUTE)));
        process.fork("waits in vain", () -> seen.add("done: " + process.await(never, MINUTE)));
        simulation.advance(Duration.ofMillis(1));
        simulation.pause("process");
        future.complete("");
        simulation.advance(MINUTE.multipliedBy(2));
        assertThat(seen).isEmpty();
        simulation.resume("process");
        simulation.settle();
        assertThat(seen).containsExactlyInAnyOrder("done: true", "done: false");
    }

    @Test
    void anInterruptIsDeliveredAfterwards() {
        Task<?> task = process.fork("waits", () -> {
            try {
                process.sleep(MINUTE);
            } catch (InterruptedException e) {
                at("interrupted");
            }
            return 0;
        });
        simulation.advance(Duration.ofMillis(1));
        simulation.pause("process");
        task.interrupt();
        simulation.advance(SECOND.multipliedBy(3));
        simulation.resume("process");
        simulation.settle();
        assertThat(seen).containsExactly("interrupted at 3");
    }

    @Test
    void aPausedPartCanBeEnded() {
        process.fork("sleeper", () -> {
            try {
                process.sleep(MINUTE);
                seen.add("went on");
            } finally {
                seen.add("ended, killed: " + simulation.callerWasKilled());
            }
            return 0;
        });
        process.after(MINUTE, () -> seen.add("timer"));
        simulation.advance(Duration.ofMillis(1));
        simulation.pause("process");
        simulation.kill("process");
        simulation.resume("process");
        simulation.settle();
        assertThat(seen).containsExactly("ended, killed: true");
    }

    @Test
    void aPausedRunCanBeClosed() {
        process.fork("sleeper", () -> {
            try {
                process.sleep(MINUTE);
            } finally {
                seen.add("unwound");
            }
            return 0;
        });
        simulation.advance(Duration.ofMillis(1));
        simulation.pause("process");
        simulation.close();
        assertThat(seen).containsExactly("unwound");
    }

    @Test
    void aTestThatWaitsForAPausedPartIsToldSo() {
        simulation.pause("process");
        Task<?> task = process.fork("new", () -> 0);
        assertThatThrownBy(() -> task.join(Simulation.FOREVER))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("deadlock");
    }

    @Test
    void aTaskThatPausesItsOwnPartStopsAtItsNextWait() {
        process.fork("mine", () -> {
            simulation.pause("process");
            seen.add("still here");
            process.sleep(SECOND);
            at("woken");
            return 0;
        });
        simulation.advance(MINUTE);
        assertThat(seen).containsExactly("still here");
        simulation.resume("process");
        simulation.settle();
        assertThat(seen).containsExactly("still here", "woken at 60");
    }
}
