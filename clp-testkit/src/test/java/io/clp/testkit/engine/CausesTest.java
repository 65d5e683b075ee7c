package io.clp.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.clp.DiskStatus;
import io.clp.FailoverGroup;
import io.clp.GroupChanged;
import io.clp.GroupController;
import io.clp.GroupState;
import io.clp.NodeRank;
import io.clp.OperationFailed;
import io.clp.Outcome;
import io.clp.ResourceId;
import io.clp.StartCause;
import io.clp.StartReport;
import io.clp.StopCause;
import io.clp.resource.NodeLocal;
import io.clp.resource.ResourceContext;
import io.clp.resource.ResourceException;
import io.clp.resource.ResourcePolicy;
import io.clp.resource.ResourceState;
import io.clp.resource.ResourceTier;
import io.clp.testkit.FakeMachines;
import io.clp.time.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operations are told: the causes, the disk, the node; and what they keep and report. */
class CausesTest {
    private static final NodeLocal<String> SESSION = NodeLocal.named("session");

    private final List<String> seen = new ArrayList<>();
    private final Piece disk = new Piece("disk").tier(ResourceTier.PARTITION);
    private final Piece app = new Piece("app")
            .online(context -> see("online", context))
            .offline(context -> see("offline", context))
            .recovered(context -> see("recovered", context));
    private final FailoverGroup web = Lab.group("web", disk, app);
    private final Lab lab = Lab.of(web);

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void aStopSeesTheCauseOfTheStartBeforeAndItsOwn() {
        lab.node.start(web, StartCause.FAILOVER, 3);
        lab.node.stop(web, StopCause.GROUP_MOVE);
        assertThat(seen)
                .containsExactly(
                        "online FAILOVER none SUCCESS HOME epoch 3",
                        "offline FAILOVER GROUP_MOVE SUCCESS HOME epoch 3");
    }

