package io.clp.internal.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.internal.script.Piece;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Design section 4, rule 11, by examples. Of a piece (online 10 s, offline 20 s, probe and grace 1 s): a probe 2 s, an attempt to go
 * online 11 + 2 s, one to go offline 21 + 2 s, being told 11 s, a release 21 s.
 */
class LimitsTest {
    @Test
    void oneResource() {
        assertLimits(0, 2 + 13 + 23, 2 + 23, "a X");
    }

    @Test
    void retriesCountAsOftenAsTheyMayHappen() {
        assertLimits(2, 2 + 3 * 13 + 3 * 23, 2 + 3 * 23, "a X");
    }

    @Test
    void whatIsIndependentCostsNothingMore() {
        assertLimits(0, 2 + 13 + 23, 2 + 23, "a X", "b X", "c X");
    }

    @Test
    void theLongestPathCounts() {
        assertLimits(0, 3 * (2 + 13 + 23), 3 * (2 + 23), "a X < -", "b X < a", "c X < b", "d X < a");
    }

    @Test
    void hooksCountOnceHoweverMany() {
        assertLimits(0, 2 + 13 + 11 + 23 + 21, 2 + 23 + 21, "a X hooked", "b X hooked");
    }

    @Test
    void aPartitionWaitsForTheUserOfItsVolumeWithoutAnEdge() {
        assertLimits(0, 2 + 13 + 23 + 23, 2 + 23 + 23, "disk P uses v0", "app X < - uses v0");
        assertLimits(0, 2 + 13 + 23 + 23, 2 + 23 + 23, "app X < - uses v0", "disk P uses v0");
    }

    private static void assertLimits(int retries, long start, long stop, String... lines) {
        Shape shape = Shape.of(Piece.group(retries, lines));
        assertThat(Limits.start(shape)).isEqualTo(Duration.ofSeconds(start));
        assertThat(Limits.stop(shape)).isEqualTo(Duration.ofSeconds(stop));
    }
}
