package io.clp.testkit.internal.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.time.Task;
import io.clp.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SkewTest {
    private static final long FAST = 2 * Skew.EXACT;
    private static final long SLOW = Skew.EXACT / 2;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Simulation simulation = Simulation.create(5);
    private final Timeline world = simulation.timeline();
    private final Timeline process = simulation.timeline("process");
    private final List<String> seen = new ArrayList<>();

    @AfterEach
    void close() {
        simulation.close();
    }

    private void at(String what) {
        seen.add(what + " at " + Duration.ofNanos(world.nanos()).toMillis());
    }

    @Test
    void aStepMovesTheWallClockAlone() {
        Instant wall = process.now();
        long monotonic = process.nanos();
        simulation.step("process", Duration.ofHours(-1));
        assertThat(process.now())
                .isEqualTo(wall.minus(Duration.ofHours(1)))
                .isEqualTo(process.clock().instant());
        assertThat(process.nanos()).isEqualTo(monotonic);
        assertThat(world.now()).isEqualTo(wall);
        process.after(SECOND, () -> at("timer"));
        simulation.settle();
        assertThat(seen).containsExactly("timer at 1000");
    }

    @Test
    void aFastClockComesToEveryLimitEarlier() {
        simulation.drift("process", FAST);
        process.after(SECOND, () -> at("timer"));
        process.every(SECOND.multipliedBy(4), () -> at("period"));
        process.fork("sleeper", () -> {
            process.sleep(SECOND.multipliedBy(2));
            at("sleeper");
            return process.await(new CompletableFuture<>(), SECOND);
        });
        Task<Integer> long10 = world.fork("long", () -> {
            world.sleep(Duration.ofSeconds(10));
            return 0;
        });
        process.fork("joiner", () -> {
            try {
                return long10.join(SECOND.multipliedBy(3));
            } catch (TimeoutException e) {
                at("joiner");
                return 1;
            }
        });
        simulation.advance(Duration.ofMillis(4_100));
        assertThat(seen)
                .containsExactly(
                        "timer at 500", "sleeper at 1000", "joiner at 1500", "period at 2000", "period at 4000");
        assertThat(process.nanos()).isEqualTo(Duration.ofMillis(8_200).toNanos());
        assertThat(Duration.between(world.now(), process.now())).isEqualTo(Duration.ofMillis(4_100));
    }

    @Test
    void aChangeOfTheRateLeavesWhatIsSetAsMuchOfItsOwnTime() {
        process.after(SECOND.multipliedBy(2), () -> at("timer"));
        process.fork("sleeper", () -> {
            process.sleep(SECOND.multipliedBy(2));
            at("sleeper");
            return 0;
        });
        simulation.advance(SECOND);
        simulation.drift("process", SLOW);
        simulation.advance(SECOND);
        assertThat(process.nanos()).isEqualTo(Duration.ofMillis(1_500).toNanos());
        simulation.settle();
        assertThat(seen).containsExactlyInAnyOrder("timer at 3000", "sleeper at 3000");
    }

    @Test
    void theRateOfAPausedPartCounts() {
        process.after(SECOND.multipliedBy(2), () -> at("timer"));
        simulation.pause("process");
        simulation.drift("process", SLOW);
        simulation.advance(SECOND);
        simulation.resume("process");
        simulation.settle();
        assertThat(seen).containsExactly("timer at 4000");
    }

    @Test
    void aLimitNeverEndsEarlyByTheClockThatItIsMeasuredWith() {
        for (long rate : new long[] {333_333, 999_983, 1_000_003, 1_234_567, 1_999_999}) {
            Skew skew = new Skew(17, 4, rate, 0);
            for (long own : new long[] {
                1, 2, 999, 1_000_001, 123_456_789_012L, Duration.ofDays(400).toNanos()
            }) {
                long start = 1_000_000_007L;
                long end = start + skew.ofRun(own);
                assertThat(skew.read(end) - skew.read(start))
                        .as(rate + " " + own)
                        .isBetween(own, own + 3);
            }
        }
    }

    @Test
    void anotherPartCanCountAsOneDoes() {
        simulation.drift("process", FAST);
        simulation.step("process", Duration.ofHours(1));
        Timeline next = simulation.timeline("next");
        simulation.countAs("next", "process");
        simulation.advance(SECOND);
        assertThat(next.now()).isEqualTo(process.now()).isNotEqualTo(world.now());
        assertThat(next.nanos()).isEqualTo(process.nanos());
    }

    @Test
    void aWaitWithoutLimitStaysOne() {
        simulation.drift("process", SLOW);
        process.fork("hangs", () -> process.await(new CompletableFuture<>(), Simulation.FOREVER));
        simulation.settle();
        assertThat(world.nanos()).isZero();
    }
}
