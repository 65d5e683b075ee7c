package io.clp.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.failover.FailoverPolicy;
import io.clp.testkit.FaultOutcome;
import io.clp.testkit.FaultSchedule;
import io.clp.testkit.FaultTrial;
import org.junit.jupiter.api.Test;

/** Nodes whose clocks disagree, and what follows from it. */
class ClocksTest {
    private final FailoverGroup web =
            Bed.group("web", 1, FailoverPolicy.builder().restarts(1).build(), "SV1", "SV2", "SV3");
    private final FailoverGroup mail =
            Bed.group("mail", 2, FailoverPolicy.builder().failback(true).build(), "SV2", "SV1");

    /** One node forgets a failed start before the other does: the group went to and fro. */
    @Test
    void aGroupThatIsGivenBackAtOnceDoesNotReturnInACircle() {
        FaultOutcome outcome = FaultTrial.of(web, mail).run(FaultSchedule.parse("""
                        seed 704
                        DISCONNECT_ALL SV2 mail 735 PT0S
                        MOVE SV2 web 791 PT9M30.328S
                        STEP_CLOCK SV2 mail 124 PT2M48.059S
                        """));

        assertThat(outcome.broken()).isEmpty();
        assertThat(outcome.moves()).isLessThan(30);
    }
}
