package io.clp.internal.decide;

import static io.clp.resource.Probe.State.OFFLINE;
import static io.clp.resource.Probe.State.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupState;
import io.clp.StopCause;
import io.clp.resource.ResourceState;
import org.junit.jupiter.api.Test;

/** Design section 4, rules 8 and 13, restart, recovery, reports of failures, and closing. */
class CallRulesTest {
    @Test
    void takesCallsOneAfterAnotherInTheirOrder() {
        CoreDriver group = CoreDriver.of("app X").start().stop().start();
        assertThat(group.did()).containsExactly("online app");
        group.done("app").done("app").found(OFFLINE, "app").done("app");
        assertThat(group.did()).containsExactly("offline app", "probe app", "online app");
        assertThat(group.said()).containsExactly("start DONE", "stop DONE", "start DONE");
    }

    @Test
    void startsAStartedGroupWithoutDoingAnything() {
        CoreDriver group = CoreDriver.started("app X").start();
        assertThat(group.did()).isEmpty();
        assertThat(group.said()).containsExactly("start NOTHING_TO_DO");
    }

    @Test
    void restartsAResourceAndWhatDependsOnItAndLeavesTheRestAlone() {
        CoreDriver group = CoreDriver.started("disk P", "w3svc S", "site X hooked", "other X < disk")
                .restart("w3svc");
        assertThat(group.view.stopCause()).contains(StopCause.RESOURCE_RESTART);
        group.honest(ResourceState.OFFLINE);
        assertThat(group.did())
                .containsExactly(
                        "offline site", "probe site", "offline w3svc", "probe w3svc", "online w3svc", "online site");
        assertThat(group.said()).containsExactly("restart DONE");
        assertThat(group.state()).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void restartsWhatUsesThePartitionWithoutAnEdgeToo() {
        CoreDriver group = CoreDriver.started("app X < - uses v0", "disk P uses v0", "web X < app")
                .restart("disk");
        group.honest(ResourceState.OFFLINE);
        assertThat(group.said()).containsExactly("restart DONE");
        assertThat(group.did()).startsWith("offline web").contains("offline app", "offline disk", "online app");
    }

    @Test
    void rollsTheWholeGroupBackWhereARestartCannotBringItUp() {
        CoreDriver group = CoreDriver.started("disk P", "w3svc S", "site X").restart("site");
        group.done("site").found(OFFLINE, "site").threw("site").honest(ResourceState.OFFLINE);
        assertThat(group.said()).containsExactly("site FAILED", "restart FAILED");
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void doesNotRestartAGroupThatIsNotStarted() {
        CoreDriver group = CoreDriver.of("app X").restart("app");
        assertThat(group.said()).containsExactly("call REFUSED", "restart REFUSED");
        assertThat(group.did()).isEmpty();
    }

    @Test
    void tellsOfARecoveryAndChangesNoState() {
        CoreDriver group = CoreDriver.started("app X hooked", "plain X").recover();
        assertThat(group.did()).containsExactly("recovered app");
        assertThat(group.state()).isEqualTo(GroupState.ONLINE);
        group.threw("app");
        assertThat(group.said()).containsExactly("app FAILED", "recover FAILED");
        assertThat(group.state()).isEqualTo(GroupState.ONLINE);
        assertThat(group.state("app")).isEqualTo(ResourceState.ONLINE);
    }

    @Test
    void marksAReportedFailureAndMendsItByTheNextStart() {
        CoreDriver group = CoreDriver.started("disk P", "app X").report("app");
        assertThat(group.state()).isEqualTo(GroupState.ONLINE_FAILURE);
        assertThat(group.state("app")).isEqualTo(ResourceState.ONLINE_FAILURE);
        assertThat(group.said()).containsExactly("app FAILED");
        group.start().found(ONLINE, "disk").found(OFFLINE, "app").done("app");
        assertThat(group.said()).containsExactly("start DONE");
        assertThat(group.state()).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void rollsBackAStartInWhichAResourceIsReportedFailed() {
        CoreDriver group =
                CoreDriver.of("w3svc S", "site X").start().done("w3svc").report("w3svc");
        group.done("site").honest(ResourceState.OFFLINE);
        assertThat(group.said()).containsExactly("w3svc FAILED", "start FAILED");
    }

    @Test
    void ignoresAReportOnWhatIsNotOnline() {
        CoreDriver group = CoreDriver.of("app X").report("app");
        assertThat(group.said()).isEmpty();
        group.start().report("app").done("app").stop().report("app");
        assertThat(group.said()).containsExactly("start DONE");
    }

    @Test
    void doesNotTakeAGroupForStartedByAReportWhenItsStopIsNotDone() {
        CoreDriver group = CoreDriver.started("app X hooked").recover().pass(11).stop();
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE_FAILURE);
        group.recover().report("app");
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE_FAILURE);
    }

    @Test
    void closingRefusesWhatWaitsAndLetsWhatRunsFinish() {
        CoreDriver group = CoreDriver.of("app X").start().stop().close().start();
        assertThat(group.said())
                .containsExactly("stop refused: CallRefusedException", "start refused: CallRefusedException");
        group.done("app");
        assertThat(group.said()).containsExactly("start DONE");
        assertThat(group.state()).isEqualTo(GroupState.ONLINE);
    }

    @Test
    void laterTurnsDoNotChangeAnEarlierView() {
        CoreDriver group = CoreDriver.of("disk P", "app X");
        View before = group.view;
        group.start().done("disk", "app");
        assertThat(before.state()).isEqualTo(GroupState.OFFLINE);
        assertThat(before.stateOf(0)).isEqualTo(ResourceState.OFFLINE);
        assertThat(before.hung()).isZero();
        assertThat(before.calling()).isFalse();
    }
}
