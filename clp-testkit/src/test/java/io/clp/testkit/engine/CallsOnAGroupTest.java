package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.clp.CallInterruptedException;
import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.Outcome;
import io.clp.ResourceId;
import io.clp.StaleEpochException;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.StopReport;
import io.clp.time.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls on one group run one after another, those on different groups in parallel; an interrupt ends the wait only. */
class CallsOnAGroupTest {
    private final Piece app = new Piece("app").takes(SECOND.multipliedBy(3));
    private final Piece queue = new Piece("queue").takes(SECOND.multipliedBy(4));
    private final FailoverGroup web = Lab.group("web", app);
    private final FailoverGroup mq = Lab.group("mq", queue);
    private final Lab lab = Lab.of(web, mq);

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void runsCallsOnOneGroupOneAfterAnother() {
        CompletableFuture<StartReport> start = lab.node.startAsync(web, StartCause.START);
        CompletableFuture<StopReport> stop = lab.node.stopAsync(web, StopCause.GROUP_STOP);
        lab.platform.advance(SECOND.multipliedBy(4));
        assertThat(start).isCompleted();
        assertThat(stop).isNotDone();
        lab.platform.advance(SECOND.multipliedBy(2));
        assertThat(stop).isCompletedWithValueMatching(it -> it.duration()
                .equals(SECOND.multipliedBy(3))); // without the wait behind the start
        assertThat(app.calls).containsExactly("online", "offline");
    }

    @Test
    void runsCallsOnDifferentGroupsInParallel() {
        CompletableFuture<?> both = CompletableFuture.allOf(
                lab.node.startAsync(web, StartCause.START), lab.node.startAsync(mq, StartCause.START));
        lab.platform.advance(SECOND.multipliedBy(4));
        assertThat(both).isCompleted();
    }

    @Test
    void doesNothingWhereItIsSoAlready() {
        lab.start(web);
        assertThat(lab.start(web).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        lab.stop(web);
        assertThat(lab.stop(web).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(app.calls).containsExactly("online", "offline");
    }

    @Test
    void stopsAGroupOfWhichNothingIsKnownByLookingFirst() {
        assertThat(lab.state(web)).isEqualTo(GroupState.UNKNOWN);
        assertThat(lab.stop(web).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(app.calls).isEmpty();
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void throwsAtAnInterruptedCallerWithTheFlagSetAgainAndGoesOn() {
        List<Throwable> met = new ArrayList<>();
        Task<Boolean> caller = lab.platform.timeline().fork("caller", () -> {
            met.add(catchThrowable(() -> lab.start(web)));
            return Thread.currentThread().isInterrupted();
        });
        lab.platform.advance(SECOND);
        caller.interrupt();
        lab.platform.advance(SECOND);

        assertThat(met).singleElement().isInstanceOf(CallInterruptedException.class);
        assertThat(caller.done()).isTrue();
        assertThat(lab.took(() -> assertThat(caller.join(SECOND)).isTrue())).isZero();
        assertThat(((CallInterruptedException) met.get(0)).groupId()).contains(web.id());
        lab.platform.settle();
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
        assertThat(lab.start(web).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
    }

    @Test
    void refusesAStartUnderAnEpochLowerThanOneItHasSeen() {
        lab.node.start(web, StartCause.START, 7);
        lab.stop(web);
        assertThatThrownBy(() -> lab.node.start(web, StartCause.FAILOVER, 6))
                .isInstanceOfSatisfying(StaleEpochException.class, it -> {
                    assertThat(it.given()).isEqualTo(6);
                    assertThat(it.known()).isEqualTo(7);
                    assertThat(it.nodeId()).contains(NodeId.of("SV1"));
                });
        assertThat(app.calls).containsExactly("online", "offline");
        assertThat(lab.node.start(web, StartCause.FAILOVER, 7).epoch()).isEqualTo(7);
        assertThat(lab.node.view(web).epoch()).isEqualTo(7);
        assertThatThrownBy(() -> lab.node.start(web, StartCause.START, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesARestartOfAGroupThatIsNotStarted() {
        assertThatThrownBy(() -> lab.node.restart(web, ResourceId.of("app")))
                .hasMessageContaining("the group is not started");
        assertThatThrownBy(() -> lab.node.restart(web, ResourceId.of("nobody")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void restartsAResourceAndWhatDependsOnItOnly() {
        Piece disk = new Piece("disk");
        Piece site = new Piece("site");
        Piece page = new Piece("page");
        FailoverGroup three = Lab.chain("three", disk, site, page);
        try (Lab other = Lab.of(three)) {
            other.start(three);
            assertThat(other.node.restart(three, ResourceId.of("site")).outcome())
                    .isEqualTo(Outcome.DONE);
            assertThat(disk.calls).containsExactly("online");
            assertThat(site.calls).containsExactly("online", "offline", "online");
            assertThat(page.calls).containsExactly("online", "offline", "online");
            assertThat(other.state(three)).isEqualTo(GroupState.ONLINE);
        }
    }

    @Test
    void takesTheWholeGroupOfflineWhereARestartFails() {
        Piece disk = new Piece("disk");
        Piece site = new Piece("site");
        FailoverGroup two = Lab.chain("two", disk, site);
        try (Lab other = Lab.of(two)) {
            other.start(two);
            site.online(context -> {
                throw new IllegalStateException("does not come back");
            });
            assertThatThrownBy(() -> other.node.restart(two, ResourceId.of("site")))
                    .hasMessageContaining("does not come back");
            assertThat(other.state(two)).isEqualTo(GroupState.OFFLINE);
            assertThat(disk.up()).isFalse();
        }
    }

    @Test
    void knowsOnlyItsOwnGroupsAndStartsOnlyThoseOfThisNode() {
        FailoverGroup stranger = Lab.group("web", new Piece("app"));
        assertThatThrownBy(() -> lab.start(stranger)).isInstanceOf(IllegalArgumentException.class);
        FailoverGroup elsewhere = FailoverGroup.builder("else")
                .nodes("SV2")
                .resource(new Piece("app"))
                .build();
        try (Lab other = Lab.of(elsewhere)) {
            assertThatThrownBy(() -> other.start(elsewhere))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("SV2");
            assertThat(other.stop(elsewhere).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        }
    }
}
