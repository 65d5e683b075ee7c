package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.StopReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that return at once: the same answers, later, and nothing a user hangs on them delays a group. */
class AsyncCallsTest {
    private final Piece app = new Piece("app").takes(SECOND);
    private final FailoverGroup web = Lab.group("web", app);
    private final Lab lab = Lab.of(web);

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void completeWithTheReport() {
        CompletableFuture<StartReport> start = lab.node.startAsync(web, StartCause.START);
        assertThat(start).isNotDone();
        lab.platform.settle();
        assertThat(start).isCompletedWithValueMatching(it -> it.outcome() == Outcome.DONE);
        CompletableFuture<StopReport> stop = lab.node.stopAsync(web, StopCause.GROUP_MOVE);
        lab.platform.settle();
        assertThat(stop).isCompletedWithValueMatching(it -> it.cause() == StopCause.GROUP_MOVE);
    }

    @Test
    void completeWithTheSameExceptionThatTheCallThrows() {
        app.online(context -> {
            throw new IllegalStateException("no");
        });
        GroupOperationException thrown = lab.startFails(web);
        CompletableFuture<StartReport> start = lab.node.startAsync(web, StartCause.START);
        lab.platform.settle();
        assertThat(start.handle((report, failure) -> failure).join())
                .isExactlyInstanceOf(GroupOperationException.class)
                .satisfies(
                        it -> assertThat(((GroupOperationException) it).report().outcome())
                                .isEqualTo(thrown.report().outcome()));
    }

    @Test
    void letNothingThatIsHungOnThemDelayTheGroup() {
        List<String> done = new ArrayList<>();
        CompletableFuture<Void> hung = lab.node
                .startAsync(web, StartCause.START)
                .thenRun(() -> {
                    nap(Duration.ofMinutes(10));
                    done.add("user");
                });
        assertThat(lab.took(() -> lab.stop(web))).isEqualTo(SECOND.multipliedBy(2));
        assertThat(done).isEmpty();
        assertThat(lab.took(() -> lab.start(web))).isEqualTo(SECOND);
        lab.platform.settle();
        assertThat(hung).isCompleted();
        assertThat(done).containsExactly("user");
    }

    @Test
    void mayBeChainedWithFurtherCalls() {
        CompletableFuture<StopReport> both = lab.node
                .startAsync(web, StartCause.START)
                .thenCompose(started -> lab.node.stopAsync(web, StopCause.GROUP_STOP));
        lab.platform.settle();
        assertThat(both).isCompleted();
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void goOnWhereTheUserCancelsTheFuture() {
        CompletableFuture<StartReport> start = lab.node.startAsync(web, StartCause.START);
        start.cancel(true);
        lab.platform.settle();
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
    }

    private void nap(Duration time) {
        try {
            lab.platform.timeline().sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
