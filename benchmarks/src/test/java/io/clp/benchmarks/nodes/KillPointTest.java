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
    void everyCallIsDrawnBeforeAndAfter() {
        SplittableRandom random = new SplittableRandom(1);
        List<KillPoint> points = IntStream.range(0, 1_000)
                .mapToObj(it -> KillPoint.draw("start", COURSE, random))
                .toList();
        for (KillPoint.How how : KillPoint.How.values()) {
            assertThat(points.stream().filter(it -> it.how() == how).map(KillPoint::call))
                    .contains(1, 2, 3, 4, 5, 6, 7)
                    .allMatch(it -> it >= 1 && it <= 7);
        }
        assertThat(points).allMatch(it -> it.moment().compareTo(COURSE.duration()) < 0);
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
        KillPoint point = new KillPoint("start", KillPoint.How.AFTER, 1, Duration.ZERO);
        tally.died(point, List.of());
        tally.died(point, List.of("the address 10.10.0.101"));
        tally.outlived();
        assertThat(tally.died()).isEqualTo(2);
        assertThat(tally.lines().stream().collect(Collectors.joining("\n")))
                .contains("2 processes died, 1 calls ended")
                .contains("2 killed in a start, after a call on the platform")
                .contains("1 left behind: nothing")
                .contains("1 left behind: the address 10.10.0.101");
    }
}
