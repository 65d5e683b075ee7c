package io.clp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.failover.Claim;
import io.clp.failover.Connection;
import io.clp.failover.Coordination;
import io.clp.testkit.contract.CoordinationFixture.Ability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The rules of a {@link Coordination} on sessions: contact, its loss, and what is known without it. */
public abstract class ContactContract extends CoordinationSuite {
    /** Makes the suite. */
    protected ContactContract() {}

    @Test
    void aNodeInContactIsConnectedAndAlive() {
        session(SV1);
        session(SV2);
        eventually(
                "both are connected",
                () -> session(SV1).connection() == Connection.CONNECTED
                        && session(SV2).connection() == Connection.CONNECTED);
        eventually("both see both", () -> sees(SV1, SV1, SV2) && sees(SV2, SV1, SV2));
        assertThat(session(SV1).alive()).containsExactlyInAnyOrder(NodeId.of(SV1), NodeId.of(SV2));
    }

    @Test
    void aNodeTakesGroupsFromItsWordOnToItsWord() {
        needs(Ability.OFFERS);
        connected(SV1);
        connected(SV2);
        assertThat(session(SV1).offering()).isEmpty();
        session(SV1).offer(true);
        session(SV1).offer(true);
        eventually("all know it", () -> offers(SV1, SV1) && offers(SV2, SV1));
        assertThat(session(SV2).offering()).containsExactly(NodeId.of(SV1));
        session(SV1).offer(false);
        eventually("all know it", () -> !offers(SV1, SV1) && !offers(SV2, SV1));
        assertThat(sees(SV2, SV1)).isTrue();
    }

    @Test
    void theEndOfTheSessionTakesAnOfferBack() {
        needs(Ability.OFFERS);
        connected(SV1);
        connected(SV2);
        session(SV1).offer(true);
        eventually("SV2 knows it", () -> offers(SV2, SV1));
        fixed().end(SV1);
        eventually("SV1 is lost", () -> !sees(SV2, SV1) && !offers(SV2, SV1));
        connected(SV1);
        eventually("SV1 is back", () -> sees(SV2, SV1));
        assertThat(offers(SV2, SV1)).isFalse();
    }

    @Test
    void aNewProcessHasOfferedNothing() {
        needs(Ability.OFFERS);
        connected(SV1);
        connected(SV2);
        session(SV1).offer(true);
        eventually("SV2 knows it", () -> offers(SV2, SV1));
        fixed().end(SV1);
        connected(SV1);
        eventually("the old offer is forgotten", () -> !offers(SV2, SV1));
    }

    @Test
    void theTimeOfASessionIsPositive() {
        assertThat(sessionTime()).isPositive();
    }

    @Test
    void theEndOfASessionFreesNothing() {
        long epoch = acquire(SV1);
        eventually("SV1 is seen", () -> sees(SV2, SV1));
        fixed().end(SV1);
        eventually("SV1 is lost", () -> !sees(SV2, SV1));
        assertThat(read(SV2)).isEqualTo(held(SV1, epoch));
        assertThat(claim(SV2)).isEqualTo(held(SV1, epoch));
        assertThat(epoch(takeOver(SV2, epoch))).isGreaterThan(epoch);
    }

    @Test
    void aNewProcessOfTheOwnerClaimsWhatItHas() {
        long epoch = acquire(SV1);
        Coordination old = session(SV1);
        fixed().end(SV1);
        assertThat(session(SV1)).isNotSameAs(old);
        eventually("it is connected", () -> session(SV1).connection() == Connection.CONNECTED);
        long again = acquire(SV1);
        assertThat(again).isGreaterThan(epoch);
        assertThat(session(SV1).stillOurs(WEB, again)).isTrue();
        assertThat(old.stillOurs(WEB, epoch)).isFalse();
    }

    @Test
    void aNodeIsCountedAsLostNoLaterThanItsSessionLasts() {
        Duration session = sessionTime();
        session(SV1);
        eventually("SV1 is seen", () -> sees(SV2, SV1));
        fixed().end(SV1);
        fixed().pass(session.dividedBy(4));
        assertThat(sees(SV2, SV1)).as("lost long before its time").isTrue();
        fixed().pass(session);
        eventually("SV1 is lost", () -> !sees(SV2, SV1));
    }