    @Test
    void aStartThatIsAnsweredWhileAnotherWaitsHasItsOwnEpoch() throws Exception {
        app.online(context -> context.timeline().sleep(Lab.SECOND));
        Task<StartReport> first = lab.platform.timeline().fork("first", () -> lab.node.start(web, StartCause.START, 1));
        lab.platform.advance(Duration.ofMillis(500));

        StartReport second = lab.node.start(web, StartCause.START, 2);

        assertThat(first.join(Lab.SECOND).epoch()).isEqualTo(1);
        assertThat(second.outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(second.epoch()).isEqualTo(2);
        assertThat(lab.heard(GroupChanged.class))
                .filteredOn(it -> it.from() == GroupState.ONLINE_PENDING)
                .extracting(GroupChanged::epoch)
                .containsExactly(1L);
    }

    @Test
    void aStartCauseLostInARestartOfTheProcessIsStart() {
        lab.node.start(web, StartCause.FAILOVER);
        lab.restartProcess();
        assertThat(lab.node.view(web).startCause()).isEmpty();
        lab.node.stop(web, StopCause.GROUP_STOP);
        assertThat(seen).last().isEqualTo("offline START GROUP_STOP SUCCESS HOME epoch 0");
    }

    @Test
    void aRestartOfAResourceSaysSo() {
        lab.start(web);
        lab.node.restart(web, ResourceId.of("app"));
        assertThat(seen)
                .containsExactly(
                        "online START none SUCCESS HOME epoch 0",
                        "offline START RESOURCE_RESTART SUCCESS HOME epoch 0",
                        "online START none SUCCESS HOME epoch 0");
        assertThat(lab.node.view(web).startCause()).contains(StartCause.START);
    }

    @Test
    void theRollbackOfAStartIsAFailover() {
        app.online(context -> {
            see("online", context);
            throw new IllegalStateException("no");
        });
        lab.startFails(web);
        assertThat(seen).last().isEqualTo("offline START GROUP_FAILOVER SUCCESS HOME epoch 0");
    }

    @Test
    void theDiskHasFailedWhereAPartitionIsNotOnline() {
        lab.start(web);
        disk.up(false); // behind the engine's back
        disk.probe(context -> io.clp.resource.Probe.failed("path lost"));
        lab.restartProcess();
        lab.node.stopAsync(web, StopCause.GROUP_STOP);
        lab.platform.settle();
        assertThat(seen).last().isEqualTo("offline START GROUP_STOP FAILURE HOME epoch 0");
    }

    @Test
    void whatFailsBelowIsToldToWhatWaitsForIt() {
        List<String> told = new ArrayList<>();
        Blocked blocked = new Blocked("iis", told);
        FailoverGroup two = Lab.group("two", disk, blocked);
        disk.online(context -> {
            throw new IllegalStateException("path lost");
        });
        try (Lab other = Lab.of(two)) {
            assertThat(other.startFails(two).report().failures())
                    .singleElement()
                    .satisfies(it -> assertThat(it.resource()).contains(disk.id()));
            assertThat(told).containsExactly("blocked by disk, FAILURE");
            assertThat(other.state(two)).isEqualTo(GroupState.OFFLINE);
        }
    }

    @Test
    void aNodeKnowsItsRankAndKeepsItsOwnThings() {
        List<Optional<String>> kept = new ArrayList<>();
        app.online(context -> {
            see("online", context);
            kept.add(context.get(SESSION));
            context.put(SESSION, "of " + context.nodeId());
        });
        app.offline(context -> kept.add(context.get(SESSION)));
        try (FakeMachines machines = FakeMachines.builder().provide(web).build()) {
            GroupController one =
                    GroupController.builder(machines.node("SV1")).groups(web).build();
            GroupController two =
                    GroupController.builder(machines.node("SV2")).groups(web).build();
            one.start(web, StartCause.START, 1);
            one.stop(web, StopCause.GROUP_MOVE);
            app.up(false);
            two.start(web, StartCause.START, 2);
            two.stop(web, StopCause.GROUP_STOP);
        }
        assertThat(seen)
                .containsExactly("online START none SUCCESS HOME epoch 1", "online START none SUCCESS OTHER epoch 2");
        assertThat(kept)
                .containsExactly(Optional.empty(), Optional.of("of SV1"), Optional.empty(), Optional.of("of SV2"));
    }

    @Test
    void aReturnToTheClusterIsToldAndChangesNothing() {
        lab.start(web);
        lab.node.recover(web);
        assertThat(seen).last().isEqualTo("recovered START none SUCCESS HOME epoch 0");
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
        assertThat(app.calls).containsExactly("online", "recovered");
    }

    @Test
    void aReturnIsToldToAGroupThatIsOfflineToo() {
        lab.node.recover(web);
        assertThat(app.calls).containsExactly("recovered");
        assertThat(lab.state(web)).isEqualTo(GroupState.UNKNOWN);
        assertThat(lab.start(web).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aReportedFailureMakesTheGroupFailAndIsAnEvent() {
        ResourceContext[] kept = new ResourceContext[1];
        app.online(context -> kept[0] = context);
        lab.start(web);
        kept[0].reportFailure("the port is closed");
        assertThat(lab.heard(OperationFailed.class)).singleElement().satisfies(it -> {
            assertThat(it.resource()).isEqualTo(app.id());
            assertThat(it.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(it.error()).hasMessageContaining("the port is closed");
        });
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE_FAILURE);
        assertThat(lab.state(web, "app")).isEqualTo(ResourceState.ONLINE_FAILURE);

        assertThat(lab.node.restart(web, app.id()).outcome()).isEqualTo(Outcome.DONE);
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void aReportedFailureIsNotMistakenForWhatAnEarlierAttemptThrew() {
        ResourceContext[] kept = new ResourceContext[1];
        app.online(context -> {
            kept[0] = context;
            if (app.calls.size() == 1) {
                throw ResourceException.temporary("the first attempt");
            }
        });
        FailoverGroup twice = FailoverGroup.builder("twice")
                .nodes("SV1", "SV2")
                .resource(
                        app,
                        it -> it.policy(ResourcePolicy.builder()
                                .online(Lab.SECOND.multipliedBy(5), 1)
                                .build()))
                .build();
        try (Lab other = Lab.of(twice)) {
            other.start(twice);
            kept[0].reportFailure("the port is closed");
            assertThat(other.heard(OperationFailed.class)).singleElement().satisfies(it -> assertThat(it.error())
                    .hasMessageContaining("the port is closed")
                    .hasNoSuppressedExceptions());
        }
    }

    @Test
    void aReportOfAFailureAfterTheStopSaysNothing() {
        ResourceContext[] kept = new ResourceContext[1];
        app.online(context -> kept[0] = context);
        lab.start(web);
        lab.stop(web);
        kept[0].reportFailure("gone");
        assertThat(lab.heard(OperationFailed.class)).isEmpty();
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
    }

    private void see(String what, ResourceContext context) {
        DiskStatus status = context.diskStatus();
        NodeRank rank = context.nodeRank();
        seen.add(what + " " + context.startCause().orElseThrow() + " "
                + context.stopCause().map(StopCause::name).orElse("none") + " " + status + " " + rank + " epoch "
                + context.epoch());
    }
}
