package io.clp.benchmarks.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void areTimesThatWereSeenAndNameTheSeedOfTheLongest() {
        Percentiles times = new Percentiles("down");
        for (int i = 200; i >= 1; i--) {
            times.add(Duration.ofMillis(i), 1_000 + i);
        }

        assertThat(times.line(4).replaceAll(" +", " "))
                .isEqualTo("down 200 0.100 s 0.180 s 0.198 s 0.200 s (seed 1200)");
    }

    @Test
    void ofOneTimeAreThatTime() {
        Percentiles times = new Percentiles("down");
        times.add(Duration.ofSeconds(1), 5);

        assertThat(times.line(4).replaceAll(" +", " ")).isEqualTo("down 1 1.000 s 1.000 s 1.000 s 1.000 s (seed 5)");
    }
}
