package io.clp.testkit.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.time.Task;
import io.clp.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Simulation simulation = Simulation.create(5);
    private final Timeline world = simulation.timeline();
    private final Timeline process = simulation.timeline("process");
    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void close() {
        simulation.close();
    }

    @Test
    void endsItsTasksAndTimersAndNoOthers() {
        process.fork("mine", () -> sleeper(process, "mine"));
        world.fork("other", () -> sleeper(world, "other"));
        process.after(MINUTE, () -> seen.add("timer"));
        process.every(MINUTE, () -> seen.add("periodic timer"));
        simulation.advance(Duration.ofSeconds(1));
        simulation.kill("process");
        assertThat(seen).isEmpty();
        simulation.settle();
        assertThat(seen).containsExactly("mine ended, killed: true", "other went on", "other ended, killed: false");
    }

    @Test
    void neverBeginsWhatHasNotBegun() {
        Task<?> task = process.fork("mine", () -> seen.add("ran"));
        simulation.kill("process");
        simulation.settle();
        assertThat(seen).isEmpty();
        assertThatThrownBy(() -> task.join(Duration.ZERO)).hasCauseInstanceOf(CancellationException.class);
    }

    @Test
    void unwindsATaskThatWaitsAgainOnItsWayOut() {
        process.fork("mine", () -> {
            try {
                process.sleep(MINUTE);
            } finally {
                world.sleep(MINUTE);
                seen.add("slept on");
            }
            return 0;
        });
        simulation.advance(Duration.ofSeconds(1));
        simulation.kill("process");
        simulation.settle();
        assertThat(seen).isEmpty();
        assertThat(world.nanos()).isEqualTo(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void aTaskMayEndItsOwnPartAndDoesNotComeBack() {
        process.fork("mine", () -> {
            simulation.kill("process");
            return seen.add("came back");
        });
        process.fork("mine too", () -> sleeper(process, "mine too"));
        simulation.settle();
        assertThat(seen).doesNotContain("came back").doesNotContain("mine too went on");
    }

    @Test
    void aTaskOfAnotherPartMayEndIt() throws Exception {
        process.fork("mine", () -> sleeper(process, "mine"));
        Task<?> killer = simulation.timeline("other").fork("killer", () -> {
            world.sleep(Duration.ofSeconds(1));
            simulation.kill("process");
            world.sleep(Duration.ofSeconds(1));
            return seen.add("killer went on");
        });
        killer.join(MINUTE);
        assertThat(seen).containsExactly("mine ended, killed: true", "killer went on");
    }

    @Test
    void refusesEveryLaterCall() {
        simulation.kill("process");
        simulation.kill("process");
        assertThatThrownBy(() -> process.sleep(MINUTE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> process.fork("late", () -> 0)).hasMessageContaining("process process was ended");
        assertThatThrownBy(() -> process.after(MINUTE, () -> {})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(process::nanos).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void tellsOfATaskThatIgnoresItsEnd() {
        process.fork("stubborn", () -> {
            while (true) {
                try {
                    process.sleep(MINUTE);
                } catch (Error ignored) {
                    seen.add("ignored");
                }
            }
        });
        simulation.advance(Duration.ofSeconds(1));
        simulation.kill("process");
        assertThatThrownBy(simulation::settle).hasMessageContaining("catches and ignores the error that ends it");
    }

    private int sleeper(Timeline timeline, String name) throws InterruptedException {
        try {
            timeline.sleep(MINUTE);
            seen.add(name + " went on");
        } finally {
            seen.add(name + " ended, killed: " + simulation.callerWasKilled());
        }
        return 0;
    }
}
