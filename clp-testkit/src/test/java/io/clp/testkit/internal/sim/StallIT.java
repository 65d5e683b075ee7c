package io.clp.testkit.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.time.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Needs real time: the watchdog's. */
class StallIT {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Simulation simulation = Simulation.create(1, 1);
    private final Timeline time = simulation.timeline();
    private final Object lock = new Object();

    @Test
    void lockHeldAcrossAWaitIsFound() {
        List<String> ended = new ArrayList<>();
        time.fork("owner", () -> {
            synchronized (lock) {
                time.sleep(Duration.ofSeconds(2));
            }
            return ended.add("owner");
        });
        time.fork("wants it", () -> {
            time.sleep(SECOND);
            synchronized (lock) {
                return ended.add("wants it");
            }
        });
        assertThatThrownBy(simulation::settle)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("blocks outside the timeline")
                .hasMessageContaining("task 'wants it'")
                .hasMessageContaining("StallIT.lambda$lockHeld");
        assertThatThrownBy(simulation::settle)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has broken down")
                .hasCauseInstanceOf(AssertionError.class);
        simulation.close();
        assertThat(ended).doesNotContain("owner");
    }

    @Test
    void callbackThatBlocksIsFound() {
        time.fork("owner", () -> {
            synchronized (lock) {
                time.sleep(Duration.ofSeconds(2));
            }
            return "";
        });
        time.fork("moves the clock", () -> {
            time.sleep(SECOND.dividedBy(2));
            time.sleep(SECOND);
            return "";
        });
        time.after(SECOND, () -> {
            synchronized (lock) {
                simulation.progress();
            }
        });
        assertThatThrownBy(simulation::settle)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("a timer callback")
                .hasMessageContaining("StallIT.lambda$callbackThatBlocks");
        simulation.close();
    }

    @Test
    void threadThatBlockedIsInterruptedAtTheCloseAndEnds() throws Exception {
        Thread[] blocked = new Thread[1];
        time.fork("blocks", () -> {
            blocked[0] = Thread.currentThread();
            new CountDownLatch(1).await();
            return "";
        });
        assertThatThrownBy(() -> time.sleep(SECOND)).isInstanceOf(AssertionError.class);
        simulation.close();
        blocked[0].join(10_000);
        assertThat(blocked[0].isAlive()).isFalse();
    }

    @Test
    void taskThatBlocksWhileItUnwindsFailsTheClose() {
        time.fork("blocks at the end", () -> {
            try {
                time.sleep(Simulation.FOREVER);
                return "";
            } finally {
                new CountDownLatch(1).await();
            }
        });
        simulation.settle();
        assertThatThrownBy(simulation::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("blocks outside the timeline");
        assertThatThrownBy(time::now).isInstanceOf(IllegalStateException.class);
    }
}
