package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clp.FailoverGroup;
import io.clp.GroupState;
import io.clp.OperationEnded;
import io.clp.Outcome;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.StopReport;
import io.clp.resource.AbandonedException;
import io.clp.resource.Probe;
import io.clp.resource.ResourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Probes that belong to no call: guarded and limited as any attempt, and in nobody's way. */
class ProbeOutsideCallsTest {
    private static final ResourceId APP = ResourceId.of("app");

    private final Piece app = new Piece("app");
    private final Piece other = new Piece("other");
    private final FailoverGroup web = Lab.group("web", app, other);
    private final Lab lab = Lab.of(web);

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void tellsWhatIsFoundAndLeavesNoTraceOfItself() {
        lab.start(web);
        int before = lab.heard(OperationEnded.class).size();
        assertThat(found(probe())).isEqualTo(Probe.online());
        app.up(false);
        assertThat(found(probe())).isEqualTo(Probe.offline());
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
        assertThat(lab.heard(OperationEnded.class)).hasSize(before);
        assertThat(lab.stop(web).operations())
                .as("no probe from before the stop")
                .filteredOn(it -> it.kind() == io.clp.Operation.Kind.PROBE)
                .hasSize(2);
    }

    @Test
    void mendsAReportedFailure() {
        lab.start(web);
        lab.node.reportFailure(web, APP, "a user says so");
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE_FAILURE);
        assertThat(lab.state(web, "app")).isEqualTo(ResourceState.ONLINE_FAILURE);
        found(probe());
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void ignoresAReportOnWhatIsNotOnline() {
        lab.node.reportFailure(web, APP, "too early");
        assertThat(lab.state(web)).isEqualTo(GroupState.UNKNOWN);
        assertThatThrownBy(() -> lab.node.reportFailure(web, ResourceId.of("none"), "no"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTheActsOfAProbeThatWasGivenUp() {
        lab.platform.install("W3SVC");
        lab.start(web);
        List<Throwable> met = new ArrayList<>();
        app.probe(context -> {
            try {
                context.timeline().sleep(SECOND.multipliedBy(60));
            } catch (InterruptedException e) {
                met.add(e);
            }
            try {
                context.service("W3SVC").start();
            } catch (AbandonedException e) {
                met.add(e);
            }
            return Probe.online();
        });
        CompletableFuture<Probe> probe = probe();
        assertThat(found(probe).state()).isEqualTo(Probe.State.UNKNOWN);
        assertThat(probe.join().detail()).contains("did not return within PT2S");
        assertThat(met).hasSize(2);
        assertThat(lab.platform.acts()).isEmpty();
        assertThat(lab.now()).isEqualTo(SECOND.multipliedBy(2));
    }

    @Test
    void takesWhatThrowsForUnknown() {
        lab.start(web);
        app.probe(context -> {
            throw new AssertionError("a user's fault");
        });
        assertThat(found(probe()).detail()).contains("a user's fault");
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void isMadeBesideNoCall() {
        app.takes(SECOND);
        CompletableFuture<?> start = lab.node.startAsync(web, StartCause.START);
        CompletableFuture<Probe> probe = probe();
        assertThat(probe).as("told at once").isCompletedWithValueMatching(it -> it.state() == Probe.State.UNKNOWN);
        lab.platform.settle();
        assertThat(start).isCompleted();
    }

    @Test
    void delaysACallThatComesMeanwhileByItsOwnTimeOnly() {
        lab.start(web);
        app.probe(context -> {
            context.timeline().sleep(SECOND);
            return Probe.offline();
        });
        CompletableFuture<Probe> probe = probe();
        lab.platform.advance(SECOND.dividedBy(2));
        assertThat(lab.took(() -> lab.stop(web))).isEqualTo(SECOND.dividedBy(2).plus(SECOND)); // the stop's own probe
        assertThat(probe).isCompletedWithValue(Probe.offline());
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void lettingNothingElseStartWhereItHangs() {
        lab.start(web);
        Hang hang = new Hang(() -> lab.platform);
        app.probe(context -> {
            hang.run(context);
            return app.up() ? Probe.online() : Probe.offline();
        });
        CompletableFuture<Probe> probe = probe();
        CompletableFuture<StopReport> stop = lab.node.stopAsync(web, StopCause.GROUP_STOP);
        lab.platform.advance(SECOND.multipliedBy(4));
        assertThat(probe.join().detail()).contains("nor when it was interrupted");
        lab.platform.settle();
        assertThat(stop).isCompletedExceptionally();
        assertThat(app.calls).containsExactly("online");
        assertThat(other.calls).containsExactly("online", "offline");
        assertThat(lab.node.probeAsync(web, APP).join().made()).isFalse();
        hang.release();
        lab.platform.settle();
        assertThat(app.calls).containsExactly("online", "offline");
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void isNotMadeFromInsideAnOperationNorByAClosedController() {
        List<Probe> inside = new ArrayList<>();
        app.probe(context -> {
            inside.add(lab.node.probeAsync(web, ResourceId.of("other")).join());
            return Probe.online();
        });
        found(probe());
        assertThat(inside).singleElement().satisfies(it -> assertThat(it.detail())
                .contains("from inside"));
        lab.node.close();
        assertThat(probe().join().detail()).contains("closed");
    }

    @Test
    void isWaitedForByAClose() {
        app.probe(context -> {
            context.timeline().sleep(SECOND);
            return Probe.offline();
        });
        CompletableFuture<Probe> probe = probe();
        lab.platform.advance(SECOND.dividedBy(2));
        assertThat(lab.took(() -> {
                    lab.node.close();
                    return 0;
                }))
                .isEqualTo(SECOND.dividedBy(2));
        lab.platform.settle();
        assertThat(probe).isCompletedWithValue(Probe.offline());
    }

    @Test
    void asksOfAGroupAndAResourceThatAreKnown() {
        assertThatThrownBy(() -> lab.node.probeAsync(web, ResourceId.of("none")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> lab.node.probeAsync(Lab.group("web", app), APP))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void asyncRestartsAndStartsUnderAnEpochAnswerAsTheOthersDo() {
        var start = lab.node.startAsync(web, StartCause.FAILOVER, 7);
        lab.platform.settle();
        assertThat(start.join().epoch()).isEqualTo(7);
        var restart = lab.node.restartAsync(web, APP);
        lab.platform.settle();
        assertThat(restart.join().outcome()).isEqualTo(Outcome.DONE);
        assertThat(app.calls).containsExactly("online", "offline", "online");
        assertThatThrownBy(() -> lab.node.startAsync(web, StartCause.START, 0))
                .isInstanceOf(IllegalArgumentException.class);
        var stale = lab.node.startAsync(web, StartCause.START, 6);
        lab.platform.settle();
        assertThat(stale).isCompletedExceptionally();
    }

    private CompletableFuture<Probe> probe() {
        return lab.node.probeAsync(web, APP);
    }

    private Probe found(CompletableFuture<Probe> probe) {
        lab.platform.settle();
        assertThat(probe).isCompleted();
        return probe.join();
    }
}
