package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.OperationFailed;
import io.clp.Outcome;
import io.clp.ResourceId;
import io.clp.StopCause;
import io.clp.platform.ServiceState;
import io.clp.resource.ResourceState;
import io.clp.testkit.FakePlatform;
import io.clp.testkit.FakeService;
import io.clp.watch.WatchPolicy;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A watched service that ends abnormally is started again, counted, and then its resource is reported failed. */
class WatchedServiceTest {
    private static final WatchPolicy TWICE =
            WatchPolicy.builder().restarts(2).resetAfter(Duration.ofHours(1)).build();

    private final FailoverGroup web = Lab.group("web", new Watched("WWW", "W3SVC", TWICE));
    private final Lab lab = Lab.of(web);
    private final FakeService w3svc = lab.platform.service("W3SVC");

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void startsAgainWhatCrashed() {
        lab.start(web);
        crash();
        assertThat(lab.platform.services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
        assertThat(lab.heard(OperationFailed.class)).isEmpty();
    }

    @Test
    void reportsTheResourceFailedWhenTheRestartsAreUsedUp() {
        lab.start(web);
        crash();
        crash();
        crash();
        assertThat(lab.platform.services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE_FAILURE);
        assertThat(lab.state(web, "WWW")).isEqualTo(ResourceState.ONLINE_FAILURE);
        assertThat(lab.heard(OperationFailed.class)).singleElement().satisfies(it -> {
            assertThat(it.resource()).isEqualTo(ResourceId.of("WWW"));
            assertThat(it.error()).hasMessageContaining("W3SVC").hasMessageContaining("after 2 restarts");
        });
        assertThat(lab.node.restart(web, ResourceId.of("WWW")).outcome()).isEqualTo(Outcome.DONE);
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
        crash(); // watched anew
        assertThat(lab.platform.services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void forgetsOldRestartsAfterAQuietTime() {
        lab.start(web);
        for (int day = 0; day < 5; day++) {
            crash();
            assertThat(lab.platform.services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
            lab.platform.advance(Duration.ofHours(24));
        }
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void leavesStoppedWhatSomebodyStoppedInAnOrderlyWay() {
        lab.start(web);
        lab.platform.services().stop("W3SVC");
        lab.platform.advance(Duration.ofMinutes(5));
        assertThat(lab.platform.services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE); // monitors, not watches, would notice
    }

    @Test
    void startsNothingAgainWhileSupervisionIsSuspended() {
        lab.start(web);
        lab.node.suspendSupervision();
        lab.node.suspendSupervision();
        crash();
        lab.platform.advance(Duration.ofMinutes(5));
        assertThat(lab.platform.services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);
        lab.node.resumeSupervision();
        lab.platform.advance(Duration.ofSeconds(5));
        assertThat(lab.platform.services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void watchesNoMoreAfterTheStop() {
        lab.start(web);
        lab.stop(web);
        lab.platform.services().start("W3SVC");
        lab.platform.settle();
        crash();
        assertThat(lab.platform.services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void watchesNoMoreOnceTheControllerIsClosed() {
        lab.start(web);
        lab.node.close();
        crash();
        assertThat(lab.platform.services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void watchesNoMoreOnceTheProcessIsGone() {
        lab.start(web);
        lab.platform.killProcess();
        crash();
        assertThat(lab.platform.services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void aRestartThatHangsHoldsNoStopForEver() {
        lab.start(web);
        w3svc.hangOnStart();
        crash(); // the restart hangs
        assertThat(lab.took(() -> lab.stop(web)))
                .isLessThanOrEqualTo(lab.node.stopLimit(web).plus(SECOND));
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE_FAILURE);
        w3svc.release(); // it runs after all, watched by nobody; the node keeps the group until somebody stops it again
        lab.platform.settle();
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE_FAILURE);
        assertThat(lab.stop(web).outcome()).isEqualTo(Outcome.DONE);
        assertThat(lab.platform.services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void noKillIsFollowedByARestart() {
        int restarted = 0;
        for (long seed = 1; seed <= 300; seed++) {
            restarted += killNearACrash(seed) ? 1 : 0;
        }
        assertThat(restarted).isBetween(30, 270); // some met a restart, some did not
    }

    private boolean killNearACrash(long seed) {
        Random random = new Random(seed);
        FakePlatform machine =
                FakePlatform.builder("SV1").provide(web).seed(seed).build();
        try (Lab one = Lab.on(machine, web)) {
            FakeService service = machine.service("W3SVC");
            service.startTakes(millis(random, 3_000)).stopTakes(millis(random, 3_000));
            one.start(web);
            machine.timeline().after(millis(random, 3_000), service::crash);
            machine.advance(millis(random, 6_000));
            CompletableFuture<?> stop = one.node.stopAsync(web, StopCause.GROUP_STOP);
            machine.advance(Duration.ofMinutes(1));
            assertThat(stop).as("seed %s", seed).isCompleted();
            assertThat(machine.services().state("W3SVC"))
                    .as(() -> "seed " + seed + "\n" + machine.trace())
                    .isEqualTo(ServiceState.STOPPED);
            assertThat(one.state(web)).as("seed %s", seed).isEqualTo(GroupState.OFFLINE);
            return service.acts().stream()
                            .filter(it -> it.what().startsWith("start"))
                            .count()
                    > 1;
        }
    }

    private void crash() {
        w3svc.crash();
        lab.platform.advance(Duration.ofSeconds(5));
    }

    private static Duration millis(Random random, int most) {
        return Duration.ofMillis(random.nextInt(most));
    }
}
