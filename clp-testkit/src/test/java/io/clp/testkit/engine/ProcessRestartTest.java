package io.clp.testkit.engine;

import static io.clp.testkit.engine.Lab.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.clp.FailoverGroup;
import io.clp.GroupController;
import io.clp.GroupOperationException;
import io.clp.GroupState;
import io.clp.Outcome;
import io.clp.StartCause;
import io.clp.StopCause;
import io.clp.StopReport;
import io.clp.platform.NodeThing;
import io.clp.platform.ServiceState;
import io.clp.resource.Probe;
import io.clp.resource.ResourceState;
import io.clp.resource.ServiceResource;
import io.clp.resource.SwitchablePartition;
import io.clp.resource.VirtualIp;
import io.clp.testkit.FakeMachines;
import io.clp.testkit.FakePlatform;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** There is no state file: what is true is found by probing, whatever the process or the machine went through. */
class ProcessRestartTest {
    private static final String VOLUME = "\\\\?\\Volume{6f1c2f9e-0000-0000-0000-100000000000}\\";

    private final FailoverGroup web = Lab.group(
            "web",
            SwitchablePartition.builder("content")
                    .volume(VOLUME)
                    .mountAt("E:\\")
                    .build(),
            VirtualIp.builder("vip").address("10.0.0.10/24").build(),
            ServiceResource.builder("www").service("W3SVC").build());
    private final Piece app = new Piece("app");
    private final FailoverGroup other = Lab.group("other", app);
    private final FakeMachines machines =
            FakeMachines.builder().provide(web, other).build();
    private final FakePlatform sv1 = machines.node("SV1");
    private final FakePlatform sv2 = machines.node("SV2");
    private final Lab lab = Lab.on(sv1, web, other);

    @AfterEach
    void close() {
        machines.close();
    }

