package io.clp.rehearse.passage;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupId;
import io.clp.ServiceInterrupted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTextTest {
    @Test
    void alignsColumnsAndPutsTheLogBelowItsRow() {
        Passage passage = new Passage(
                "web fails over",
                true,
                ofSeconds(4),
                List.of(
                        new Row("SV1", "", "power off", ZERO, ofSeconds(2), true, List.of()),
                        new Row("SV2", "a-long-name", "online", ofSeconds(2), ofSeconds(1), false, List.of()),
                        new Row("SV2", "iis", "online", ofSeconds(2), ofSeconds(2), true, List.of("one", "two"))),
                0,
                List.of());

        assertThat(PassageText.lines(passage))
                .containsExactly(
                        "web fails over",
                        "  node  resource     operation      start   duration  |0 s                      4.000 s|",
                        "* SV1                power off    0.000 s    2.000 s  |################                |",
                        "  SV2   a-long-name  online       2.000 s    1.000 s  |                ========        |",
                        "* SV2   iis          online       2.000 s    2.000 s  |                ################|",
                        "      one",
                        "      two",
                        "  * and # critical path, = beside it");
    }

    @Test
    void saysWhatIsFoldedAndWhoWasInterrupted() {
        Passage passage = new Passage(
                "group1 starts",
                false,
                ZERO,
                List.of(),
                3,
                List.of(new ServiceInterrupted(GroupId.of("group2"), "W3SVC", ofMillis(1_234))));

        assertThat(PassageText.lines(passage))
                .endsWith(
                        "  * and # critical path, = beside it;"
                                + " 3 more took no time and logged nothing (probes, releases with nothing to do)",
                        "  group2 was without W3SVC for 1.234 s");
    }

    @Test
    void roundsToTheMillisecond() {
        assertThat(PassageText.seconds(Duration.ofNanos(1_499_999))).isEqualTo("0.001 s");
        assertThat(PassageText.seconds(Duration.ofNanos(1_500_000))).isEqualTo("0.002 s");
        assertThat(PassageText.seconds(Duration.ofHours(1))).isEqualTo("3600.000 s");
    }
}
