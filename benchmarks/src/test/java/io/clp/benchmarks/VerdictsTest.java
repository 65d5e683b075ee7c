package io.clp.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictsTest {
    private static final IdleGroup IDLE = new IdleGroup(0, 20 * 1_024);
    private static final FailureToOnline ONLINE = new FailureToOnline(Duration.ofMillis(5), 1, 100);
    private static final FailureToOnline LATE = new FailureToOnline(Duration.ofNanos(5_000_001), 1, 100);

    @Test
    void oneTimesHoldsWhereTheIntervalsOverlapAndNotBeyond() {
        Score theirs = score("ChainOfFive", "FUTURES", 10, 1);

        assertThat(holds(theirs, score("ChainOfFive", "ENGINE", 9, 0))).isTrue();
        assertThat(holds(theirs, score("ChainOfFive", "ENGINE", 12, 1))).isTrue();
        assertThat(holds(theirs, score("ChainOfFive", "ENGINE", 12.5, 1))).isFalse();
    }

    @Test
    void aFactorAboveOneHoldsByTheScoresAlone() {
        Score theirs = score("ThousandNoOps", "FUTURES", 10, 5);

        assertThat(holds(theirs, score("ThousandNoOps", "ENGINE", 15, 5))).isTrue();
        assertThat(holds(theirs, score("ThousandNoOps", "ENGINE", 15.1, 5))).isFalse();
    }

    @Test
    void sleepsAreComparedWithTheBestLibraryAndWithTheBarePool() {
        List<Score> scores = List.of(
                score("HundredSleeps", "FUTURES", 20, 0),
                score("HundredSleeps", "GUAVA", 10, 0),
                score("HundredSleeps", "BARE_POOL", 9, 0),
                score("HundredSleeps", "TIMELINE", 1, 0),
                score("HundredSleeps", "ENGINE", 9.9, 0));

        assertThat(Verdicts.of(scores, IDLE, ONLINE))
                .extracting(Verdicts.Verdict::limit)
                .containsExactly(
                        "HundredSleeps: at most 1.0 x GUAVA",
                        "HundredSleeps: at most 1.1 x BARE_POOL",
                        "FailureToOnline: at most 5 ms of virtual time beside detection and critical path",
                        "IdleGroup: no thread, at most 20 KiB");
        assertThat(Verdicts.of(scores, IDLE, ONLINE)).allMatch(Verdicts.Verdict::holds);
    }

    @Test
    void theSimulationAndTheIdleGroupHaveLimitsOfTheirOwn() {
        assertThat(Verdicts.of(
                        List.of(score("SimulatedFailover", "", 1_999, 1), score("VirtualHour", "", 36.1, 1)),
                        new IdleGroup(1, 0),
                        LATE))
                .hasSize(4)
                .noneMatch(Verdicts.Verdict::holds);
        assertThat(Verdicts.of(
                        List.of(score("SimulatedFailover", "", 2_000, 1), score("VirtualHour", "", 36, 1)),
                        IDLE,
                        ONLINE))
                .hasSize(4)
                .allMatch(Verdicts.Verdict::holds);
    }

    @Test
    void plansHaveALimitOfTimeAndOneOfGrowth() {
        assertThat(Verdicts.of(plans(1, 10, 150), IDLE, ONLINE)).hasSize(5).allMatch(Verdicts.Verdict::holds);
        assertThat(Verdicts.of(plans(1.1, 10.1, 152), IDLE, ONLINE))
                .filteredOn(it -> !it.holds())
                .extracting(Verdicts.Verdict::limit)
                .containsExactly(
                        "PlanAfterLoss 100: at most 1 us/op",
                        "PlanAfterLoss 1000: at most 10 us/op",
                        "PlanAfterLoss: 10000 at most 15 x 1000");
    }

    @Test
    void aMembersEventAndAClustersFailoverHaveLimits() {
        assertThat(Verdicts.of(members(50, 2_000), IDLE, ONLINE)).hasSize(5).allMatch(Verdicts.Verdict::holds);
        assertThat(Verdicts.of(members(50.1, 1_999), IDLE, LATE))
                .filteredOn(it -> !it.holds())
                .extracting(Verdicts.Verdict::limit)
                .containsExactly(
                        "MemberEventWithNothingToDo LOOK: at most 50 us/op",
                        "MemberEventWithNothingToDo TICK: at most 50 us/op",
                        "SimulatedClusterFailover: at least 2000 us/op",
                        "FailureToOnline: at most 5 ms of virtual time beside detection and critical path");
    }

    @Test
    void aConfigurationAndARehearsalHaveLimits() {
        assertThat(Verdicts.of(configurations(300, 1), IDLE, ONLINE)).hasSize(4).allMatch(Verdicts.Verdict::holds);
        assertThat(Verdicts.of(configurations(300.1, 1.1), IDLE, ONLINE))
                .filteredOn(it -> !it.holds())
                .extracting(Verdicts.Verdict::limit)
                .containsExactly("RehearsedFailover: at most 1 us/op", "ReadConfiguration 1000: at most 300 us/op");
    }

    private static List<Score> configurations(double read, double rehearsed) {
        return List.of(score("ReadConfiguration", "1000", read, 0), score("RehearsedFailover", "", rehearsed, 0));
    }

    private static List<Score> members(double event, double failovers) {
        return List.of(
                score("MemberEventWithNothingToDo", "LOOK", event, 0),
                score("MemberEventWithNothingToDo", "TICK", event, 0),
                score("SimulatedClusterFailover", "", failovers, 0));
    }

    private static List<Score> plans(double hundred, double thousand, double tenThousand) {
        return List.of(
                score("PlanAfterLoss", "100", hundred, 0),
                score("PlanAfterLoss", "1000", thousand, 0),
                score("PlanAfterLoss", "10000", tenThousand, 0));
    }

    @Test
    void thePageSaysWhatDoesNotHold() {
        List<Score> scores = List.of(score("ChainOfFive", "FUTURES", 10, 1), score("ChainOfFive", "ENGINE", 20, 1));

        assertThat(ResultText.of(List.of("JDK: a"), scores, Verdicts.of(scores, IDLE, ONLINE)))
                .contains("| ChainOfFive: at most 1.0 x FUTURES | 2.00 x | **does not hold** |")
                .contains("| ChainOfFive | FUTURES | 10.000 | 9.000 to 11.000 | us/op | 100 | 2.00 x |");
    }

    private static boolean holds(Score theirs, Score ours) {
        return Verdicts.of(List.of(theirs, ours), IDLE, ONLINE).get(0).holds();
    }

    private static Score score(String job, String peer, double value, double error) {
        return new Score(job, peer, value, value - error, value + error, "us/op", 100);
    }
}