    @Test
    void keepsWhatItFindsOnline() {
        lab.start(web);
        int acts = sv1.acts().size();
        lab.restartProcess();
        assertThat(lab.state(web)).isEqualTo(GroupState.UNKNOWN);
        assertThat(lab.start(web).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
        assertThat(lab.state(web)).isEqualTo(GroupState.ONLINE);
        assertThat(sv1.acts()).hasSize(acts);
    }

    @Test
    void bringsUpOnlyTheRest() {
        lab.start(web);
        sv1.services().stop("W3SVC");
        sv1.addresses().remove("10.0.0.10");
        machines.settle();
        int acts = sv1.acts().size();
        lab.restartProcess();
        assertThat(lab.start(web).outcome()).isEqualTo(Outcome.DONE);
        assertThat(sv1.acts().subList(acts, sv1.acts().size()))
                .extracting(it -> it.subject())
                .containsExactly("address 10.0.0.10", "address 10.0.0.10", "service W3SVC"); // add, announce, start
    }

    @Test
    void stopsWhatItFindsOnline() {
        lab.start(web);
        lab.restartProcess();
        assertThat(lab.stop(web).outcome()).isEqualTo(Outcome.DONE);
        assertThat(sv1.volume(VOLUME).mounted()).isFalse();
        assertThat(sv1.services().state("W3SVC")).isEqualTo(ServiceState.STOPPED);
    }

    @Test
    void takesWhatRunsAboveAGroundThatIsGoneForNoEvidence() {
        Piece disk = new Piece("disk");
        Piece shared = new Piece("iis").uses(NodeThing.service("W3SVC"));
        FailoverGroup two = Lab.chain("two", disk, shared);
        try (Lab alone = Lab.of(two)) {
            shared.up(true); // the service runs, for another group
            assertThat(alone.start(two).outcome()).isEqualTo(Outcome.DONE);
            assertThat(disk.calls).containsExactly("online");
            assertThat(shared.calls).containsExactly("online"); // not kept: it cannot have had what it rests on
        }
    }

    @Test
    void tellsAProbeWhatTheResourcesBelowWereFoundToBe() {
        Piece disk = new Piece("disk");
        Piece shared = new Piece("iis");
        shared.probe(context ->
                context.state(disk.id()) == ResourceState.ONLINE && shared.up() ? Probe.online() : Probe.offline());
        FailoverGroup two = Lab.chain("two", disk, shared);
        try (Lab alone = Lab.of(two)) {
            shared.up(true);
            assertThat(alone.stop(two).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            disk.up(true);
            alone.newController();
            assertThat(alone.start(two).outcome()).isEqualTo(Outcome.NOTHING_TO_DO);
            assertThat(shared.calls).isEmpty();
        }
    }

    @Test
    void finishesAStartThatTheProcessDiedIn() {
        sv1.service("W3SVC").startTakes(SECOND.multipliedBy(8));
        lab.node.startAsync(web, StartCause.START);
        machines.advance(SECOND.multipliedBy(4));
        lab.restartProcess();
        assertThat(lab.start(web).outcome()).isEqualTo(Outcome.DONE);
        assertThat(sv1.services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
        assertThat(sv1.service("W3SVC").acts()).hasSize(1); // it was starting: waited for, not asked again
    }

    @Test
    void finishesAStopThatTheProcessDiedIn() {
        lab.start(web);
        sv1.service("W3SVC").stopTakes(SECOND.multipliedBy(8));
        lab.node.stopAsync(web, StopCause.GROUP_STOP);
        machines.advance(SECOND.multipliedBy(4));
        lab.restartProcess();
        assertThat(lab.stop(web).outcome()).isEqualTo(Outcome.DONE);
        assertThat(lab.state(web)).isEqualTo(GroupState.OFFLINE);
        machines.settle();
        assertThat(sv1.volume(VOLUME).mounted()).isFalse();
    }

    @Test
    void anotherNodeTakesOverWhatAMachineWithoutPowerHad() {
        sv1.service("W3SVC").startTakes(SECOND.multipliedBy(8));
        lab.node.startAsync(web, StartCause.START);
        machines.advance(SECOND.multipliedBy(4));
        sv1.powerOff();

        GroupController rescuer =
                GroupController.builder(sv2).groups(web, other).build();
        assertThat(rescuer.start(web, StartCause.FAILOVER, 2).outcome()).isEqualTo(Outcome.DONE);
        assertThat(sv2.receives("10.0.0.10")).isTrue();

        sv1.boot();
        lab.newController();
        assertThat(lab.node.stopUnowned(Set.of()))
                .extracting(StopReport::outcome)
                .containsOnly(Outcome.NOTHING_TO_DO);
        machines.settle();
        assertThat(sv2.services().state("W3SVC")).isEqualTo(ServiceState.RUNNING);
    }

    @Test
    void takesOfflineWhatIsOnlineWithoutBeingOwned() {
        lab.start(web);
        lab.start(other);
        lab.restartProcess();
        List<StopReport> reports = lab.node.stopUnowned(Set.of(other.id()));
        assertThat(reports).singleElement().satisfies(it -> {
            assertThat(it.group()).isEqualTo(web.id());
            assertThat(it.outcome()).isEqualTo(Outcome.DONE);
        });
        assertThat(sv1.volume(VOLUME).mounted()).isFalse();
        assertThat(app.up()).isTrue();
        assertThat(app.calls).containsExactly("online");
    }

    @Test
    void triesEveryGroupThatIsNotOwnedBeforeItThrows() {
        Piece second = new Piece("second");
        FailoverGroup third = Lab.group("third", second);
        try (Lab alone = Lab.of(other, third)) {
            app.up(true);
            second.up(true);
            app.offline(context -> {
                throw new IllegalStateException("stuck");
            });
            second.offline(context -> {
                throw new IllegalStateException("stuck too");
            });
            GroupOperationException failed =
                    catchThrowableOfType(GroupOperationException.class, () -> alone.node.stopUnowned(Set.of()));
            assertThat(failed.report().group()).isEqualTo(other.id());
            assertThat(failed.getSuppressed()).singleElement().satisfies(it -> assertThat(it)
                    .hasMessageContaining("stuck too"));
            assertThat(second.calls).containsExactly("offline");
        }
    }

    @Test
    void theOldControllerOfAProcessThatDiedChangesNothingAnyMore() {
        sv1.service("W3SVC").startTakes(SECOND.multipliedBy(8));
        lab.node.startAsync(web, StartCause.START);
        machines.advance(SECOND.multipliedBy(4));
        GroupController old = lab.node;
        sv1.killProcess();
        int acts = sv1.acts().size();
        machines.settle();
        assertThat(sv1.acts()).hasSize(acts);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> old.stop(web, StopCause.GROUP_STOP))
                .isInstanceOf(IllegalStateException.class);
        assertThat(sv1.acts()).hasSize(acts);
    }
}
