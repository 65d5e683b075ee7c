package io.clp.windows.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.windows.lab.Outcome.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final Outcome A_BEGAN = new Outcome(Kind.STARTED, "A/a()", "");
    private static final Outcome A_PASSED = new Outcome(Kind.PASSED, "A/a()", "");
    private static final Outcome B_BEGAN = new Outcome(Kind.STARTED, "A/b()", "");
    private static final Outcome B_ABORTED = new Outcome(Kind.ABORTED, "A/b()", "Wine has none");
    private static final Outcome B_FAILED = new Outcome(Kind.FAILED, "A/b()", "boom");
    private static final Map<String, String> NONE_MAY_ABORT = Map.of();

    @Test
    void isContentWhenAsManyPassedAsTheFloorAsksFor() {
        Verdict verdict = Verdict.of(List.of(A_BEGAN, A_PASSED), 1, NONE_MAY_ABORT, 0);

        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.counts()).isEqualTo("1 passed, 0 failed, 0 aborted");
    }

    @Test
    void refusesFewerThanTheFloor() {
        assertThat(Verdict.of(List.of(A_BEGAN, A_PASSED), 2, NONE_MAY_ABORT, 0).problems())
                .containsExactly("1 tests passed, floor.txt asks for 2");
    }

    @Test
    void refusesARunOfNothing() {
        assertThat(Verdict.of(List.of(), 1, NONE_MAY_ABORT, 2).problems())
                .containsExactly(
                        "0 tests passed, floor.txt asks for 1", "no test failed, yet the run ended with exit code 2");
    }

    @Test
    void namesEveryTestThatFailedAndWhatItSaidFirst() {
        Verdict verdict = Verdict.of(List.of(A_BEGAN, A_PASSED, B_BEGAN, B_FAILED), 1, NONE_MAY_ABORT, 1);

        assertThat(verdict.problems()).containsExactly("failed: A/b() (boom)");
        assertThat(verdict.counts()).isEqualTo("1 passed, 1 failed, 0 aborted");
    }

    @Test
    void leavesTheStackOfAFailureOut() {
        Outcome deep = new Outcome(Kind.FAILED, "A/b()", "boom " + "at x ".repeat(1_000));

        assertThat(Verdict.of(List.of(A_BEGAN, A_PASSED, B_BEGAN, deep), 1, NONE_MAY_ABORT, 1)
                        .problems())
                .singleElement()
                .asString()
                .startsWith("failed: A/b() (boom at x")
                .endsWith(" ...)")
                .hasSizeLessThan(500);
    }

    @Test
    void refusesATestThatAbortsAndIsNotListed() {
        assertThat(Verdict.of(List.of(A_BEGAN, A_PASSED, B_BEGAN, B_ABORTED), 1, NONE_MAY_ABORT, 0)
                        .problems())
                .containsExactly("aborted and is not in aborted.txt: A/b() (Wine has none)");
    }

    @Test
    void acceptsATestThatAbortsAndIsListed() {
        Verdict verdict =
                Verdict.of(List.of(A_BEGAN, A_PASSED, B_BEGAN, B_ABORTED), 1, Map.of("A/b()", "Wine has none"), 0);

        assertThat(verdict.problems()).isEmpty();
        assertThat(verdict.counts()).isEqualTo("1 passed, 0 failed, 1 aborted");
    }

    @Test
    void refusesAListedTestThatPassesByNow() {
        assertThat(Verdict.of(List.of(A_BEGAN, A_PASSED), 1, Map.of("A/a()", "Wine has none"), 0)
                        .problems())
                .containsExactly("is in aborted.txt and did not abort: A/a()");
    }

    @Test
    void namesTheTestInWhichTheRunBrokeOff() {
        assertThat(Verdict.of(List.of(A_BEGAN, A_PASSED, B_BEGAN), 1, NONE_MAY_ABORT, 137)
                        .problems())
                .containsExactly(
                        "began and did not end: A/b()", "no test failed, yet the run ended with exit code 137");
    }
}
