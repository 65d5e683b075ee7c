package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.ClpException;
import io.clp.FailoverGroup;
import io.clp.Failure;
import io.clp.GroupId;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.NodeId;
import io.clp.Operation;
import io.clp.Outcome;
import io.clp.ResourceId;
import io.clp.resource.OperationTimeoutException;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ResourceState;
import io.clp.resource.WaitTimeoutException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a resource does within its operations, the call is answered, and nothing is called what is not known. */
class MisbehavingResourceTest {
    private final Piece app = new Piece("app");
    private final FailoverGroup web = Lab.group("web", app);
    private final Lab lab = Lab.of(web);

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void failsTheStartWithWhatTheResourceThrew() {
        IOException thrown = new IOException("no such file");
        app.online(context -> {
            throw thrown;
        });

        GroupOperationException failed = lab.startFails(web);

        assertThat(failed.report().outcome()).isEqualTo(Outcome.FAILED);
        Failure failure = failed.report().failures().get(0);
        assertThat(failure.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failure.error()).isInstanceOf(ResourceException.class).hasCause(thrown);
        assertThat(failure.error().nodeId()).contains(NodeId.of("SV1"));
        assertThat(failure.error().groupId()).contains(GroupId.of("web"));
        assertThat(failure.error().resourceId()).contains(ResourceId.of("app"));
        assertThat(failed).hasMessageContaining("app").hasMessageContaining("no such file");
        assertThat(app.calls).containsExactly("online", "offline"); // what failed is taken offline too
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void reportsOneHangOnceThoughTheRollbackMeetsItAgain() {
        app.online(new Hang(() -> lab.platform));

        GroupOperationException failed = lab.startFails(web);

        assertThat(failed.report().outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(failed.report().failures()).hasSize(1);
    }

    @Test
    void reportsAnErrorInThePlaceOfRethrowingIt() {
        app.online(context -> {
            throw new StackOverflowError("too deep");
        });
        assertThat(lab.startFails(web).report().failures().get(0).error())
                .hasRootCauseInstanceOf(StackOverflowError.class);

        app.online(context -> {});
        assertThat(lab.start(web).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void triesAgainWhatMayHelpAndKeepsTheEarlierErrors() {
        FailoverGroup twice = Lab.group("twice", retrying(1), app);
        try (Lab other = Lab.of(twice)) {
            app.online(context -> {
                throw ResourceException.temporary("attempt " + app.calls.size());
            });
            ClpException error =
                    other.startFails(twice).report().failures().get(0).error();
            assertThat(error).hasMessage("attempt 2");
            assertThat(error.getSuppressed())
                    .singleElement()
                    .extracting(Throwable::getMessage)
                    .isEqualTo("attempt 1");
            assertThat(other.state(twice)).isEqualTo(GroupState.OFFLINE);
        }
    }

    @Test
    void doesNotTryAgainWhatIsOfNoUse() {
        FailoverGroup often = Lab.group("often", retrying(9), app);
        try (Lab other = Lab.of(often)) {
            app.online(context -> {
                throw ResourceException.permanent("not on this machine");
            });
            assertThat(other.startFails(often).report().failures()).hasSize(1);
            assertThat(app.calls).containsExactly("online", "offline");
        }
    }

    @Test
    void doesNotBelieveALateReturnButTheProbeAfterIt() {
        FailoverGroup twice = Lab.group("twice", retrying(1), app);
        try (Lab other = Lab.of(twice)) {
            app.online(context -> stubborn(other, Duration.ofSeconds(11)));
            assertThat(other.start(twice).operations())
                    .extracting(it -> it.kind() + " " + it.outcome())
                    .containsExactly("PROBE DONE", "ONLINE INDETERMINATE", "PROBE DONE");
            assertThat(app.calls).containsExactly("online"); // probed online: no second attempt
        }
    }

    @Test
    void rollsBackALateCallThatHasNoAttemptLeft() {
        app.online(context -> stubborn(lab, Duration.ofSeconds(11)));

        GroupOperationException failed = lab.startFails(web);

        assertThat(failed.report().failures().get(0).outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(failed.report().failures().get(0).error())
                .isInstanceOfSatisfying(OperationTimeoutException.class, it -> {
                    assertThat(it.stillRunning()).isFalse();
                    assertThat(it.deadline()).isEqualTo(Duration.ofSeconds(10));
                });
        assertThat(failed.report().outcome()).isEqualTo(Outcome.FAILED); // certainly offline again
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
        assertThat(app.up()).isFalse();
    }

    @Test
    void interruptsWhatAwaitsAFutureThatNobodyCompletes() {
        app.online(context -> context.timeline().await(new CompletableFuture<>(), Hang.FOREVER));
        assertThat(lab.took(() -> lab.start(web))).isEqualTo(Duration.ofSeconds(10));
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void answersAStartThatHangsForEverAndKeepsTheGroup() {
        Hang hang = new Hang(() -> lab.platform);
        app.online(hang);

        GroupOperationException failed = lab.startFails(web);

        assertThat(lab.now()).isEqualTo(Duration.ofSeconds(12)); // the deadline, and two seconds to come back
        assertThat(failed.report().outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(failed.report().failures().get(0).error())
                .isInstanceOfSatisfying(OperationTimeoutException.class, it -> assertThat(it.stillRunning())
                        .isTrue());
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE_FAILURE);
        assertThat(lab.state(web, "app")).isEqualTo(ResourceState.UNKNOWN);

        lab.platform.advance(Duration.ofHours(6));
        assertThat(app.calls).containsExactly("online"); // nothing else starts on it meanwhile

        hang.release();
        lab.platform.settle();
        assertThat(app.calls).containsExactly("online", "offline"); // the rollback that waited for it
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
        assertThat(app.up()).isFalse();
    }

    @Test
    void startsNothingWhileACallHangsAndFailsToStop() {
        Hang hang = new Hang(() -> lab.platform);
        app.online(hang);
        lab.startFails(web);

        GroupOperationException refused = lab.startFails(web);
        assertThat(refused.report().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(refused).hasMessageContaining("has still not come back");
        assertThat(lab.stopFails(web).report().outcome()).isEqualTo(Outcome.INDETERMINATE);

        hang.release();
        lab.platform.settle();
        app.online(context -> {});
        assertThat(lab.start(web).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void finishesAStopWhoseCallHungWhenItReturns() {
        lab.start(web);
        Hang hang = new Hang(() -> lab.platform);
        app.offline(hang);
        assertThat(lab.stopFails(web).report().outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(app.up()).isTrue();
        hang.release();
        lab.platform.settle();
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
        assertThat(app.calls).containsExactly("online", "offline"); // probed offline: not asked again
    }

    @Test
    void endsAnAwaitShortlyBeforeTheDeadlineAndSaysWhatWasAwaited() {
        app.online(context -> context.await("the queue to drain", Duration.ofMillis(100), () -> false));
        GroupOperationException failed = lab.startFails(web);
        assertThat(lab.now()).isEqualTo(Duration.ofSeconds(9));
        assertThat(failed.report().failures().get(0).error())
                .isInstanceOfSatisfying(WaitTimeoutException.class, it -> assertThat(it.awaited())
                        .isEqualTo("the queue to drain"));
        assertThat(failed.report().operations())
                .filteredOn(it -> it.kind() == Operation.Kind.ONLINE)
                .singleElement()
                .satisfies(it -> assertThat(it.outcome()).isEqualTo(Outcome.INDETERMINATE));
    }

    @Test
    void takesAProbeThatTellsNothingNeitherForOnlineNorForOffline() {
        lab.start(web);
        app.probe(context -> null);
        assertThat(lab.stopFails(web).report().outcome()).isEqualTo(Outcome.INDETERMINATE);
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE_FAILURE);

        app.probe(context -> app.up() ? io.clp.resource.Probe.online() : io.clp.resource.Probe.offline());
        lab.platform.settle(); // it is looked at again by itself
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
    }

    private static ResourcePolicy retrying(int retries) {
        return ResourcePolicy.builder()
                .online(SECOND.multipliedBy(10), retries)
                .offline(SECOND.multipliedBy(10), 0)
                .probe(SECOND.multipliedBy(2))
                .build();
    }

    /** Takes a time whatever interrupts it, as a native call does. */
    private static void stubborn(Lab lab, Duration time) {
        long end = lab.platform.timeline().nanos() + time.toNanos();
        boolean interrupted = false;
        for (long left = time.toNanos();
                left > 0;
                left = end - lab.platform.timeline().nanos()) {
            try {
                lab.platform.timeline().sleep(Duration.ofNanos(left));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
