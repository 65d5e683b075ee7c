package io.clp.benchmarks.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.benchmarks.nodes.Seen.Silence;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeenTest {
    private static final long BEGUN = 10;
    private static final long ENDED = 100;
    private static final Asked OLD = Asked.of("8 9 node SV1");
    private static final Asked REFUSED = Asked.of("20 21 error refused");
    private static final Asked TIMEOUT = Asked.of("40 50 error timeout");
    private static final Asked NEW = Asked.of("60 69 node SV2");
    private static final Asked LATER = Asked.of("90 95 node SV2");

    private static Seen seen(Asked... asked) {
        return Seen.of(List.of(asked), "SV1", "SV2", BEGUN, ENDED);
    }

    @Test
    void tellsTheSilenceOfAMove() {
        Seen seen = seen(OLD, REFUSED, TIMEOUT, REFUSED, NEW, LATER);
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.silences()).hasSize(1);
        assertThat(seen.first().map(Silence::duration)).contains(Duration.ofNanos(60));
        assertThat(seen.first().map(Silence::errorsInWords)).contains("2 x refused, 1 x timeout");
    }

    @Test
    void aMoveWithoutErrorsIsASilenceToo() {
        Seen seen = seen(OLD, NEW);
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.first().map(Silence::errorsInWords)).contains("no error in between");
    }

    @Test
    void aSecondSilenceWithinTheMoveIsTold() {
        Seen seen = seen(OLD, REFUSED, NEW, REFUSED, LATER);
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.silences()).hasSize(2);
    }

    @Test
    void aRestartInPlaceIsASilence() {
        Seen seen = Seen.of(List.of(NEW, REFUSED, LATER), "SV2", "SV2", BEGUN, ENDED);
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.silences()).hasSize(1);
    }

    @Test
    void nothingNoticedIsNoSilence() {
        Seen seen = Seen.of(List.of(NEW, LATER), "SV2", "SV2", BEGUN, ENDED);
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.silences()).isEmpty();
    }

    @Test
    void anErrorOutsideOfTheMoveIsALoss() {
        Asked after = Asked.of("101 102 error timeout");
        Asked before = Asked.of("1 2 error broken");
        assertThat(seen(OLD, REFUSED, NEW, after, Asked.of("110 111 node SV2")).problems())
                .containsExactly("an error after the move: timeout");
        assertThat(seen(before, OLD, NEW).problems()).containsExactly("an error before the move: broken");
    }

    @Test
    void anAnswerOfTheNodeBeforeAfterTheMoveIsWrong() {
        assertThat(seen(OLD, REFUSED, NEW, OLD, LATER).problems()).contains("an answer of SV1 after one of SV2");
        assertThat(seen(OLD, Asked.of("60 69 node SV3"), LATER).problems())
                .contains("an answer of SV3 after one of SV1");
    }

    @Test
    void aSiteThatNeverComesBackIsLost() {
        assertThat(seen(OLD, REFUSED).problems()).containsExactly("no good answer of SV2 in the end");
        assertThat(seen(OLD).problems()).containsExactly("no good answer of SV2 in the end");
        assertThat(seen().problems()).containsExactly("no good answer of SV2 in the end");
    }
}
