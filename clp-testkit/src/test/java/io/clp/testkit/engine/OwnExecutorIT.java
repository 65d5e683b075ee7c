package io.clp.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.testkit.FakePlatform;
import io.clp.time.Timeline;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Needs real time: an executor of the user's under the system's timeline, and one that refuses work. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OwnExecutorIT {
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Piece app = new Piece("app");
    private final FailoverGroup web = Lab.group("web", app);
    private final FakePlatform machine = FakePlatform.builder("SV1").realTime().build();
    private final GroupController node = GroupController.builder(new Over(machine, Timeline.system(executor)))
            .groups(web)
            .build();

    @AfterEach
    void close() {
        executor.shutdownNow();
        machine.close();
    }

    @Test
    void runsOperationsOnTheExecutor() {
        Thread[] on = new Thread[1];
        app.online(context -> on[0] = Thread.currentThread());
        node.start(web, StartCause.START);
        assertThat(on[0].getName()).startsWith("pool-");
        assertThat(node.stop(web, StopCause.GROUP_STOP).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void answersCallsThoughTheExecutorRefusesWork() {
        node.start(web, StartCause.START);
        executor.shutdown();

        GroupOperationException stop =
                catchThrowableOfType(GroupOperationException.class, () -> node.stop(web, StopCause.GROUP_STOP));

        assertThat(stop.report().failures()).isNotEmpty();
        assertThat(stop).hasMessageContaining("app");
        assertThat(node.view(web).state()).isEqualTo(GroupState.OFFLINE_FAILURE);
        assertThat(app.up()).isTrue();
        assertThat(catchThrowableOfType(GroupOperationException.class, () -> node.start(web, StartCause.START)))
                .isNotNull();
    }

    @Test
    void answersAsynchronousCallsThoughTheExecutorRefusesWork() throws Exception {
        executor.shutdown();
        CompletableFuture<StartReport> start = node.startAsync(web, StartCause.START);
        Throwable failure = start.handle((report, thrown) -> thrown).get(10, TimeUnit.SECONDS);
        assertThat(failure).isInstanceOf(GroupOperationException.class);
    }

    @Test
    void answersThoughALongGroupMeetsAnExecutorThatRefuses() {
        FailoverGroup.Builder builder = FailoverGroup.builder("long").nodes("SV1");
        for (int i = 0; i < 1_000; i++) {
            String[] below = i == 0 ? new String[0] : new String[] {"r" + (i - 1)};
            builder.resource(new Piece("r" + i), it -> it.dependsOn(below));
        }
        FailoverGroup chain = builder.build();
        GroupController other = GroupController.builder(new Over(machine, Timeline.system(executor)))
                .groups(chain)
                .build();
        executor.shutdown();
        assertThat(catchThrowableOfType(GroupOperationException.class, () -> other.stop(chain, StopCause.GROUP_STOP)))
                .isNotNull();
    }
}
