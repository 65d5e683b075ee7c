package io.clp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupState;
import io.clp.Subscription;
import io.clp.testkit.contract.CoordinationFixture.Ability;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The rules of a {@link io.clp.failover.Coordination} on what the owners tell the others, and on being told of changes. */
public abstract class SharedStateContract extends CoordinationSuite {
    /** Makes the suite. */
    protected SharedStateContract() {}

    @Test
    void whatTheOwnerPublishesIsSeenByAll() {
        needs(Ability.PUBLISHED);
        assertThat(session(SV2).published(WEB)).isEmpty();
        long epoch = acquire(SV1);
        assertThat(session(SV2).published(WEB)).isEmpty();
        session(SV1).publish(WEB, epoch, GroupState.ONLINE_PENDING);
        session(SV1).publish(WEB, epoch, GroupState.ONLINE);
        assertThat(session(SV1).published(WEB)).contains(GroupState.ONLINE);
        assertThat(session(SV2).published(WEB)).contains(GroupState.ONLINE);
        assertThat(session(SV2).published(MAIL)).isEmpty();
    }

    @Test
    void nothingIsPublishedUnderAnotherEpochThanThePresentOne() {
        needs(Ability.PUBLISHED);
        long first = acquire(SV1);
        long second = acquire(SV1);
        session(SV1).publish(WEB, first, GroupState.ONLINE);
        assertThat(session(SV2).published(WEB)).isEmpty();
        session(SV1).publish(WEB, second, GroupState.ONLINE);
        session(SV1).publish(WEB, second + 1, GroupState.OFFLINE);
        assertThat(session(SV2).published(WEB)).contains(GroupState.ONLINE);
    }

    @Test
    void whatWasPublishedEndsWithTheOwnership() {
        needs(Ability.PUBLISHED);
        long first = acquire(SV1);
        session(SV1).publish(WEB, first, GroupState.ONLINE);
        long second = epoch(takeOver(SV2, first));
        assertThat(session(SV3).published(WEB)).isEmpty();
        session(SV1).publish(WEB, first, GroupState.OFFLINE);
        assertThat(session(SV3).published(WEB)).isEmpty();
        session(SV2).publish(WEB, second, GroupState.ONLINE);
        assertThat(session(SV1).published(WEB)).contains(GroupState.ONLINE);
    }

    @Test
    void aMemoOutlivesOwners() {
        needs(Ability.MEMO);
        assertThat(session(SV1).recall(WEB)).isEmpty();
        long first = acquire(SV1);
        assertThat(session(SV1).remember(WEB, first, "SV1 could not start it")).isTrue();
        assertThat(release(SV1, first)).isTrue();
        assertThat(session(SV2).recall(WEB)).contains("SV1 could not start it");
        long second = acquire(SV2);
        assertThat(session(SV2).recall(WEB)).contains("SV1 could not start it");
        assertThat(session(SV2).remember(WEB, second, "")).isTrue();
        assertThat(session(SV3).recall(WEB)).contains("");
        assertThat(session(SV3).recall(MAIL)).isEmpty();
    }

    @Test
    void aMemoMayHave4096Characters() {
        needs(Ability.MEMO);
        long epoch = acquire(SV1);
        String memo = "\u65e5x".repeat(2_048);
        assertThat(session(SV1).remember(WEB, epoch, memo)).isTrue();
        assertThat(session(SV2).recall(WEB)).contains(memo);
    }

    @Test
    void nothingIsRememberedUnderAnotherEpochThanThePresentOne() {
        needs(Ability.MEMO);
        long first = acquire(SV1);
        session(SV1).remember(WEB, first, "first");
        long second = epoch(takeOver(SV2, first));
        assertThat(session(SV1).remember(WEB, first, "late")).isFalse();
        assertThat(session(SV2).remember(WEB, second + 1, "early")).isFalse();
        assertThat(session(SV3).recall(WEB)).contains("first");
    }

    @Test
    void watchersAreToldOfEveryKindOfChange() {
        AtomicInteger told = new AtomicInteger();
        try (Subscription watch = session(SV2).watch(told::incrementAndGet)) {
            assertThat(watch).isNotNull();
            settled(told);
            long epoch = acquire(SV1);
            toldOf("a claim", told);
            if (!fixed().lacks().contains(Ability.PUBLISHED)) {
                session(SV1).publish(WEB, epoch, GroupState.ONLINE);
                toldOf("a state", told);
            }
            release(SV1, epoch);
            toldOf("a release", told);
            if (!fixed().lacks().contains(Ability.OFFERS)) {
                session(SV1).offer(true);
                toldOf("an offer", told);
            }
            session(SV3);
            toldOf("a node that came", told);
        }
    }

    @Test
    void aWatchThatIsClosedHearsNothingMore() {
        AtomicInteger told = new AtomicInteger();
        AtomicInteger other = new AtomicInteger();
        Subscription watch = session(SV2).watch(told::incrementAndGet);
        session(SV2).watch(other::incrementAndGet);
        settled(told);
        watch.close();
        watch.close();
        int before = told.get();
        other.set(0);
        acquire(SV1);
        eventually("the other watcher is told", () -> other.get() > 0);
        assertThat(told).hasValue(before);
    }

    @Test
    void aWatcherMayAskInATaskOfItsOwn() {
        AtomicInteger told = new AtomicInteger();
        session(SV2).watch(() -> fixed().timeline().fork("looks", () -> {
            told.addAndGet(read(SV2).equals(free(0)) ? 0 : 1);
            return Optional.empty();
        }));
        acquire(SV1);
        eventually("the watcher has seen the claim", () -> told.get() > 0);
    }

    private void settled(AtomicInteger told) {
        fixed().pass(Duration.ofSeconds(1));
        told.set(0);
    }

    private void toldOf(String what, AtomicInteger told) {
        eventually("the watcher is told of " + what, () -> told.get() > 0);
        settled(told);
    }
}
