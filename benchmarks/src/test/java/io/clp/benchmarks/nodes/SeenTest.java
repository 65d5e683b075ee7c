package io.clp.benchmarks.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenTest {
    private static final Asked OLD = Asked.of("0 1 node SV1");
    private static final Asked REFUSED = Asked.of("2 3 error refused");
    private static final Asked TIMEOUT = Asked.of("4 5 error timeout");
    private static final Asked NEW = Asked.of("6 9 node SV2");

    @Test
    void tellsTheInterruptionOfAMove() {
        Seen seen = Seen.of(List.of(OLD, OLD, REFUSED, TIMEOUT, REFUSED, NEW, NEW), "SV1", "SV2");
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.gap()).isEqualTo(Duration.ofNanos(8));
        assertThat(seen.errorsInWords()).isEqualTo("2 x refused, 1 x timeout");
    }

    @Test
    void aMoveThatNobodyNoticedHasNoErrors() {
        Seen seen = Seen.of(List.of(OLD, NEW), "SV1", "SV2");
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.errorsInWords()).isEqualTo("no error in between");
    }

    @Test
    void aRestartInPlaceIsAnInterruptionToo() {
        Seen seen = Seen.of(List.of(NEW, REFUSED, NEW), "SV2", "SV2");
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.errors()).containsEntry("refused", 1);
    }

    @Test
    void anErrorAfterTheInterruptionIsALoss() {
        Seen seen = Seen.of(List.of(OLD, REFUSED, NEW, TIMEOUT, NEW), "SV1", "SV2");
        assertThat(seen.problems()).containsExactly("an error after the interruption: timeout");
    }

    @Test
    void anAnswerOfTheNodeBeforeAfterTheMoveIsWrong() {
        Seen seen = Seen.of(List.of(OLD, REFUSED, NEW, OLD), "SV1", "SV2");
        assertThat(seen.problems()).containsExactly("an answer of SV1 after the interruption");
    }

    @Test
    void aSiteThatNeverComesBackIsLost() {
        assertThat(Seen.of(List.of(OLD, REFUSED), "SV1", "SV2").problems())
                .containsExactly("no good answer after the interruption");
        assertThat(Seen.of(List.of(REFUSED, NEW), "SV1", "SV2").problems())
                .containsExactly("no good answer before the interruption");
        assertThat(Seen.of(List.of(), "SV1", "SV2").problems()).isNotEmpty();
    }
}
