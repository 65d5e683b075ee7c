package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.CutShortException;
import io.clp.FailoverGroup;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.StopReport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A node that lost its right to a group goes offline at once, and does not bring it up first. */
class CutStartTest {
    private static final Duration LONG = SECOND.multipliedBy(8);

    private final Piece disk = new Piece("disk").takes(SECOND);
    private final Piece app = new Piece("app").online(it -> it.timeline().sleep(LONG));
    private final Piece site = new Piece("site").online(it -> it.timeline().sleep(LONG));
    private final FailoverGroup web = Lab.chain("web", disk, app, site);
    private final Lab lab = Lab.of(web);

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void doesNotBringUpWhatHasNotBegun() {
        CompletableFuture<StartReport> start = lab.node.startAsync(web, StartCause.FAILOVER);
        lab.platform.advance(SECOND.multipliedBy(2));
        assertThat(lab.took(() -> lab.node.stop(web, StopCause.GROUP_FAILOVER)))
                .as("what runs, and the way back")
                .isEqualTo(SECOND.multipliedBy(8));
        assertThat(site.calls).isEmpty();
        assertThat(disk.up() || app.up()).isFalse();
        lab.platform.settle();
        assertThat(start.handle((report, failure) -> failure).join())
                .isInstanceOfSatisfying(GroupOperationException.class, it -> {
                    assertThat(it.report().outcome()).isEqualTo(Outcome.FAILED);
                    assertThat(it.report().failures()).singleElement().satisfies(failure -> assertThat(failure.error())
                            .isInstanceOf(CutShortException.class)
                            .hasMessageContaining("cut short by a stop"));
                });
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void cutsARestartToo() {
        lab.start(web);
        CompletableFuture<StartReport> restart = lab.node.restartAsync(web, ResourceId.of("app"));
        lab.platform.advance(SECOND);
        StopReport stop = lab.node.stop(web, StopCause.GROUP_FAILOVER);
        assertThat(stop.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        lab.platform.settle();
        assertThat(restart).isCompletedExceptionally();
        assertThat(site.calls).containsExactly("online", "offline");
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void anyOtherStopWaitsForTheStart() {
        CompletableFuture<StartReport> start = lab.node.startAsync(web, StartCause.START);
        lab.platform.advance(SECOND.multipliedBy(2));
        StopReport stop = lab.stop(web);
        assertThat(stop.outcome()).isEqualTo(Outcome.DONE);
        assertThat(start).isCompletedWithValueMatching(it -> it.outcome() == Outcome.DONE);
        assertThat(site.calls).containsExactly("online", "offline");
    }
}
