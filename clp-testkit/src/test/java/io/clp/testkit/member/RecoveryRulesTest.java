package io.clp.testkit.member;

import static io.clp.testkit.member.Bed.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.CallRefusedException;
import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.MoveKind;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.StartCause;
import io.clp.failover.Claim;
import io.clp.failover.ClusterMember;
import io.clp.failover.FailoverPolicy;
import io.clp.failover.Fencer;
import io.clp.failover.FinalAction;
import io.clp.failover.Leave;
import io.clp.failover.LeaveReport;
import io.clp.failover.PlacementPolicy;
import io.clp.platform.ServiceState;
import io.clp.testkit.Act;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a failure leads to: restart, failover, final action; design rules 6.5 to 6.7. */
class RecoveryRulesTest {
    private static final NodeId SV1 = NodeId.of("SV1");
    private static final NodeId SV2 = NodeId.of("SV2");
    private static final NodeId SV3 = NodeId.of("SV3");

    private @Nullable Bed bed;

    private Bed bed(FailoverGroup... groups) {
        bed = new Bed(groups);
        return bed;
    }

    private static FailoverPolicy.Builder policy() {
        return FailoverPolicy.builder();
    }

    @AfterEach
    void close() {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void aServiceStoppedByHandIsRestartedInItsPlace() {
        FailoverGroup web = group("web", 1, policy().restarts(1).build(), "SV1", "SV2");
        Bed bed = bed(web).joinAll("SV1", "SV2");

        bed.machine("SV1").services().stop("App1");
        bed.advance(Duration.ofMinutes(2));

        assertThat(bed.machine("SV1").services().state("App1")).isEqualTo(ServiceState.RUNNING);
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.ONLINE);
        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV1, 1));
    }

    @Test
    void restartsUsedUpLeadToAFailover() {
        FailoverGroup web = group("web", 1, policy().restarts(1).build(), "SV1", "SV2");
        Bed bed = bed(web).joinAll("SV1", "SV2");

        bed.machine("SV1").services().stop("App1");
        bed.advance(Duration.ofMinutes(2));
        bed.machine("SV1").services().stop("App1");
        bed.advance(Duration.ofMinutes(2));

        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.ONLINE);
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.moves).anySatisfy(it -> {
            assertThat(it.kind()).isEqualTo(MoveKind.FAILOVER);
            assertThat(it.start()).isPresent();
            assertThat(it.outcome()).isEqualTo(Outcome.DONE);
        });
    }

    @Test
    void restartsCountAnewAfterAQuietPeriod() {
        FailoverGroup web = group(
                "web",
                1,
                policy().restarts(1).resetAfter(Duration.ofMinutes(15)).build(),
                "SV1",
                "SV2");
        Bed bed = bed(web).joinAll("SV1", "SV2");

        bed.machine("SV1").services().stop("App1");
        bed.advance(Duration.ofMinutes(20));
        bed.machine("SV1").services().stop("App1");
        bed.advance(Duration.ofMinutes(2));

        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV1, 1));
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void aFailedStartGoesOnToTheNextNode() {
        FailoverGroup web = group("web", 1, "SV1", "SV2", "SV3");
        Bed bed = bed(web);
        bed.machine("SV1").service("App1").failStart(1053);
        bed.machine("SV2").service("App1").failStart(1053);

        bed.joinAll("SV1", "SV2", "SV3");
        bed.settle();

        assertThat(bed.state("SV3", web)).isEqualTo(GroupState.ONLINE);
        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV3, 3));
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void aGroupThatStartsNowhereEndsOnSomeNodeAndIsNotTriedForEver() {
        FailoverGroup web = group("web", 1, "SV1", "SV2");
        Bed bed = bed(web);
        bed.machine("SV1").service("App1").failStart(1053);
        bed.machine("SV2").service("App1").failStart(1053);

        bed.joinAll("SV1", "SV2");
        bed.advance(Duration.ofMinutes(10));

        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.machine("SV1").service("App1").acts().size()
                        + bed.machine("SV2").service("App1").acts().size())
                .isLessThan(8);
    }

    @Test
    void aStopThatFailsKeepsTheGroup() {
        FailoverGroup web = group("web", 1, "SV1", "SV2");
        Bed bed = bed(web).joinAll("SV1", "SV2");
        bed.machine("SV1").service("App1").hangOnStop();
        bed.machine("SV1").service("App1").crash(); // and then somebody starts it again

        bed.machine("SV1").services().start("App1");
        bed.machine("SV1").volume(Bed.volume(1)).heldOpenBy("notepad");
        bed.advance(Duration.ofHours(1));

        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV1, 1));
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void failoversUpToTheCountAndNoFurther() {
        FailoverGroup web = group("web", 1, policy().failovers(1).build(), "SV1", "SV2", "SV3");
        Bed bed = bed(web).joinAll("SV1", "SV2", "SV3");

        bed.powerOff("SV1");
        bed.settle();
        bed.powerOff("SV2");
        bed.settle();

        assertThat(bed.state("SV3", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV2, 2));

        bed.advance(Duration.ofHours(7));
        bed.settle();
        assertThat(bed.state("SV3", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void aManualGroupStaysWhereItsNodeWasLost() {
        FailoverGroup web = group("web", 1, policy().automatic(false).build(), "SV1", "SV2");
        Bed bed = bed(web).joinAll("SV1", "SV2");

        bed.powerOff("SV1");
        bed.settle();

        assertThat(bed.fenced).isEmpty();
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void aLostNodesManualGroupIsTakenOverByHand() {
        FailoverGroup web = group("web", 1, policy().automatic(false).build(), "SV1", "SV2");
        Bed bed = bed(web).joinAll("SV1", "SV2");
        bed.powerOff("SV1");
        bed.settle();

        assertThat(bed.member("SV2").start(web).cause()).isEqualTo(StartCause.FAILOVER);
        bed.settle();

        assertThat(bed.fenced).containsExactly(NodeId.of("SV1"));
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.ONLINE);
        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(NodeId.of("SV2"), 2));
        assertThat(bed.moves).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(MoveKind.FAILOVER);
            assertThat(it.from()).isEqualTo(NodeId.of("SV1"));
        });
    }

    @Test
    void aTakeoverByHandWhoseAnswerWasLostIsOneStill() {
        FailoverGroup web = group("web", 1, policy().automatic(false).build(), "SV1", "SV2");
        Bed bed = bed(web).joinAll("SV1", "SV2");
        bed.powerOff("SV1");
        bed.settle();

        bed.register.answersLost = 1;
        assertThat(bed.member("SV2").start(web).cause()).isEqualTo(StartCause.FAILOVER);

        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(NodeId.of("SV2"), 2));
    }

    @Test
    void aTakeoverByHandNeedsTheFencersWordToo() {
        FailoverGroup web = group("web", 1, policy().automatic(false).build(), "SV1", "SV2");
        Bed bed = bed(web).joinAll("SV1", "SV2");
        bed.fencerSays = Fencer.Result.UNKNOWN;
        bed.powerOff("SV1");
        bed.settle();

        for (int i = 1; i <= 2; i++) {
            assertThatThrownBy(() -> bed.member("SV2").start(web))
                    .isInstanceOf(CallRefusedException.class)
                    .hasMessageContaining("SV1 is lost and may still run the group: it could not be fenced");
            assertThat(bed.fenced)
                    .as("whoever asks again has it looked at again")
                    .hasSize(i);
        }
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(NodeId.of("SV1"), 1));
    }

    @Test
    void whoeverAcceptsTheRiskTakesOverByHandUnfenced() {
        FailoverGroup web = group("web", 1, policy().automatic(false).build(), "SV1", "SV2");
        Bed bed = bed(web);
        bed.fencerSays = Fencer.Result.UNKNOWN;
        bed.with(ClusterMember.Builder::acceptUnfenced).joinAll("SV1", "SV2");
        bed.powerOff("SV1");
        bed.settle();

        bed.member("SV2").start(web);

        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void whoComesBackWhileItIsToBeFencedKeepsItsGroup() {
        FailoverGroup web = group("web", 1, policy().automatic(false).build(), "SV1", "SV2");
        Bed bed = bed(web);
        bed.with(it -> it.fencer(node -> {
                    bed.register.alive("SV1", true);
                    return Fencer.Result.UNKNOWN;
                }))
                .joinAll("SV1", "SV2");
        bed.register.alive("SV1", false);
        bed.settle();

        assertThatThrownBy(() -> bed.member("SV2").start(web))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("SV1 has the group");
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void failbackIsManualUnlessAsked() {
        FailoverGroup web = group("web", 1, "SV1", "SV2");
        Bed bed = bed(web).joinAll("SV1", "SV2");
        bed.powerOff("SV1");
        bed.settle();

        bed.machine("SV1").boot();
        bed.join("SV1");
        bed.advance(Duration.ofHours(1));
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.ONLINE);

        assertThat(bed.member("SV2").failback(web).kind()).isEqualTo(MoveKind.FAILBACK);
        bed.settle();
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void aGroupReturnsByItselfWhereItIsAskedTo() {
        FailoverGroup web = group("web", 1, policy().failback(true).build(), "SV1", "SV2");
        Bed bed = bed(web).joinAll("SV1", "SV2");
        bed.powerOff("SV1");
        bed.settle();

        bed.machine("SV1").boot();
        bed.join("SV1");
        bed.settle();

        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.ONLINE);
        assertThat(bed.moves).anySatisfy(it -> {
            assertThat(it.kind()).isEqualTo(MoveKind.FAILBACK);
            assertThat(it.from()).isEqualTo(SV2);
        });
    }

    @Test
    void theFinalActionRunsOnceForAFailureThatNothingHelps() {
        List<String> paged = new ArrayList<>();
        FailoverGroup web = group(
                "web",
                1,
                policy().automatic(false)
                        .finalAction(FinalAction.of("page someone", it -> paged.add(it.group() + " on " + it.node())))
                        .build(),
                "SV1",
                "SV2");
        Bed bed = bed(web).joinAll("SV1", "SV2");

        bed.machine("SV1").services().stop("App1");
        bed.advance(Duration.ofHours(1));

        assertThat(paged).containsExactly("web on SV1");
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.ONLINE_FAILURE);
    }

    @Test
    void theFinalActionDoesNotRunWhereNoOtherNodeIsThere() {
        List<String> paged = new ArrayList<>();
        FailoverGroup web = group(
                "web",
                1,
                policy().finalAction(FinalAction.of("page someone", it -> paged.add(it.why())))
                        .build(),
                "SV1",
                "SV2");
        Bed bed = bed(web).joinAll("SV1");

        bed.machine("SV1").services().stop("App1");
        bed.advance(Duration.ofHours(1));

        assertThat(paged).isEmpty();
    }

    @Test
    void theFinalActionMayStopTheGroup() {
        FailoverGroup web = group(
                "web",
                1,
                policy().automatic(false).finalAction(FinalAction.stopGroup()).build(),
                "SV1",
                "SV2");
        Bed bed = bed(web).joinAll("SV1", "SV2");

        bed.machine("SV1").services().stop("App1");
        bed.advance(Duration.ofHours(1));

        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.register.claimOf("web")).isInstanceOf(Claim.Free.class);
    }

    @Test
    void theFinalActionMayStopTheMember() {
        FailoverGroup web = group(
                "web",
                1,
                policy().automatic(false).finalAction(FinalAction.stopMember()).build(),
                "SV1",
                "SV2");
        Bed bed = bed(web).joinAll("SV1", "SV2");

        bed.machine("SV1").services().stop("App1");
        bed.advance(Duration.ofMinutes(5));

        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void suspendedMonitorsSeeNothing() {
        FailoverGroup web = group("web", 1, policy().restarts(1).build(), "SV1", "SV2");
        Bed bed = bed(web).joinAll("SV1", "SV2");

        bed.member("SV1").suspendMonitors();
        bed.machine("SV1").services().stop("App1");
        bed.advance(Duration.ofHours(1));
        assertThat(bed.machine("SV1").services().state("App1")).isEqualTo(ServiceState.STOPPED);

        bed.member("SV1").resumeMonitors();
        bed.advance(Duration.ofMinutes(2));
        assertThat(bed.machine("SV1").services().state("App1")).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void aPlannedStopIsNoFailure() {
        FailoverGroup web = group("web", 1, "SV1", "SV2");
        Bed bed = bed(web).joinAll("SV1", "SV2");
        bed.machine("SV1").service("App1").stopTakes(Duration.ofSeconds(90));

        bed.member("SV1").stop(web);
        bed.advance(Duration.ofHours(1));

        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.moves).isEmpty();
    }

    @Test
    void aGroupThatStartsAfterALostOneWaitsUntilItsLimit() {
        FailoverGroup db = group("db", 1, "SV1");
        FailoverGroup web = group(
                "web",
                2,
                FailoverPolicy.defaults(),
                PlacementPolicy.builder()
                        .startAfter("db")
                        .orderLimit(Duration.ofMinutes(2))
                        .build(),
                "SV2",
                "SV3");
        Bed bed = bed(db, web).joinAll("SV1", "SV2", "SV3");

        bed.powerOff("SV1");
        bed.powerOff("SV2");
        bed.advance(Duration.ofMinutes(1));
        assertThat(bed.state("SV3", web)).isEqualTo(GroupState.OFFLINE);

        bed.advance(Duration.ofMinutes(2));
        assertThat(bed.state("SV3", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void whoLeavesStopsWhatStartedLaterFirst() {
        FailoverGroup db = group("db", 1, "SV1", "SV2");
        FailoverGroup web = group(
                "web",
                2,
                FailoverPolicy.defaults(),
                PlacementPolicy.builder().startAfter("db").build(),
                "SV1",
                "SV2");
        Bed bed = bed(db, web).joinAll("SV1", "SV2");
        bed.machine("SV1").service("App2").stopTakes(Duration.ofSeconds(20));

        LeaveReport report = bed.member("SV1").leave(Leave.MOVE_GROUPS, Duration.ofMinutes(5));

        assertThat(report.outcome()).isEqualTo(Outcome.DONE);
        Duration dbStops = lastAct(bed, "App1").at();
        Duration webStops = lastAct(bed, "App2").at();
        assertThat(dbStops.minus(webStops)).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
        assertThat(bed.state("SV2", db)).isEqualTo(GroupState.ONLINE);
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.ONLINE);
    }

    private static Act lastAct(Bed bed, String service) {
        List<Act> acts = bed.machine("SV1").service(service).acts();
        return acts.get(acts.size() - 1);
    }
}
