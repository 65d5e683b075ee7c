package io.clp.internal.decide;

import static io.clp.resource.Probe.State.OFFLINE;
import static io.clp.resource.Probe.State.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import io.clp.GroupState;
import io.clp.resource.ResourceState;
import org.junit.jupiter.api.Test;

/** Design section 4, rules 3, 4 and 6: what is given up, what is kept meanwhile, and how it is finished. */
class HangRulesTest {
    @Test
    void interruptsAtTheDeadlineAndGivesUpAfterTheGrace() {
        CoreDriver group = CoreDriver.started("app X").stop().pass(19);
        assertThat(group.did()).containsExactly("offline app");
        group.pass(1);
        assertThat(group.did()).containsExactly("interrupt app");
        assertThat(group.view.hung()).isZero();
        group.pass(1);
        assertThat(group.view.hung()).isEqualTo(1);
        assertThat(group.said()).containsExactly("app INDETERMINATE", "stop INDETERMINATE");
        assertThat(group.state("app")).isEqualTo(ResourceState.UNKNOWN);
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE_FAILURE);
    }

    @Test
    void releasesTheAddressAndKeepsThePartitionBelowWhatHangs() {
        CoreDriver group = CoreDriver.started("disk P", "ip A", "app X").stop().pass(21);
        assertThat(group.did()).containsExactly("offline app", "interrupt app", "offline ip");
        group.done("ip").found(OFFLINE, "ip");
        assertThat(group.state("disk")).isEqualTo(ResourceState.ONLINE);
    }

    @Test
    void probesWhatCameBackAndFinishesTheStop() {
        CoreDriver group = CoreDriver.started("disk P", "app X").stop().pass(21);
        group.clear();
        group.pass(100);
        assertThat(group.did()).isEmpty();
        group.done("app");
        assertThat(group.did()).containsExactly("probe app");
        assertThat(group.state("app")).isEqualTo(ResourceState.UNKNOWN);
        group.found(ONLINE, "app")
                .done("app")
                .found(OFFLINE, "app")
                .done("disk")
                .found(OFFLINE, "disk");
        assertThat(group.did()).containsExactly("offline app", "probe app", "offline disk", "probe disk");
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void keepsAPartitionBelowAToldResourceThatHangs() {
        CoreDriver group = CoreDriver.of("disk P", "other P", "script X hooked")
                .start()
                .done("disk")
                .threw("other");
        assertThat(group.did()).contains("online_blocked script by other");
        group.pass(21);
        assertThat(group.state("script")).isEqualTo(ResourceState.UNKNOWN);
        assertThat(group.state("disk")).isEqualTo(ResourceState.ONLINE);
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE_FAILURE);
        group.done("script").found(ONLINE, "script").honest(ResourceState.OFFLINE);
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void startsNothingElseOnWhatHangs() {
        CoreDriver group = CoreDriver.started("disk P", "app X hooked").stop().pass(21);
        group.clear();
        group.look().stop().recover().start().restart("app");
        assertThat(group.did()).isEmpty();
        assertThat(group.said())
                .containsExactly(
                        "app INDETERMINATE",
                        "stop INDETERMINATE",
                        "recover DONE",
                        "call REFUSED",
                        "start REFUSED",
                        "call REFUSED",
                        "restart REFUSED");
    }

    @Test
    void holdsTheLockUntilWhatHangsCameBackAndIsOffline() {
        CoreDriver group = CoreDriver.started("app X uses v0").stop().pass(21);
        assertThat(group.did()).containsExactly("offline app", "interrupt app");
        group.done("app");
        assertThat(group.did()).containsExactly("probe app");
        group.found(OFFLINE, "app");
        assertThat(group.did()).containsExactly("unlock app");
    }

    @Test
    void answersAStartWhoseRollbackWaitsForAHangAsIndeterminateAndFinishesTheRollback() {
        CoreDriver group = CoreDriver.of("disk P", "app X").start().done("disk").pass(11);
        assertThat(group.said()).contains("app INDETERMINATE", "start INDETERMINATE");
        assertThat(group.did()).containsExactly("online disk", "online app", "interrupt app");
        assertThat(group.state("disk")).isEqualTo(ResourceState.ONLINE);
        group.done("app").honest(ResourceState.OFFLINE);
        assertThat(group.did()).containsExactly("probe app", "offline disk", "probe disk");
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE);
    }

    @Test
    void takesUpWhatCameBackDuringAStopAfterItsAnswer() {
        CoreDriver group =
                CoreDriver.started("disk P", "app X", "slow X").stop().pass(20);
        group.clear();
        group.done("slow").pass(1).done("app");
        assertThat(group.did()).containsExactly("probe slow", "interrupt slow");
        assertThat(group.said()).containsExactly("app INDETERMINATE");
        group.found(OFFLINE, "slow");
        assertThat(group.said()).containsExactly("slow INDETERMINATE", "stop INDETERMINATE");
        assertThat(group.did()).containsExactly("probe app");
    }

    @Test
    void releasesWhatWasOwedThoughACallWaitedMeanwhileAndWasRefused() {
        CoreDriver group = CoreDriver.started("disk P", "site X hooked uses v0", "other X")
                .stop()
                .pass(21);
        group.done("site").restart("site");
        group.clear();
        group.found(OFFLINE, "site");
        assertThat(group.said()).containsExactly("call REFUSED", "restart REFUSED");
        assertThat(group.did()).containsExactly("released site");
        group.done("site");
        assertThat(group.did()).containsExactly("unlock site");
    }

    @Test
    void takesUpWhatCameBackWhileTheNodeRecovered() {
        CoreDriver group =
                CoreDriver.started("disk P", "app X uses v0", "other X hooked").stop();
        group.done("other").found(OFFLINE, "other").pass(21).done("other");
        group.recover().done("app");
        group.clear();
        group.done("other");
        assertThat(group.said()).containsExactly("recover DONE");
        assertThat(group.did()).containsExactly("probe app");
        group.found(OFFLINE, "app");
        assertThat(group.did()).containsExactly("unlock app", "offline disk");
    }

    @Test
    void releasesAPartitionThatHungInItsOrderOnly() {
        CoreDriver group = new CoreDriver(CoreDriver.of("disk P", "app X").group).start();
        group.pass(2).found(ONLINE, "app");
        assertThat(group.state()).isEqualTo(GroupState.OFFLINE_PENDING);
        group.clear();
        group.done("app").pass(2).found(OFFLINE, "disk").pass(60);
        assertThat(group.did()).doesNotContain("offline disk");
    }

    @Test
    void tellsWhatHangsNothingAndKeepsThePartitionBelowIt() {
        CoreDriver group = new CoreDriver(CoreDriver.of("disk P", "site X hooked").group).start();
        group.found(OFFLINE, "disk").pass(2).threw("disk");
        assertThat(group.did()).containsExactly("probe disk", "probe site", "interrupt site", "online disk");
    }

    @Test
    void ignoresTheReturnOfAnAttemptThatIsOver() {
        CoreDriver group = CoreDriver.of(1, "app X").start();
        Action.Run first = group.open.get(0);
        group.threw("app");
        View before = group.view;
        group.feed(new Input.CameBack(0, first.token(), Result.returned()));
        assertThat(group.view.stateOf(0)).isEqualTo(before.stateOf(0)).isEqualTo(ResourceState.ONLINE_PENDING);
        assertThat(group.did()).containsExactly("online app", "online app #2");
    }

    @Test
    void asksForItsTickAnewWhereOneCameTooEarly() {
        CoreDriver group = CoreDriver.of("app X").start();
        group.now += 1_000;
        Decision early = GroupCore.decide(group.shape, group.view, new Input.Tick(), group.now);
        assertThat(early.actions())
                .containsExactly(new Action.WakeAt(group.open.get(0).deadline()));
    }
}
