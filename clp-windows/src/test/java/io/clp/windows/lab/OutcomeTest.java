package io.clp.windows.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.clp.windows.lab.Outcome.Kind;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void aLineIsReadAsItWasWritten() {
        Outcome outcome = new Outcome(Kind.ABORTED, "A/b()", "Wine has none");

        assertThat(outcome.line()).isEqualTo("aborted\tA/b()\tWine has none");
        assertThat(Outcome.parse(outcome.line())).isEqualTo(outcome);
    }

    @Test
    void aReasonOfSeveralLinesAndTabsBecomesOne() {
        assertThat(new Outcome(Kind.FAILED, "A/b()", "\nexpected:\t1\r\n but was: 2\n").line())
                .isEqualTo("failed\tA/b()\texpected: 1 but was: 2");
    }

    @Test
    void refusesALineThatIsCutOff() {
        assertThatIllegalArgumentException().isThrownBy(() -> Outcome.parse("passed\tA/b()"));
        assertThatIllegalArgumentException().isThrownBy(() -> Outcome.parse("perhaps\tA/b()\t"));
    }
}
