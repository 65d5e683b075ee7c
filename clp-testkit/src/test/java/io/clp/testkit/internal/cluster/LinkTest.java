package io.clp.testkit.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.GroupId;
import io.clp.NodeId;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.failover.Coordination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final GroupId WEB = GroupId.of("web");
    private static final NodeId SV1 = NodeId.of("SV1");
    private static final NodeId SV2 = NodeId.of("SV2");
    private static final Claim ANYBODYS = new Claim.Free(0, Optional.empty());

    private final Quorums quorums = new Quorums(3);
    private final Coordination one = quorums.session("SV1");
    private final Coordination two = quorums.session("SV2");

    @AfterEach
    void close() {
        quorums.close();
    }

    private long now() {
        return quorums.timeline().nanos();
    }

    @Test
    void withoutALatencyNoTimePassesAndNothingIsForked() {
        long steps = now();
        for (int i = 0; i < 1_000; i++) {
            one.claim(WEB, SV1);
            two.read(WEB);
        }
        assertThat(now()).isEqualTo(steps);
        assertThat(one.claim(WEB, SV1)).isEqualTo(new Claim.Acquired(1_001));
    }

    @Test
    void aLostRequestIsNotDoneAndALostAnswerIs() {
        quorums.link("SV1").loseRequests(1);
        assertThat(one.claim(WEB, SV1)).isInstanceOf(Claim.Unknown.class);
        assertThat(two.read(WEB)).isEqualTo(ANYBODYS);
        quorums.link("SV1").loseAnswers(1);
        assertThat(one.claim(WEB, SV1)).isInstanceOf(Claim.Unknown.class);
        assertThat(two.read(WEB)).isEqualTo(new Claim.HeldBy(SV1, 1));
        assertThat(one.read(WEB)).isEqualTo(new Claim.HeldBy(SV1, 1));
        assertThat(one.connection()).isEqualTo(Connection.CONNECTED);
    }

    @Test
    void aDelayedAnswerComesLateOrNotInTime() {
        int late = 0;
        int lost = 0;
        for (int i = 0; i < 50; i++) {
            quorums.link("SV1").delayAnswers(1);
            long before = now();
            if (one.claim(WEB, SV1) instanceof Claim.Unknown) {
                lost++;
            } else {
                late++;
                assertThat(now()).isGreaterThan(before);
            }
            quorums.pass(Quorums.SESSION);
        }
        assertThat(late).isPositive();
        assertThat(lost).isPositive();
        assertThat(two.read(WEB)).isEqualTo(new Claim.HeldBy(SV1, 50));
    }

    @Test
    void aSlowLinkTakesItsTimeAndDoesHalfWay() {
        Duration roundTrip = Duration.ofMillis(100);
        quorums.link("SV1").slow(roundTrip);
        long before = now();
        quorums.timeline().fork("SV1", () -> one.claim(WEB, SV1));
        quorums.pass(roundTrip.dividedBy(2).minusNanos(1));
        assertThat(two.read(WEB)).isEqualTo(ANYBODYS);
        quorums.pass(Duration.ofNanos(1));
        assertThat(two.read(WEB)).isEqualTo(new Claim.HeldBy(SV1, 1));
        assertThat(one.read(WEB)).isEqualTo(new Claim.HeldBy(SV1, 1));
        assertThat(now() - before)
                .isEqualTo(roundTrip.multipliedBy(3).dividedBy(2).toNanos());
    }

    @Test
    void whatIsOnItsWayArrivesThoughItsSenderStandsStill() {
        quorums.link("SV1").slow(Duration.ofMillis(100));
        List<Claim> answers = new ArrayList<>();
        quorums.machine("SV1").timeline().fork("SV1", () -> answers.add(one.claim(WEB, SV1)));
        quorums.pass(Duration.ofMillis(1));
        quorums.machine("SV1").pause();
        quorums.pass(Duration.ofMillis(100));
        assertThat(two.read(WEB)).isEqualTo(new Claim.HeldBy(SV1, 1));
        assertThat(answers).isEmpty();
        quorums.machine("SV1").resume();
        quorums.world.settle();
        assertThat(answers).hasSize(1);
    }

    @Test
    void aOneWayLinkLeavesTheNodeAliveToTheOthersAndLostToItself() {
        quorums.link("SV1").cutAnswers();
        quorums.world.settle();
        assertThat(one.connection()).isEqualTo(Connection.LOST);
        assertThat(two.alive()).contains(SV1);
        quorums.link("SV1").heal();
        quorums.world.settle();
        assertThat(one.connection()).isEqualTo(Connection.CONNECTED);
        quorums.link("SV1").cutRequests();
        quorums.world.settle();
        assertThat(one.connection()).isEqualTo(Connection.LOST);
        assertThat(two.alive()).doesNotContain(SV1);
    }

    @Test
    void chanceLosesDelaysAndDoublesAndTheSeedRepeatsIt() {
        String first = unreliable(5);
        assertThat(unreliable(5)).isEqualTo(first);
        assertThat(unreliable(6)).isNotEqualTo(first);
        assertThat(first).contains("Unknown", "Acquired");
        assertThatThrownBy(() -> quorums.link("SV1").unreliable(1_001)).hasMessageContaining("not 1001");
    }

    private static String unreliable(long seed) {
        try (Quorums others = new Quorums(seed)) {
            Coordination session = others.session("SV1");
            others.link("SV1").unreliable(300);
            StringBuilder answers = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                answers.append(session.claim(WEB, SV1)).append('\n');
            }
            return answers + others.world.trace();
        }
    }

    @Test
    void withoutTheRegisterNobodyKnowsAnything() {
        quorums.quorum.available(false);
        assertThat(one.read(WEB)).isInstanceOf(Claim.Unknown.class);
        quorums.world.settle();
        assertThat(one.connection()).isEqualTo(Connection.LOST);
        assertThat(two.connection()).isEqualTo(Connection.LOST);
        quorums.quorum.available(true);
        quorums.world.settle();
        assertThat(one.connection()).isEqualTo(Connection.CONNECTED);
        assertThat(one.alive()).containsExactlyInAnyOrder(SV1, SV2);
        assertThat(one.claim(WEB, SV1)).isEqualTo(new Claim.Acquired(1));
    }

    @Test
    void anExpiredSessionIsLostAtOnceAndFollowedByAnother() {
        one.claim(WEB, SV1);
        List<Connection> heard = new ArrayList<>();
        one.watch(() -> heard.add(one.connection()));
        quorums.quorum.expire(SV1);
        assertThat(one.connection()).isEqualTo(Connection.LOST);
        assertThat(one.stillOurs(WEB, 1)).isFalse();
        assertThat(one.read(WEB)).isInstanceOf(Claim.Unknown.class);
        assertThat(two.alive()).doesNotContain(SV1);
        quorums.world.settle();
        assertThat(heard).startsWith(Connection.LOST).endsWith(Connection.CONNECTED);
        assertThat(two.alive()).contains(SV1);
        assertThat(one.stillOurs(WEB, 1)).isTrue();
    }

    @Test
    void aShortLossIsNoticedByNobody() {
        List<String> heard = new ArrayList<>();
        one.watch(() -> heard.add("one " + one.connection()));
        two.watch(() -> heard.add("two"));
        quorums.link("SV1").cut();
        quorums.pass(Quorums.SESSION.dividedBy(9));
        assertThat(one.connection()).isEqualTo(Connection.CONNECTED);
        quorums.link("SV1").heal();
        quorums.world.settle();
        assertThat(heard).containsOnly("one CONNECTED");
    }

    @Test
    void aFastClockGivesUpEarlyAndASlowOneLate() {
        quorums.machine("SV1").driftClock(2);
        quorums.machine("SV2").driftClock(0.5);
        Coordination three = quorums.session("SV3");
        quorums.link("SV1").cut();
        quorums.link("SV2").cut();
        quorums.pass(Quorums.SESSION.dividedBy(2));
        assertThat(one.connection()).isEqualTo(Connection.LOST);
        assertThat(two.connection()).isNotEqualTo(Connection.LOST);
        assertThat(three.alive()).contains(SV1, SV2);
        quorums.pass(Quorums.SESSION.dividedBy(2));
        assertThat(two.connection()).isEqualTo(Connection.SUSPENDED);
        assertThat(three.alive()).doesNotContain(SV1, SV2);
        quorums.pass(Quorums.SESSION);
        assertThat(two.connection()).isEqualTo(Connection.LOST);
    }

    @Test
    void aProcessThatIsGoneAsksNothingAndLosesNothing() {
        one.claim(WEB, SV1);
        quorums.end("SV1");
        assertThat(one.claim(WEB, SV1)).isInstanceOf(Claim.Unknown.class);
        assertThat(one.release(WEB, 1, Optional.empty())).isFalse();
        assertThat(one.connection()).isEqualTo(Connection.LOST);
        assertThat(one.stillOurs(WEB, 1)).isFalse();
        Coordination next = quorums.session("SV1");
        assertThat(two.alive()).contains(SV1);
        quorums.world.settle();
        assertThat(two.alive()).as("the end of the first session").contains(SV1);
        assertThat(next.claim(WEB, SV1)).isEqualTo(new Claim.Acquired(2));
    }

    @Test
    void settlingEndsWhileAllAreInContact() {
        one.watch(() -> {});
        long before = now();
        quorums.world.settle();
        assertThat(now()).isEqualTo(before);
    }
}
