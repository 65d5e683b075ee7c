package io.clp.testkit.internal.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.testkit.Latencies;
import io.clp.testkit.Latency;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyTest {
    @Test
    void drawsTheSameTimesFromTheSameSeedOnEveryJdk() {
        Dice dice = new Dice(42);
        Latency latency = Latency.logNormal(Duration.ofMillis(450), Duration.ofMillis(1800));
        assertThat(LongStream.generate(() -> latency.draw(dice).toNanos()).limit(3))
                .containsExactly(576_158_790L, 264_479_439L, 1_261_339_709L);
    }

    @Test
    void hasItsMedianAndItsPercentile() {
        Dice dice = new Dice(7);
        Latency latency = Latency.logNormal(Duration.ofMillis(100), Duration.ofMillis(400));
        long[] times = LongStream.generate(() -> latency.draw(dice).toMillis())
                .limit(100_000)
                .sorted()
                .toArray();
        assertThat(times[50_000]).isBetween(98L, 102L);
        assertThat(times[99_000]).isBetween(385L, 415L);
    }

    @Test
    void reachesBothEndsOfARangeAndNothingBeyond() {
        Dice dice = new Dice(1);
        Latency latency = Latency.between(Duration.ofNanos(5), Duration.ofNanos(7));
        assertThat(LongStream.generate(() -> latency.draw(dice).toNanos())
                        .limit(100)
                        .distinct()
                        .sorted())
                .containsExactly(5L, 6L, 7L);
    }

    @Test
    void refusesWhatIsNoLatency() {
        assertThatThrownBy(() -> Latency.fixed(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Latency.between(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Latency.logNormal(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSingleServiceGoesBeforeAllServices() {
        Latencies latencies = Latencies.none()
                .serviceStart(Latency.fixed(Duration.ofSeconds(1)))
                .serviceStart("W3SVC", Latency.fixed(Duration.ofSeconds(2)));
        assertThat(latencies.serviceStartOf("w3svc").draw(() -> 0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(latencies.serviceStartOf("WAS").draw(() -> 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(latencies.serviceStopOf("WAS").draw(() -> 0)).isEqualTo(Duration.ZERO);
        assertThat(Latencies.none().serviceStartOf("WAS").draw(() -> 0)).isEqualTo(Duration.ZERO);
    }
}
