package io.clp.testkit.member;

import static io.clp.testkit.member.Bed.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.CallRefusedException;
import io.clp.FailoverGroup;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.MoveReport;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.failover.Claim;
import io.clp.failover.Leave;
import io.clp.failover.LeaveReport;
import io.clp.resource.ServiceTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people ask of members, and what is refused without having changed anything. */
class CallRulesTest {
    private static final NodeId SV1 = NodeId.of("SV1");
    private static final NodeId SV2 = NodeId.of("SV2");
    private static final NodeId SV3 = NodeId.of("SV3");
    private static final Duration MINUTES = Duration.ofMinutes(4);

    private final FailoverGroup web = group("web", 1, "SV1", "SV2", "SV3");
    private final FailoverGroup mail = group("mail", 2, "SV2", "SV1");
    private final Bed bed = new Bed(web, mail);

    @AfterEach
    void close() {
        bed.close();
    }

    private void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String why) {
        Claim before = bed.register.claimOf("web");
        assertThatThrownBy(call).isInstanceOf(CallRefusedException.class).hasMessageContaining(why);
        bed.settle();
        assertThat(bed.register.claimOf("web")).isEqualTo(before);
    }

    @Test
    void aMoveTellsBothHalves() {
        bed.joinAll("SV1", "SV2", "SV3");

        MoveReport report = bed.member("SV1").move(web, SV3);
        bed.settle();

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.owner()).isEqualTo(SV3);
        assertThat(report.stop()).isPresent();
        assertThat(bed.state("SV3", web)).isEqualTo(GroupState.ONLINE);
        assertThat(bed.moves).hasSize(2).anySatisfy(it -> assertThat(it.start()).isPresent());
    }

    @Test
    void callsOnTheWrongNodeAreRefused() {
        bed.joinAll("SV1", "SV2", "SV3");

        refused(() -> bed.member("SV2").move(web, SV3), "SV1 has the group");
        refused(() -> bed.member("SV2").stop(web), "SV1 has the group");
        refused(() -> bed.member("SV2").start(web), "SV1 has the group");
        refused(() -> bed.member("SV3").start(mail), "SV2 has the group");
        refused(() -> bed.member("SV1").drain(SV2, MINUTES), "its own member");
    }

    @Test
    void aMoveToANodeThatCannotHaveItIsRefused() {
        bed.joinAll("SV1", "SV2", "SV3");

        refused(() -> bed.member("SV1").move(web, NodeId.of("SV9")), "not in the group's list");
        refused(() -> bed.member("SV1").move(web, SV1), "already");
        bed.powerOff("SV3");
        bed.settle();
        refused(() -> bed.member("SV1").move(web, SV3), "SV3");
        refused(() -> bed.member("SV1").failback(web), "no node before SV1");
    }

    @Test
    void aSecondMoveDuringAMoveIsRefused() {
        bed.joinAll("SV1", "SV2", "SV3");
        bed.machine("SV1").service("App1").stopTakes(Duration.ofSeconds(20));

        CompletableFuture<MoveReport> first = bed.member("SV1").moveAsync(web, SV2);
        assertThatThrownBy(() -> bed.member("SV1").move(web, SV3))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("under way");
        bed.settle();

        assertThat(first).isCompletedWithValueMatching(it -> it.outcome() == Outcome.DONE);
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void callsBeforeJoiningAndAfterLeavingAreRefused() {
        bed.begin("SV1");
        refused(() -> bed.member("SV1").start(web), "not joined");
        bed.member("SV1").join();
        bed.settle();
        bed.member("SV1").close();
        assertThatThrownBy(() -> bed.member("SV1").start(web))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("left");
    }

    @Test
    void aStopThatHangsKeepsTheGroupAndIsNotResumedAsAMove() {
        bed.joinAll("SV1", "SV2", "SV3");
        bed.machine("SV1").service("App1").hangOnStop();

        GroupOperationException failed = catchThrowableOfType(
                GroupOperationException.class, () -> bed.member("SV1").move(web, SV2));

        assertThat(failed.report().outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(failed.report().failures().get(0).error()).isInstanceOf(ServiceTimeoutException.class);
        bed.advance(Duration.ofHours(6));
        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV1, 1));

        bed.machine("SV1").service("App1").release();
        bed.settle();
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.member("SV1").move(web, SV2).outcome()).isEqualTo(Outcome.DONE);
        bed.settle();
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void whatIsStoppedByHandStaysStoppedUntilSomebodyAsks() {
        bed.joinAll("SV1", "SV2", "SV3");

        bed.member("SV1").stop(web);
        bed.advance(Duration.ofHours(1));
        assertThat(bed.register.claimOf("web")).isInstanceOf(Claim.Free.class);
        bed.killProcess("SV1");
        bed.join("SV1");
        bed.advance(Duration.ofHours(1));
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.OFFLINE);

        bed.member("SV3").start(web);
        assertThat(bed.state("SV3", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void whereNoMemosAreKeptAStopByHandMayBeUndoneByAnotherNode() {
        bed.register.keepsMemos = false;
        bed.joinAll("SV1", "SV2", "SV3");

        bed.member("SV1").stop(web);
        bed.settle();
        bed.advance(Duration.ofMinutes(2));

        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.state("SV2", web)).as("see Coordination.remember").isEqualTo(GroupState.ONLINE);
    }

    @Test
    void aStartWhoseAnswerWasLostIsAnsweredByWhatCameOfIt() {
        bed.joinAll("SV1", "SV2", "SV3");
        bed.member("SV1").stop(web);

        bed.register.answersLost = 1;
        assertThat(bed.member("SV1").start(web).outcome()).isEqualTo(Outcome.DONE);

        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV1, 2));
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void aStartWhoseClaimDidNotArriveIsTriedAgain() {
        bed.joinAll("SV1", "SV2", "SV3");
        bed.member("SV1").stop(web);

        bed.register.requestsLost = 3;
        assertThat(bed.member("SV1").start(web).outcome()).isEqualTo(Outcome.DONE);

        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV1, 2));
    }

    @Test
    void aStartOfWhichNothingBecomesKnownIsIndeterminate() {
        bed.joinAll("SV1", "SV2", "SV3");
        bed.member("SV1").stop(web);

        bed.register.requestsLost = 1_000;
        assertThatThrownBy(() -> bed.member("SV1").start(web))
                .isInstanceOfSatisfying(
                        GroupOperationException.class,
                        it -> assertThat(it.report().outcome()).isEqualTo(Outcome.INDETERMINATE))
                .hasMessageContaining("may start here yet");
        assertThat(bed.register.requestsLost).as("not asked again and again").isGreaterThan(960);
    }

    @Test
    void drainMovesEverythingAwayAndTakesNothingMore() {
        bed.joinAll("SV1", "SV2", "SV3");

        LeaveReport report = bed.member("SV1").drain(SV1, MINUTES);
        bed.settle();

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        assertThat(report.groups()).containsKey(web.id());
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.ONLINE);
        bed.powerOff("SV2");
        bed.settle();
        assertThat(bed.state("SV3", web)).isEqualTo(GroupState.ONLINE);
        assertThat(bed.state("SV1", mail)).isEqualTo(GroupState.OFFLINE);

        bed.member("SV1").undrain();
        bed.settle();
        bed.advance(Duration.ofMinutes(2));
        assertThat(bed.state("SV1", mail)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void leavingMovesStopsOrLeavesRunningAsAsked() {
        bed.joinAll("SV1", "SV2", "SV3");

        assertThat(bed.member("SV2").leave(Leave.MOVE_GROUPS, MINUTES).outcome())
                .isEqualTo(Outcome.DONE);
        bed.expire("SV2");
        bed.settle();
        assertThat(bed.state("SV1", mail)).isEqualTo(GroupState.ONLINE);

        assertThat(bed.member("SV3").leave(Leave.STOP_GROUPS, MINUTES).outcome())
                .isEqualTo(Outcome.DONE);
        bed.expire("SV3");
        assertThat(bed.member("SV1").leave(Leave.LEAVE_RUNNING, MINUTES).outcome())
                .isEqualTo(Outcome.DONE);
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.ONLINE);
        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV1, 1));
    }

    @Test
    void aPlanTellsWhatWouldBeDoneAndDoesNothing() {
        bed.joinAll("SV1", "SV2", "SV3");

        assertThat(bed.member("SV2").plan(web).toString()).contains("web").contains("SV1");
        assertThat(bed.member("SV2").plan(web).actions()).isEmpty();
        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV1, 1));
    }
}
