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
import io.clp.failover.Connection;
import io.clp.failover.Fencer;
import io.clp.platform.ServiceState;
import io.clp.testkit.Act;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may host a group, and when: design rules 6.1 to 6.4. */
class OwnershipRulesTest {
    private static final NodeId SV1 = NodeId.of("SV1");
    private static final NodeId SV2 = NodeId.of("SV2");

    private final FailoverGroup web = group("web", 1, "SV1", "SV2", "SV3");
    private final Bed bed = new Bed(web);

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void theFirstNodeOfTheListStartsTheGroup() {
        bed.joinAll("SV1", "SV2", "SV3");

        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV1, 1));
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.ONLINE);
        assertThat(bed.member("SV2").ownerOf(web)).contains(SV1);
    }

    @Test
    void aTakeoverNeedsTheFencersWord() {
        bed.joinAll("SV1", "SV2", "SV3");

        bed.powerOff("SV1");
        bed.settle();

        assertThat(bed.fenced).containsExactly(SV1);
        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV2, 2));
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.ONLINE);
        assertThat(bed.moves).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(MoveKind.FAILOVER);
            assertThat(it.from()).isEqualTo(SV1);
            assertThat(it.start().orElseThrow().cause()).isEqualTo(StartCause.FAILOVER);
        });
    }

    @Test
    void theEndOfASessionAloneIsNoTakeover() {
        bed.fencerSays = Fencer.Result.UNKNOWN;
        bed.joinAll("SV1", "SV2", "SV3");

        bed.killProcess("SV1"); // its service runs on
        bed.expire("SV1");
        bed.settle();
        bed.advance(Duration.ofHours(1));

        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV1, 1));
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.machine("SV1").services().state("App1")).isEqualTo(ServiceState.RUNNING);
        assertThat(bed.fenced).as("asked again from time to time").hasSizeBetween(10, 300);
    }

    @Test
    void whoeverAcceptsTheRiskTakesOverUnfenced() {
        bed.fencerSays = Fencer.Result.UNKNOWN;
        bed.with(ClusterMember.Builder::acceptUnfenced).joinAll("SV1", "SV2", "SV3");

        bed.powerOff("SV1");
        bed.settle();

        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void aNodeThatCameBackAndWasLostAgainIsFencedAnew() {
        bed.joinAll("SV1", "SV2", "SV3");
        bed.powerOff("SV1");
        bed.settle();
        bed.machine("SV1").boot();
        bed.join("SV1");
        bed.settle();
        bed.member("SV2").move(web, SV1);
        bed.settle();

        bed.powerOff("SV1");
        bed.settle();

        assertThat(bed.fenced).containsExactly(SV1, SV1);
        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV2, 4));
    }

    @Test
    void aRestartedProcessKeepsWhatItFindsOnlineUnderANewEpoch() {
        bed.joinAll("SV1", "SV2");

        bed.killProcess("SV1");
        bed.join("SV1");
        bed.settle();

        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV1, 2));
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.ONLINE);
        assertThat(bed.machine("SV1").service("App1").acts()).hasSize(1);
    }

    @Test
    void whatIsFoundWithoutTheRightToItIsTakenOfflineBeforeAnythingStarts() {
        bed.begin("SV1");
        bed.machine("SV1").services().start("App1"); // by hand, say
        bed.settle();

        bed.member("SV1").join();
        bed.settle();

        assertThat(bed.machine("SV1").service("App1").acts())
                .extracting(Act::what)
                .containsExactly("start: DONE", "stop: DONE", "start: DONE");
    }

    @Test
    void outOfContactNothingIsStartedOrMoved() {
        bed.joinAll("SV1", "SV2", "SV3");

        bed.connection("SV2", Connection.SUSPENDED);
        bed.powerOff("SV1");
        bed.register.alive("SV3", false);
        bed.settle();

        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.OFFLINE);
        assertThatThrownBy(() -> bed.member("SV2").start(web))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("out of reach");
    }

    @Test
    void outOfContactTheOwnerKeepsRunning() {
        bed.joinAll("SV1", "SV2");

        bed.connection("SV1", Connection.SUSPENDED);
        bed.advance(Duration.ofMinutes(1));

        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void lostContactTakesTheGroupsOfflineAtOnce() {
        bed.fencerSays = Fencer.Result.UNKNOWN;
        bed.joinAll("SV1", "SV2");

        bed.cutOff("SV1");
        bed.settle();

        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV1, 1));
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void lostContactCutsAStartShort() {
        bed.begin("SV1");
        bed.machine("SV1").service("App1").startTakes(Duration.ofMinutes(1));
        bed.member("SV1").join();
        bed.advance(Duration.ofSeconds(5));
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.ONLINE_PENDING);

        bed.cutOff("SV1");
        bed.settle();

        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.OFFLINE);
        assertThat(bed.machine("SV1").services().state("App1")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void regainedContactBringsBackWhatNobodyTook() {
        bed.fencerSays = Fencer.Result.UNKNOWN;
        bed.joinAll("SV1", "SV2");
        bed.cutOff("SV1");
        bed.settle();

        bed.heal("SV1");
        bed.settle();

        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.ONLINE);
        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV1, 1));
    }

    @Test
    void afterAnOutageOfAllNobodyIsFencedBeforeItHadTimeToCome() {
        bed.register.session = Optional.of(Duration.ofSeconds(15));
        bed.joinAll("SV1", "SV2");
        bed.advance(Duration.ofMinutes(1));
        bed.connection("SV2", Connection.LOST);
        bed.cutOff("SV1");
        bed.cutOff("SV2");
        bed.settle();

        bed.heal("SV2");
        bed.advance(Duration.ofSeconds(14));
        assertThat(bed.fenced).isEmpty();
        assertThat(bed.member("SV2").plan(web).toString()).contains("SV1 has not come yet, and may");

        bed.heal("SV1");
        bed.settle();
        assertThat(bed.fenced).isEmpty();
        assertThat(bed.register.claimOf("web")).isEqualTo(new Claim.HeldBy(SV1, 1));
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void aNodeThatDiedDuringTheOutageIsFencedAfterASession() {
        bed.register.session = Optional.of(Duration.ofSeconds(15));
        bed.joinAll("SV1", "SV2");
        bed.advance(Duration.ofMinutes(1));
        bed.cutOff("SV2");
        bed.powerOff("SV1");

        bed.heal("SV2");
        bed.advance(Duration.ofSeconds(14));
        assertThat(bed.fenced).isEmpty();

        bed.advance(Duration.ofSeconds(2));
        bed.settle();
        assertThat(bed.fenced).containsExactly(SV1);
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void theFirstToJoinWaitsForThoseThatHaveClaims() {
        bed.register.session = Optional.of(Duration.ofSeconds(15));
        bed.joinAll("SV1", "SV2");
        bed.powerOff("SV2");
        bed.powerOff("SV1");
        bed.advance(Duration.ofMinutes(1));

        bed.machine("SV2").boot();
        bed.join("SV2");
        bed.advance(Duration.ofSeconds(14));
        assertThat(bed.fenced).isEmpty();

        bed.machine("SV1").boot();
        bed.join("SV1");
        bed.settle();
        assertThat(bed.fenced).isEmpty();
        assertThat(bed.state("SV1", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void whoWasThereWhenThisNodeCameIsLostAtOnce() {
        bed.register.session = Optional.of(Duration.ofMinutes(5));
        bed.joinAll("SV1", "SV2");

        bed.powerOff("SV1");
        bed.advance(Duration.ofSeconds(10));

        assertThat(bed.fenced).containsExactly(SV1);
        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void anOutageDelaysNoGroupThatNobodyHas() {
        bed.register.session = Optional.of(Duration.ofSeconds(15));
        bed.with(it -> it.waitForNodes(Duration.ZERO));
        bed.join("SV2");
        bed.advance(Duration.ofSeconds(10));

        assertThat(bed.state("SV2", web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void aGroupReleasedForANodeThatDoesNotComeGoesToAnother() {
        bed.joinAll("SV1", "SV2", "SV3");
        bed.killProcess("SV2"); // its session lives on, and nobody answers

        assertThatThrownBy(() -> bed.member("SV1").move(web, SV2)).hasMessageContaining("did not bring it online");
        bed.settle();

        assertThat(bed.register.claimOf("web")).isInstanceOfSatisfying(Claim.HeldBy.class, it -> assertThat(it.owner())
                .isNotEqualTo(SV2));
        assertThat(bed.moves).anySatisfy(it -> assertThat(it.outcome()).isEqualTo(Outcome.FAILED));
    }

    @Test
    void aMemberThatCannotReachTheCoordinationDoesNotJoin() {
        ClusterMember alone = bed.begin("SV1");
        bed.connection("SV1", Connection.LOST);

        assertThatThrownBy(alone::join).isInstanceOf(CallRefusedException.class).hasMessageContaining("no contact");
    }
}