    @Test
    void aNodeThatIsCutOffIsSuspendedAndThenLostByItsOwnClock() {
        Duration session = sessionTime();
        connected(SV1);
        fixed().cutOff(SV1);
        List<Connection> seen = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Connection now = session(SV1).connection();
            if (seen.isEmpty() || seen.get(seen.size() - 1) != now) {
                seen.add(now);
            }
            fixed().pass(session.dividedBy(10));
        }
        assertThat(seen).containsExactly(Connection.CONNECTED, Connection.SUSPENDED, Connection.LOST);
    }

    @Test
    void aNodeThatIsCutOffIsLostToTheOthersAndComesBack() {
        connected(SV1);
        eventually("SV1 is seen", () -> sees(SV2, SV1));
        fixed().cutOff(SV1);
        eventually("SV1 is lost", () -> !sees(SV2, SV1));
        fixed().reconnect(SV1);
        eventually("SV1 is back", () -> sees(SV2, SV1));
        connected(SV1);
        assertThat(acquire(SV1)).isPositive();
    }

    @Test
    void withoutContactNothingIsKnownAndNothingIsDone() {
        long epoch = acquire(SV1);
        long mail = epoch(session(SV2).claim(MAIL, NodeId.of(SV2)));
        fixed().cutOff(SV1);
        Coordination cut = session(SV1);
        assertThat(cut.claim(WEB, NodeId.of(SV1))).isInstanceOf(Claim.Unknown.class);
        assertThat(cut.read(WEB)).isInstanceOf(Claim.Unknown.class);
        assertThat(cut.takeOver(MAIL, NodeId.of(SV1), mail)).isInstanceOf(Claim.Unknown.class);
        assertThat(cut.release(WEB, epoch, Optional.empty())).isFalse();
        assertThat(cut.redirect(WEB, epoch, Optional.empty())).isFalse();
        assertThat(cut.remember(WEB, epoch, "memo")).isFalse();
        assertThat(cut.recall(WEB)).isEmpty();
        assertThat(cut.published(WEB)).isEmpty();
        cut.publish(WEB, epoch, GroupState.ONLINE);
        cut.offer(true);
        assertThat(fixed().lacks().contains(Ability.OFFERS)
                        || !session(SV2).offering().contains(NodeId.of(SV1)))
                .isTrue();
        assertThat(read(SV2)).isEqualTo(held(SV1, epoch));
        assertThat(session(SV2).read(MAIL)).isEqualTo(held(SV2, mail));
        assertThat(session(SV2).recall(WEB)).isEmpty();
        assertThat(session(SV2).published(WEB)).isEmpty();
    }

    @Test
    void anAnswerComesWithinTheSession() {
        Duration session = sessionTime();
        connected(SV1);
        fixed().cutOff(SV1);
        long before = fixed().timeline().nanos();
        assertThat(read(SV1)).isInstanceOf(Claim.Unknown.class);
        assertThat(Duration.ofNanos(fixed().timeline().nanos() - before)).isLessThan(session.dividedBy(2));
    }

    @Test
    void whatWasNotAnsweredMayHaveHappened() {
        connected(SV1);
        fixed().cutAnswers(SV1);
        assertThat(claim(SV1)).isInstanceOf(Claim.Unknown.class);
        Claim truth = read(SV2);
        assertThat(truth).isIn(free(0), held(SV1, 1));
        fixed().reconnect(SV1);
        connected(SV1);
        assertThat(read(SV1)).isEqualTo(truth);
        assertThat(acquire(SV1)).isPositive();
    }

    @Test
    void aReleaseThatWasNotAnsweredMayHaveHappened() {
        long epoch = acquire(SV1);
        fixed().cutAnswers(SV1);
        assertThat(release(SV1, epoch)).isFalse();
        assertThat(session(SV1).stillOurs(WEB, epoch))
                .as("certain in spite of the release")
                .isFalse();
        assertThat(read(SV2)).isIn(free(epoch), held(SV1, epoch));
    }

    @Test
    void anOwnershipIsNotCertainForLongerThanTheSession() {
        Duration session = sessionTime();
        long epoch = acquire(SV1);
        connected(SV1);
        assertThat(session(SV1).stillOurs(WEB, epoch)).isTrue();
        fixed().cutOff(SV1);
        fixed().pass(session);
        assertThat(session(SV1).stillOurs(WEB, epoch)).isFalse();
        fixed().reconnect(SV1);
        connected(SV1);
        eventually("it is certain again", () -> session(SV1).stillOurs(WEB, epoch));
    }

    @Test
    void aTakeoverMeanwhileIsKnownAfterTheReturn() {
        long epoch = acquire(SV1);
        fixed().cutOff(SV1);
        eventually("SV1 is lost", () -> !sees(SV2, SV1));
        long next = epoch(takeOver(SV2, epoch));
        fixed().reconnect(SV1);
        connected(SV1);
        assertThat(session(SV1).stillOurs(WEB, epoch)).isFalse();
        assertThat(read(SV1)).isEqualTo(held(SV2, next));
    }

    @Test
    void aNodeThatStoodStillDoesNotTakeItsOldBeliefsForCertain() {
        Duration session = sessionTime();
        long epoch = acquire(SV1);
        Coordination one = session(SV1);
        fixed().standStill(SV1, session.multipliedBy(3));
        assertThat(one.stillOurs(WEB, epoch)).isFalse();
        assertThat(one.connection()).isNotEqualTo(Connection.CONNECTED);
        connected(SV1);
        eventually("SV1 is seen again", () -> sees(SV2, SV1));
    }

    @Test
    void watchersAreToldOfTheLossAndTheReturnOfContact() {
        connected(SV1);
        session(SV2);
        List<Connection> heard = new ArrayList<>();
        AtomicInteger told = new AtomicInteger();
        session(SV1).watch(() -> heard.add(session(SV1).connection()));
        session(SV2).watch(told::incrementAndGet);
        fixed().cutOff(SV1);
        eventually("the loss is told", () -> heard.contains(Connection.LOST));
        assertThat(heard).contains(Connection.SUSPENDED);
        eventually("the others are told", () -> told.get() > 0);
        heard.clear();
        fixed().reconnect(SV1);
        eventually("the return is told", () -> heard.contains(Connection.CONNECTED));
    }

    @Test
    void whatChangesWhileANodeIsCutOffIsToldAtItsReturn() {
        connected(SV1);
        AtomicInteger told = new AtomicInteger();
        fixed().cutOff(SV1);
        eventually("SV1 is lost", () -> session(SV1).connection() == Connection.LOST);
        acquire(SV2);
        session(SV1).watch(told::incrementAndGet);
        fixed().reconnect(SV1);
        eventually("it is told", () -> told.get() > 0);
    }

    private void connected(String node) {
        session(node);
        eventually(node + " is connected", () -> session(node).connection() == Connection.CONNECTED);
    }

    private boolean offers(String node, String other) {
        return session(node).offering().contains(NodeId.of(other));
    }

    private boolean sees(String node, String... others) {
        for (String other : others) {
            if (!session(node).alive().contains(NodeId.of(other))) {
                return false;
            }
        }
        return true;
    }
}
