package io.clp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.NodeId;
import io.clp.failover.Claim;
import io.clp.failover.Coordination;
import io.clp.testkit.contract.CoordinationFixture.Ability;
import io.clp.time.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules of a {@link Coordination} on who has which group: claims, takeovers, releases. */
public abstract class OwnershipContract extends CoordinationSuite {
    /** Makes the suite. */
    protected OwnershipContract() {}

    @Test
    void aGroupThatNobodyEverHadIsFreeUnderEpochZero() {
        assertThat(read(SV1)).isEqualTo(free(0));
    }

    @Test
    void aFreeGroupIsAcquiredAndAllSeeIt() {
        long epoch = acquire(SV1);
        assertThat(epoch).isPositive();
        assertThat(read(SV1)).isEqualTo(held(SV1, epoch));
        assertThat(read(SV2)).isEqualTo(held(SV1, epoch));
        assertThat(session(SV1).stillOurs(WEB, epoch)).isTrue();
    }

    @Test
    void theEpochGrowsWithEveryOwner() {
        long last = 0;
        for (String node : List.of(SV1, SV2, SV1, SV3, SV3)) {
            long epoch = acquire(node);
            assertThat(epoch).isGreaterThan(last);
            assertThat(release(node, epoch)).isTrue();
            last = epoch;
        }
    }

    @Test
    void theOwnersOwnClaimGivesAHigherEpoch() {
        long first = acquire(SV1);
        long second = acquire(SV1);
        assertThat(second).isGreaterThan(first);
        assertThat(session(SV1).stillOurs(WEB, first)).isFalse();
        assertThat(session(SV1).stillOurs(WEB, second)).isTrue();
        assertThat(release(SV1, first)).isFalse();
        assertThat(read(SV2)).isEqualTo(held(SV1, second));
    }

    @Test
    void aClaimOfAnotherNodesGroupChangesNothing() {
        long epoch = acquire(SV1);
        assertThat(claim(SV2)).isEqualTo(held(SV1, epoch));
        assertThat(session(SV2).stillOurs(WEB, epoch)).isFalse();
        assertThat(session(SV1).stillOurs(WEB, epoch)).isTrue();
        assertThat(read(SV3)).isEqualTo(held(SV1, epoch));
    }

    @Test
    void oneGroupHasNothingToDoWithAnother() {
        long web = acquire(SV1);
        long mail = epoch(session(SV2).claim(MAIL, NodeId.of(SV2)));
        assertThat(session(SV1).stillOurs(MAIL, mail)).isFalse();
        assertThat(release(SV1, web)).isTrue();
        assertThat(session(SV3).read(MAIL)).isEqualTo(held(SV2, mail));
    }

