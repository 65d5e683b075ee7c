package io.clp.benchmarks.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KillPointTest {
    private static final KillPoint.Course COURSE = new KillPoint.Course(7, Duration.ofMillis(90));

    @Test
    void everyCallHasAPointBeforeAndOneAfter() {
        List<KillPoint> points = KillPoint.all("start", COURSE, new SplittableRandom(1));
        for (KillPoint.How how : List.of(KillPoint.How.BEFORE, KillPoint.How.AFTER)) {
            assertThat(points.stream().filter(it -> it.how() == how).map(KillPoint::call))
                    .containsExactly(1, 2, 3, 4, 5, 6, 7);
        }
        assertThat(points.stream().filter(it -> it.how() == KillPoint.How.ANY))
                .hasSize(7)
                .allMatch(it -> it.moment().compareTo(COURSE.duration()) < 0);
    }

    @Test
    void fewerKillsAreSpreadOverAllPoints() {
        List<KillPoint> points = KillPoint.all("start", COURSE, new SplittableRandom(1));
        assertThat(KillPoint.spread(points, 3, 0, 1)).containsExactly(points.get(0), points.get(7), points.get(14));
        assertThat(KillPoint.spread(points, 21, 0, 1)).isEqualTo(points);
        assertThat(KillPoint.spread(points, 21, 5, 6)).isEqualTo(points);
        assertThat(KillPoint.spread(points, 23, 0, 1)).hasSize(23).endsWith(points.get(0), points.get(1));
    }

    @Test
    void severalPartsTogetherLeaveNoPointOut() {
        List<KillPoint> points =
                KillPoint.all("start", new KillPoint.Course(47, Duration.ofSeconds(1)), new SplittableRandom(1));
        assertThat(IntStream.range(0, 6).boxed().flatMap(it -> KillPoint.spread(points, 50, it, 6).stream()))
                .hasSize(300)
                .containsAll(points);
    }

    @Test
    void tellsWhenItKills() {
        assertThat(new KillPoint("stop", KillPoint.How.BEFORE, 3, Duration.ZERO))
                .hasToString("stop, before call 3");
        assertThat(new KillPoint("stop", KillPoint.How.ANY, 3, Duration.ofMillis(12)))
                .hasToString("stop, after 12 ms");
    }

    @Test
    void theTallyCountsWhatDiedAndWhatWasLeft() {
        KillTally tally = new KillTally();
        tally.died("start", "after VolumeControl.online", List.of());
        tally.died("start", "after VolumeControl.online", List.of("the address 10.10.0.101"));
        tally.outlived();
        assertThat(tally.died()).isEqualTo(2);
        assertThat(tally.lines().stream().collect(Collectors.joining("\n")))
                .contains("2 processes died, 1 calls ended")
                .contains("2 in a start, after VolumeControl.online")
                .contains("1 left behind: nothing")
                .contains("1 left behind: the address 10.10.0.101");
        assertThat(tally.row(3, 1, 0)).contains("2 died, 1 calls ended before").contains("all converged");
        assertThat(tally.row(3, 1, 2)).contains("2 THINGS WRONG").doesNotContain("all converged");
    }
}
