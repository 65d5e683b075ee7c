package io.clp.testkit.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.time.Task;
import io.clp.time.Timeline;
import io.clp.time.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettleTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Simulation simulation = Simulation.create(1);
    private final Timeline time = simulation.timeline();

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void withNothingPendingLeavesTheClockAlone() {
        simulation.settle();
        assertThat(time.nanos()).isZero();
    }

    @Test
    void waitsForSleepsLimitsAndTimers() {
        time.fork("sleeper", () -> {
            time.sleep(Duration.ofSeconds(10));
            time.after(Duration.ofSeconds(20), () -> {});
            return "";
        });
        simulation.settle();
        assertThat(time.nanos()).isEqualTo(Duration.ofSeconds(30).toNanos());
    }

    @Test
    void passesOverHungTasks() {
        Task<String> hung = time.fork("hung", () -> {
            time.sleep(Simulation.FOREVER);
            return "";
        });
        simulation.settle();
        assertThat(hung.done()).isFalse();
        assertThat(time.nanos()).isZero();
    }

    @Test
    void letsEachPeriodicTimerFireOnceMoreAndWaitsForItsWork() {
        List<String> done = new ArrayList<>();
        time.every(SECOND, () -> done.add("fast"));
        time.every(
                Duration.ofSeconds(3),
                () -> time.fork("slow", () -> {
                    time.sleep(Duration.ofMillis(500));
                    return done.add("slow");
                }));
        simulation.settle();
        assertThat(done).containsExactlyInAnyOrder("fast", "fast", "fast", "slow");
        assertThat(time.nanos()).isEqualTo(Duration.ofMillis(3500).toNanos());
    }

    @Test
    void goesAnotherRoundWhereSomethingChanged() {
        List<Long> ticks = new ArrayList<>();
        time.every(SECOND, () -> {
            ticks.add(time.nanos());
            if (ticks.size() < 4) {
                simulation.progress();
            }
        });
        simulation.progress();
        simulation.settle();
        assertThat(ticks).hasSize(4);
    }

    @Test
    void doesNotWaitForATimerThatIsCancelledInTheRound() {
        Timer slow = time.every(Duration.ofMinutes(50), () -> {});
        time.every(SECOND, slow::cancel);
        simulation.settle();
        assertThat(time.nanos()).isEqualTo(SECOND.toNanos());
    }

    @Test
    void doesNotWaitForTimersOfMoreThanAnHour() {
        List<String> fired = new ArrayList<>();
        time.every(Duration.ofHours(2), () -> fired.add("rare"));
        time.every(SECOND, () -> fired.add("often"));
        simulation.settle();
        assertThat(fired).containsExactly("often");
    }

    @Test
    void failsAfterAnHourWithWhatIsPending() {
        time.fork("patient", () -> {
            time.sleep(Duration.ofHours(2));
            return "";
        });
        assertThatThrownBy(simulation::settle)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not settled after PT1H")
                .hasMessageContaining("task 'patient' (1) sleeps until +PT2H")
                .hasMessageContaining("SettleTest.lambda$failsAfterAnHour");
        simulation.advance(Duration.ofHours(2));
        simulation.settle();
    }

    @Test
    void failsAfterAnHourOfRoundsThatChangeSomething() {
        time.every(Duration.ofMinutes(1), simulation::progress);
        assertThatThrownBy(simulation::settle)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("every round of the periodic timers changed something");
        assertThat(time.nanos()).isEqualTo(Duration.ofHours(1).toNanos());
    }

    @Test
    void failsWhereTheClockStandsStill() {
        Runnable[] again = new Runnable[1];
        again[0] = () -> time.after(Duration.ZERO, again[0]);
        again[0].run();
        assertThatThrownBy(simulation::settle)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the clock stands still");
    }

    @Test
    void isRefusedInATask() throws Exception {
        Task<String> task = time.fork("t", () -> {
            simulation.settle();
            return "";
        });
        assertThatThrownBy(() -> task.join(SECOND))
                .hasCauseInstanceOf(IllegalStateException.class)
                .hasMessageContaining("settle() and advance() are for the test");
    }

    @Test
    void throwsWhatTheStepHookThrew() {
        AssertionError broken = new AssertionError("two owners");
        List<Long> steps = new ArrayList<>();
        time.fork("t", () -> {
            time.sleep(SECOND);
            return "";
        });
        simulation.onStep(() -> {
            steps.add(simulation.steps());
            if (simulation.steps() == 2) {
                throw broken;
            }
        });
        assertThatThrownBy(simulation::settle).isSameAs(broken);
        assertThat(steps).containsExactly(0L, 1L, 2L);
        simulation.onStep(null);
        simulation.settle();
    }
}
