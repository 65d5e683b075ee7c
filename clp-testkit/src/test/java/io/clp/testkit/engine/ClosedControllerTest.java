package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.CallRefusedException;
import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.StopReport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Closing lets what runs come to its end, refuses what waits and what comes, and stops no group. */
class ClosedControllerTest {
    private final Piece app = new Piece("app").takes(SECOND.multipliedBy(5));
    private final FailoverGroup web = Lab.group("web", app);
    private final Lab lab = Lab.of(web);

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void letsWhatRunsEndAndRefusesWhatWaits() {
        CompletableFuture<StartReport> running = lab.node.startAsync(web, StartCause.START);
        CompletableFuture<StopReport> waiting = lab.node.stopAsync(web, StopCause.GROUP_STOP);
        lab.platform.advance(SECOND);

        assertThat(lab.took(() -> {
                    lab.node.close();
                    return 0;
                }))
                .isEqualTo(SECOND.multipliedBy(4));
        lab.platform.settle();

        assertThat(running).isCompletedWithValueMatching(it -> it.outcome() == Outcome.DONE);
        assertThat(waiting).isCompletedExceptionally();
        assertThat(waiting.handle((report, failure) -> failure).join())
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("closed");
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
        assertThat(app.up()).isTrue();
    }

    @Test
    void refusesNewCallsAndMayBeClosedAgain() {
        lab.start(web);
        lab.node.close();
        lab.node.close();
        assertThatThrownBy(() -> lab.stop(web))
                .isInstanceOf(CallRefusedException.class)
                .hasMessageContaining("closed");
        assertThat(app.up()).isTrue();
    }

    @Test
    void mayBeClosedFromInsideAnOperation() {
        app.online(context -> lab.node.close());
        assertThat(lab.start(web).outcome()).isEqualTo(Outcome.DONE);
        assertThat(lab.now()).isZero();
    }

    @Test
    void waitsForACallThatHangsNoLongerThanItsLimit() {
        Hang hang = new Hang(() -> lab.platform);
        app.online(hang);
        CompletableFuture<StartReport> start = lab.node.startAsync(web, StartCause.START);
        lab.platform.advance(SECOND);
        lab.node.close();
        lab.platform.settle();
        assertThat(start).isCompletedExceptionally();
        assertThat(lab.now()).isLessThanOrEqualTo(lab.node.startLimit(web).plus(SECOND));
    }

    @Test
    void takesUpNothingAnyMoreWhenACallThatHungReturns() {
        Hang hang = new Hang(() -> lab.platform);
        app.online(hang);
        lab.startFails(web);
        lab.node.close();
        hang.release();
        lab.platform.advance(Duration.ofHours(1));
        assertThat(app.calls).containsExactly("online");
        assertThat(app.up()).isTrue();
    }

    @Test
    void looksForNothingAnyMore() {
        lab.start(web);
        app.offline(context -> {
            throw new IllegalStateException("stuck");
        });
        lab.stopFails(web);
        lab.node.close();
        app.up(false); // somebody ended it by hand; nobody looks
        lab.platform.advance(Duration.ofHours(1));
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE_FAILURE);
    }

    @Test
    void keepsTheInterruptOfItsCallerAndComesBack() throws InterruptedException {
        lab.node.startAsync(web, StartCause.START);
        boolean[] flag = {false};
        var closer = lab.platform.timeline().fork("closer", () -> {
            lab.node.close();
            flag[0] = Thread.currentThread().isInterrupted();
            return 0;
        });
        lab.platform.advance(SECOND);
        closer.interrupt();
        lab.platform.settle();
        assertThat(flag[0]).isTrue();
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
    }
}