    @Test
    void ofTwoClaimsAtOnceOneWins() throws Exception {
        List<Task<Claim>> tasks = new ArrayList<>();
        for (String node : List.of(SV1, SV2, SV3)) {
            Coordination session = session(node);
            tasks.add(fixed().timeline().fork(node, () -> session.claim(WEB, NodeId.of(node))));
        }
        List<Claim> claims = new ArrayList<>();
        for (Task<Claim> task : tasks) {
            claims.add(task.join(fixed().patience()));
        }
        assertThat(claims).filteredOn(Claim.Acquired.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(Claim.HeldBy.class::isInstance).hasSize(2).containsOnly(read(SV1));
    }

    @Test
    void aTakeoverEndsTheOwnershipThatItNames() {
        long epoch = acquire(SV1);
        long next = epoch(takeOver(SV2, epoch));
        assertThat(next).isGreaterThan(epoch);
        assertThat(read(SV3)).isEqualTo(held(SV2, next));
        assertThat(session(SV2).stillOurs(WEB, next)).isTrue();
        eventually("the old owner is told that it is not certain any more", () -> !session(SV1)
                .stillOurs(WEB, epoch));
        assertThat(release(SV1, epoch)).isFalse();
        assertThat(read(SV3)).isEqualTo(held(SV2, next));
    }

    @Test
    void ofTwoRescuersOneWins() throws Exception {
        long epoch = acquire(SV1);
        Coordination two = session(SV2);
        Coordination three = session(SV3);
        Task<Claim> first = fixed().timeline().fork(SV2, () -> two.takeOver(WEB, NodeId.of(SV2), epoch));
        Task<Claim> second = fixed().timeline().fork(SV3, () -> three.takeOver(WEB, NodeId.of(SV3), epoch));
        List<Claim> claims = List.of(first.join(fixed().patience()), second.join(fixed().patience()));
        assertThat(claims).filteredOn(Claim.Acquired.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(Claim.HeldBy.class::isInstance).containsExactly(read(SV1));
    }

    @Test
    void aTakeoverThatIsLateChangesNothing() {
        long first = acquire(SV1);
        long second = epoch(takeOver(SV2, first));
        assertThat(takeOver(SV3, first)).isEqualTo(held(SV2, second));
        assertThat(takeOver(SV3, second + 1)).isEqualTo(held(SV2, second));
        assertThat(release(SV2, second)).isTrue();
        assertThat(takeOver(SV3, first)).isEqualTo(free(second));
        assertThat(read(SV3)).isEqualTo(free(second));
    }

    @Test
    void anOwnersNewClaimDefeatsATakeoverThatWasPrepared() {
        long seen = acquire(SV1);
        long renewed = acquire(SV1);
        assertThat(takeOver(SV2, seen)).isEqualTo(held(SV1, renewed));
        assertThat(session(SV1).stillOurs(WEB, renewed)).isTrue();
    }

    @Test
    void aReleasedGroupIsAnybodys() {
        long epoch = acquire(SV1);
        assertThat(release(SV1, epoch)).isTrue();
        assertThat(read(SV2)).isEqualTo(free(epoch));
        assertThat(session(SV1).stillOurs(WEB, epoch)).isFalse();
        assertThat(acquire(SV3)).isGreaterThan(epoch);
    }

    @Test
    void onlyThePresentEpochReleases() {
        long first = acquire(SV1);
        long second = epoch(takeOver(SV2, first));
        assertThat(release(SV1, first)).isFalse();
        assertThat(release(SV2, first)).isFalse();
        assertThat(release(SV2, second + 1)).isFalse();
        assertThat(read(SV3)).isEqualTo(held(SV2, second));
    }

    @Test
    void aGroupReleasedForANodeIsClaimedByNoOther() {
        long epoch = acquire(SV1);
        assertThat(releaseFor(SV1, epoch, SV3)).isTrue();
        assertThat(claim(SV2)).isEqualTo(freeFor(epoch, SV3));
        assertThat(claim(SV1)).isEqualTo(freeFor(epoch, SV3));
        assertThat(read(SV2)).isEqualTo(freeFor(epoch, SV3));
        long next = acquire(SV3);
        assertThat(next).isGreaterThan(epoch);
        assertThat(release(SV3, next)).isTrue();
        assertThat(read(SV1)).as("the wish is fulfilled").isEqualTo(free(next));
    }

    @Test
    void aGroupForANodeThatDoesNotComeIsRedirected() {
        needs(Ability.REDIRECT);
        long epoch = acquire(SV1);
        releaseFor(SV1, epoch, SV3);
        assertThat(session(SV2).redirect(WEB, epoch, Optional.of(NodeId.of(SV2))))
                .isTrue();
        assertThat(claim(SV3)).isEqualTo(freeFor(epoch, SV2));
        assertThat(session(SV1).redirect(WEB, epoch, Optional.empty())).isTrue();
        assertThat(read(SV3)).isEqualTo(free(epoch));
        assertThat(acquire(SV3)).isGreaterThan(epoch);
    }

    @Test
    void onlyAFreeGroupUnderItsEpochIsRedirected() {
        needs(Ability.REDIRECT);
        long first = acquire(SV1);
        assertThat(session(SV2).redirect(WEB, first, Optional.of(NodeId.of(SV2))))
                .isFalse();
        assertThat(read(SV2)).isEqualTo(held(SV1, first));
        release(SV1, first);
        long second = acquire(SV1);
        releaseFor(SV1, second, SV3);
        assertThat(session(SV2).redirect(WEB, first, Optional.of(NodeId.of(SV2))))
                .isFalse();
        assertThat(read(SV2)).isEqualTo(freeFor(second, SV3));
    }

    @Test
    void aRequestDeliveredTwiceDoesNoHarm() {
        fixed().doubleNext(SV1);
        Claim claimed = claim(SV1);
        assertThat(claimed).isInstanceOf(Claim.Acquired.class);
        assertThat(read(SV2)).isInstanceOfSatisfying(Claim.HeldBy.class, it -> {
            assertThat(it.owner()).isEqualTo(NodeId.of(SV1));
            assertThat(session(SV1).stillOurs(WEB, it.epoch())).isTrue();
        });
        long epoch = acquire(SV1);
        fixed().doubleNext(SV2);
        takeOver(SV2, epoch);
        assertThat(read(SV3)).isInstanceOfSatisfying(Claim.HeldBy.class, it -> assertThat(it.owner())
                .isEqualTo(NodeId.of(SV2)));
        long taken = acquire(SV2);
        fixed().doubleNext(SV2);
        release(SV2, taken);
        assertThat(read(SV3)).isEqualTo(free(taken));
    }

    @Test
    void aReleaseThatIsRepeatedDoesNotHarmTheNextOwner() {
        long epoch = acquire(SV1);
        assertThat(release(SV1, epoch)).isTrue();
        long next = acquire(SV2);
        assertThat(release(SV1, epoch)).isFalse();
        assertThat(read(SV1)).isEqualTo(held(SV2, next));
    }

    @Test
    void whatWasAnsweredOnceIsNotForgotten() {
        long epoch = acquire(SV1);
        assertThat(claim(SV2)).isEqualTo(held(SV1, epoch));
        assertThat(read(SV2)).isEqualTo(held(SV1, epoch));
        assertThat(release(SV1, epoch)).isTrue();
        assertThat(read(SV1)).isEqualTo(free(epoch));
    }
}
